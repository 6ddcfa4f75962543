import { err, ok, type Result, unreachable } from "#prelude";
import { closingMistake, stillStands } from "./closes.ts";
import type { PlenaryCommand } from "./command.ts";
import { countersign, reopenSettlement, step } from "./decide-ladder.ts";
import { presides } from "./decide-members.ts";
import type { PlenaryEvent } from "./event.ts";
import { isConsentPartys, isPartys } from "./is-partys.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { isAtLeast } from "./seat.ts";
import { settlementTextOf } from "./settlement-text.ts";
import type { ChannelSituation, StreamAppend } from "./situation.ts";
import type { Motion, SeatState } from "./state.ts";
import { silenceConsentsAt, voteOutcome } from "./vote-outcome.ts";

export type DecidedInPlenary = Result<readonly PlenaryEvent[], Refusal>;

/** Rule R9: only the plenary adopts, and what it adopts is initialled, signed and ratified in this order. */
export function decidePlenary(
  situation: ChannelSituation,
  seat: SeatState,
  command: PlenaryCommand,
  after: number,
): Result<readonly StreamAppend[], Refusal> {
  const decided = decideOne(situation, seat, command, after);
  return decided.ok ? ok([{ stream: situation.address, events: decided.value }]) : decided;
}

function decideOne(
  situation: ChannelSituation,
  seat: SeatState,
  command: PlenaryCommand,
  after: number,
): DecidedInPlenary {
  switch (command.kind) {
    case "move adoption":
      return moveAdoption(situation, seat, command);
    case "vote":
      return vote(situation, seat, command);
    case "initial":
    case "sign":
    case "ratify":
      return step(situation, seat, command);
    case "reopen settlement":
      return reopenSettlement(situation, seat, command);
    case "countersign":
      return countersign(situation, seat, command, after);
    default:
      return unreachable(command);
  }
}

function moveAdoption(
  situation: ChannelSituation,
  seat: SeatState,
  { motion, settlement, closes }: Extract<PlenaryCommand, { kind: "move adoption" }>,
): DecidedInPlenary {
  const { agenda, stream } = situation;
  if (!isPartys(agenda, seat, "negotiator") && !presides(stream, seat)) {
    return refuse("R9.2", "Adoption is moved by a party's negotiator or by those who preside.");
  }
  if (stream.motions.has(motion)) return refuse("R9.2", "The plenary has had a motion of that id.");
  const standing = [...stream.motions.values()].find(({ stage }) => stage !== "fell" && stage !== "reopened");
  if (standing !== undefined) {
    const why = standing.stage === "moved" ? "is being voted on" : `is ${standing.stage}`;
    return refuse("R9.3", `A settlement ${why}: one at a time.`);
  }
  const mistake = closingMistake(situation, settlement, closes);
  if (mistake !== undefined) return err(mistake);
  return ok([{ kind: "adoption moved", motion, by: seat.id, settlement, closes }]);
}

function vote(
  situation: ChannelSituation,
  seat: SeatState,
  { motion: name, says }: Extract<PlenaryCommand, { kind: "vote" }>,
): DecidedInPlenary {
  const { agenda, hall, stream, at } = situation;
  const motion = stream.motions.get(name);
  if (motion?.stage !== "moved") return refuse("R9.9", "No motion of that id is being voted on.");
  if (!isConsentPartys(agenda, seat, "negotiator")) {
    return refuse("R9.9", "The vote is cast by a negotiator of a party whose consent is needed.");
  }
  const { adopt } = hall.procedure.needs;
  if (!isAtLeast(seat.level, adopt)) {
    return refuse("R8.4", `Adoption needs the level ${adopt} or above; your seat's is ${seat.level}.`);
  }
  if (Object.hasOwn(motion.votes, seat.delegation)) return refuse("R9.9", "Your delegation has voted already.");
  const until = silenceConsentsAt(hall.procedure, motion);
  if (until !== undefined && at > until) return refuse("R9.11", `The time to speak against it was over at ${until}.`);
  const voted: PlenaryEvent = { kind: "voted", motion: name, delegation: seat.delegation, says };
  const after = { ...motion, votes: { ...motion.votes, [seat.delegation]: says } };
  return ok([voted, ...outcome(situation, after, false)]);
}

/** The event that ends the vote, if it has ended. */
export function outcome(situation: ChannelSituation, motion: Motion, timeIsOver: boolean): readonly PlenaryEvent[] {
  const { agenda, hall, seenByAll, digestOf } = situation;
  const votes = voteOutcome(hall.procedure, agenda, motion.votes, timeIsOver);
  if (votes === "falls" || !stillStands(seenByAll, motion)) return [{ kind: "fell", motion: motion.motion }];
  if (votes === "open") return [];
  return [{ kind: "adopted", motion: motion.motion, digest: digestOf(settlementTextOf(situation, motion)) }];
}
