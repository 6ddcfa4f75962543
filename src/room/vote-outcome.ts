import type { Agenda } from "#model";
import { unreachable } from "#prelude";
import type { Instant } from "./instant.ts";
import type { Procedure } from "./procedure.ts";
import type { Motion } from "./state.ts";

export type VoteOutcome = "adopted" | "falls" | "open";

/**
 * What the votes given so far amount to: an outcome as soon as no vote that is still wanting can change it (R9.10 to R9.12).
 * `timeIsOver`: of a consensus, whose silence then consents.
 */
export function voteOutcome(
  { decision }: Procedure,
  { consent }: Agenda,
  votes: Motion["votes"],
  timeIsOver: boolean,
): VoteOutcome {
  const given = consent.flatMap((party) => (Object.hasOwn(votes, party) ? [{ party, says: votes[party] }] : []));
  const yes = given.filter(({ says }) => says === "yes").length;
  const no = given.filter(({ says }) => says === "no").length;
  const wanting = consent.length - given.length;
  switch (decision.kind) {
    case "unanimity":
      if (yes === consent.length) return "adopted";
      return yes < given.length ? "falls" : "open";
    case "consensus":
      if (no > 0) return "falls";
      return wanting === 0 || timeIsOver ? "adopted" : "open";
    case "qualified majority": {
      const { atLeast, vetoes } = decision;
      const vetoed = given.some(({ party, says }) => says === "no" && vetoes.includes(party));
      if (vetoed || yes + wanting < atLeast || yes + wanting <= no) return "falls";
      const vetoWanting = vetoes.some((party) => !Object.hasOwn(votes, party));
      return yes >= atLeast && yes > no + wanting && !vetoWanting ? "adopted" : "open";
    }
    default:
      return unreachable(decision);
  }
}

/** When silence has become consent; undefined for the other decision rules. */
export function silenceConsentsAt({ decision }: Procedure, motion: Motion): Instant | undefined {
  if (decision.kind !== "consensus") return;
  return new Date(Date.parse(motion.at) + decision.hours * 3_600_000).toISOString();
}
