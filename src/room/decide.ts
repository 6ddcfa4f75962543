import { type Result, unreachable } from "#prelude";
import type { Command } from "./command.ts";
import { decideChannel } from "./decide-channel.ts";
import { decideConvene } from "./decide-convene.ts";
import { decideDelegation } from "./decide-delegation.ts";
import { decideHall } from "./decide-hall.ts";
import { decidePlenary } from "./decide-plenary.ts";
import { mayAddress } from "./may-address.ts";
import { decideOpen } from "./opening.ts";
import type { Refusal } from "./refusal.ts";
import type { SeatId } from "./seat.ts";
import type { Situation, StreamAppend } from "./situation.ts";

/**
 * What comes of a seat's command: what is to be written, or the rule that stands against it. `after` is the version of the
 * addressed stream that the author had seen (0 for a new one). Pure, and the same in the host and in every client.
 */
export function decide(
  situation: Situation,
  author: SeatId,
  after: number,
  command: Command,
): Result<readonly StreamAppend[], Refusal> {
  if (command.kind === "open") return decideOpen(situation, author, command);
  const addressed = mayAddress(situation, author, after, command);
  if (!addressed.ok) return addressed;
  const { to, seat } = addressed.value;
  switch (to.kind) {
    case "hall":
      return decideHall(to.situation, seat, to.command);
    case "new":
      return decideConvene(to.situation, seat, to.command);
    case "channel":
      return decideChannel(to.situation, seat, to.command);
    case "plenary":
      return decidePlenary(to.situation, seat, to.command, after);
    case "delegation":
      return decideDelegation(to.situation, seat, to.command);
    default:
      return unreachable(to);
  }
}
