import { ok } from "#prelude";
import type { PlenaryCommand } from "./command.ts";
import type { DecidedInPlenary } from "./decide-plenary.ts";
import { isConsentPartys } from "./is-partys.ts";
import { refuse } from "./refusal.ts";
import { isAtLeast, type Level } from "./seat.ts";
import type { ChannelSituation } from "./situation.ts";
import type { HallState, Motion, SeatState } from "./state.ts";

type Step = Extract<PlenaryCommand, { kind: "initial" | "sign" | "ratify" }>;

/** What each step rests on, what it writes and where it is kept. */
const steps = {
  initial: { upon: "adopted", writes: "initialled", given: "initials" },
  sign: { upon: "initialled", writes: "signed", given: "signatures" },
  ratify: { upon: "signed", writes: "ratified", given: "ratifications" },
} as const;

/** Rules R8.4 and R9.14 to R9.16. That the signature is the seat's own is checked by the record. */
export function step({ agenda, hall, stream }: ChannelSituation, seat: SeatState, command: Step): DecidedInPlenary {
  const { upon, writes, given } = steps[command.kind];
  const motion = stream.motions.get(command.motion);
  if (motion === undefined) return refuse("R9.14", "The plenary has no settlement of that id.");
  const mayRatify = command.kind === "ratify" && isConsentPartys(agenda, seat, "mandator");
  if (!mayRatify && !isConsentPartys(agenda, seat, "negotiator")) {
    return refuse("R9.16", `To ${command.kind} is for a negotiator of a party whose consent is needed.`);
  }
  const least = leastLevel(hall, command.kind);
  if (least !== undefined && !isAtLeast(seat.level, least)) {
    return refuse("R8.4", `To ${command.kind} needs the level ${least} or above; your seat's is ${seat.level}.`);
  }
  if (motion.stage !== upon) {
    return refuse("R9.14", `A settlement is ${writes} when it is ${upon}; this one ${stageOf(motion)}.`);
  }
  if (command.digest !== motion.digest) {
    return refuse("R9.15", "This signature is over other bytes than those of the adopted settlement.");
  }
  if (Object.hasOwn(motion[given], seat.delegation)) {
    return refuse("R9.16", `Your delegation has ${writes} it already.`);
  }
  const completes = agenda.consent.every((party) => party === seat.delegation || Object.hasOwn(motion[given], party));
  const { digest, signature } = command;
  return ok([{ kind: writes, motion: motion.motion, delegation: seat.delegation, digest, signature, completes }]);
}

/** Ratification follows each party's own law, and asks for no level. */
function leastLevel({ procedure }: HallState, kind: Step["kind"]): Level | undefined {
  return kind === "ratify" ? undefined : procedure.needs[kind];
}

function stageOf({ stage }: Motion): string {
  return stage === "fell" ? "fell" : stage === "moved" ? "is being voted on" : `is ${stage}`;
}

/** Rule R9.17. */
export function reopenSettlement(
  { agenda, stream }: ChannelSituation,
  seat: SeatState,
  { motion: name, reason }: Extract<PlenaryCommand, { kind: "reopen settlement" }>,
): DecidedInPlenary {
  const motion = stream.motions.get(name);
  if (motion === undefined || (motion.stage !== "adopted" && motion.stage !== "initialled")) {
    return refuse("R9.17", "A settlement is reopened after its adoption and before all have signed it.");
  }
  if (!isConsentPartys(agenda, seat, "negotiator")) {
    return refuse("R9.17", "A settlement is reopened by a negotiator of a party whose consent is needed.");
  }
  if (reason.trim() === "") return refuse("R9.17", "Say why it is reopened.");
  return ok([{ kind: "settlement reopened", motion: name, delegation: seat.delegation, reason }]);
}

/** Rule R9.18. That the head is the right one is checked by the record. */
export function countersign(
  { stream }: ChannelSituation,
  seat: SeatState,
  { version, head, signature }: Extract<PlenaryCommand, { kind: "countersign" }>,
  after: number,
): DecidedInPlenary {
  if (!Number.isSafeInteger(version) || version < 1 || version > after) {
    return refuse("R9.18", "A witness signs a head that it has seen.");
  }
  const before = stream.countersigned.get(version) ?? [];
  if (before.some((other) => other.seat === seat.id)) {
    return refuse("R9.18", `This seat has signed the head at ${version} already.`);
  }
  return ok([{ kind: "countersigned", seat: seat.id, version, head, signature }]);
}
