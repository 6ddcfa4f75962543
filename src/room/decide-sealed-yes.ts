import { err, ok, type Result } from "#prelude";
import { sees } from "./audience.ts";
import type { ChannelCommand } from "./command.ts";
import type { DecidedInChannel } from "./decide-channel.ts";
import { decidingDelegations } from "./deciding.ts";
import { isInstant } from "./instant.ts";
import { packageMistake } from "./package-mistake.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type DelegationId, isAtLeast, type SeatId, type SeatRole } from "./seat.ts";
import type { ChannelSituation, Situation } from "./situation.ts";
import type { SeatState } from "./state.ts";

const byDefault: readonly SeatRole[] = ["mediator", "chair"];

/** Rules R6.1 to R6.5. */
export function callSealedYes(
  { agenda, hall, stream, at }: ChannelSituation,
  seat: SeatState,
  { call, choices, until }: Extract<ChannelCommand, { kind: "call sealed yes" }>,
): DecidedInChannel {
  if (!(hall.procedure.mayCallSealedYes ?? byDefault).includes(seat.role)) {
    return refuse("R6.1", `The rules of procedure do not let a ${seat.role} call for a sealed yes.`);
  }
  const mistake = packageMistake(agenda, stream.plan, choices);
  if (mistake !== undefined) return err(mistake);
  if (stream.calls.has(call)) return refuse("R6.3", "This channel has had a call of that id.");
  if ([...stream.calls.values()].some(({ allSaidYes }) => allSaidYes === undefined)) {
    return refuse("R6.3", "A sealed yes is being asked here: one at a time.");
  }
  if (!isInstant(until) || until <= at) {
    return refuse("R6.4", `A sealed yes is answered until a moment later than now (${at}), written like it.`);
  }
  if (decidingDelegations(agenda, hall, stream.plan.members).length < 2) {
    return refuse("R6.5", "Fewer than two parties decide here: the outcome would show the answer.");
  }
  return ok([{ kind: "sealed yes called", call, by: seat.id, choices, until }]);
}

/**
 * Rule R6.6: whether a seat may answer the call, and for which delegation. The answer itself goes to no stream; the host
 * holds it until all have answered.
 */
export function mayAnswerSealedYes(situation: Situation, author: SeatId, call: string): Result<DelegationId, Refusal> {
  const { agenda, hall, stream, at } = situation;
  const seat = hall?.seats.get(author);
  if (hall === undefined || seat === undefined || stream?.kind !== "channel" || !sees(hall, stream, author)) {
    return refuse("R1.1", "There is no such stream for this seat.");
  }
  if (seat.keys === undefined) return refuse("R1.4", "This seat has not joined yet.");
  if (hall.ended !== undefined) return refuse("R1.5", "The negotiation has ended.");
  if (stream.closed) return refuse("R1.6", "This channel is closed.");
  if (hall.deadline !== undefined && at > hall.deadline) return refuse("R1.7", "The deadline has passed.");
  const asked = stream.calls.get(call);
  if (asked === undefined || asked.allSaidYes !== undefined || at > asked.until) {
    return refuse("R6.6", "No sealed yes of that id is being asked here.");
  }
  const decides = decidingDelegations(agenda, hall, stream.plan.members).includes(seat.delegation);
  if (seat.role !== "negotiator" || !decides) {
    return refuse("R6.6", "A sealed yes is answered by a negotiator of a party that decides here.");
  }
  if (!isAtLeast(seat.level, stream.plan.level)) {
    return refuse(
      "R8.1",
      `This channel accepts at the level ${stream.plan.level} or above; your seat's is ${seat.level}.`,
    );
  }
  return ok(seat.delegation);
}

/**
 * Rule R6.7: what the answers held so far amount to; undefined: wait. Nothing is decided before all have answered, not even
 * by a no, so that the moment of the outcome tells nothing; once its time is over, silence is no.
 * @param deciding  those that decide in the channel now; if fewer than two are left, the outcome would show an answer.
 */
export function sealedYesOutcome(
  deciding: readonly DelegationId[],
  answers: ReadonlyMap<DelegationId, boolean>,
  timeIsOver: boolean,
): boolean | undefined {
  const allAnswered = deciding.every((party) => answers.has(party));
  if (deciding.length < 2 || !allAnswered) return timeIsOver ? false : undefined;
  return deciding.every((party) => answers.get(party));
}
