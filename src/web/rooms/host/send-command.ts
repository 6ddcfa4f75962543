import { commandText, signCommand } from "#record";
import type { Command } from "#room";
import { type KeptSeat, keysOf, randomId } from "#seat";
import { random } from "../kept-seats/random.ts";
import { type Asked, postCommand } from "./ask-host.ts";

/** Sends one signed command without entering the room: what a convenor does to several negotiations at once. */
export function sendCommand(kept: KeptSeat, stream: string, after: number, command: Command): Promise<Asked<unknown>> {
  const { negotiation, seat } = kept;
  const text = commandText({ v: 1, negotiation, stream, seat, key: randomId(random), after, command });
  return postCommand(kept, text, signCommand(text, keysOf(kept).sign));
}
