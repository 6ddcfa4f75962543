import { ok, type Result, unreachable } from "#prelude";
import type { ChannelCommand } from "./command.ts";
import { accept, reject, reopen } from "./decide-answers.ts";
import { addMember, closeChannel, removeMember, setLevel } from "./decide-members.ts";
import { table, withdraw } from "./decide-offers.ts";
import { callSealedYes } from "./decide-sealed-yes.ts";
import type { ChannelEvent } from "./event.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { SeatRole } from "./seat.ts";
import type { ChannelSituation, StreamAppend } from "./situation.ts";
import type { SeatState } from "./state.ts";
import { unfitWords, type Words } from "./words.ts";

export type DecidedInChannel = Result<readonly ChannelEvent[], Refusal>;

/** What is done in any channel. */
export function decideChannel(
  situation: ChannelSituation,
  seat: SeatState,
  command: ChannelCommand,
): Result<readonly StreamAppend[], Refusal> {
  const decided = decideOne(situation, seat, command);
  return decided.ok ? ok([{ stream: situation.address, events: decided.value }]) : decided;
}

function decideOne(situation: ChannelSituation, seat: SeatState, command: ChannelCommand): DecidedInChannel {
  switch (command.kind) {
    case "table":
      return table(situation, seat, command);
    case "withdraw":
      return withdraw(situation, seat, command.offer);
    case "accept":
      return accept(situation, seat, command.offer);
    case "reject":
      return reject(situation, seat, command);
    case "reopen":
      return reopen(situation, seat, command);
    case "say":
      return say(situation, seat, command.words);
    case "call sealed yes":
      return callSealedYes(situation, seat, command);
    case "set level":
      return setLevel(situation, seat, command.level);
    case "add member":
      return addMember(situation, seat, command);
    case "remove member":
      return removeMember(situation, seat, command.seat);
    case "close channel":
      return closeChannel(situation, seat);
    default:
      return unreachable(command);
  }
}

/** Those who attend without a voice. */
const silent: ReadonlySet<SeatRole> = new Set(["observer", "trainer"]);

/** Rules R1.10 and R3.14. */
function say({ stream }: ChannelSituation, seat: SeatState, words: Words): DecidedInChannel {
  if (silent.has(seat.role))
    return refuse(
      "R3.14",
      `The seat of ${seat.role === "observer" ? "an observer" : "a trainer"} attends and does not speak.`,
    );
  const unfit = unfitWords(stream.plan.kind, words);
  if (unfit !== undefined) return refuse("R1.10", unfit);
  return ok([{ kind: "said", seat: seat.id, words }]);
}
