import { expect } from "vitest";
import { seededRandom } from "#prelude";
import { type CheckSignature, makeEntry, type SettlementText, startOfStream, verifyBundle } from "#record";
import type { Event } from "#room";
import { nativeCheck } from "../native-signatures.ts";
import { join } from "./random-record.ts";
import {
  exported,
  type Rehearsal,
  type RehearsedSeat,
  type RehearsedStream,
  rehearse,
  rehearsedText,
} from "./rehearsal.ts";

export const options: { readonly settlementText: SettlementText; readonly check: CheckSignature } = {
  settlementText: rehearsedText,
  check: nativeCheck,
};

export type Room = {
  readonly rehearsal: Rehearsal;
  readonly hall: RehearsedStream;
  readonly plenary: RehearsedStream;
  readonly group: RehearsedStream;
  readonly convenor: RehearsedSeat;
  readonly ua: RehearsedSeat;
  readonly ru: RehearsedSeat;
};

/** Everybody has joined; UA exports. */
export function room(): Room {
  const rehearsal = rehearse(seededRandom(7), ["UA", "RU"]);
  const [hall, plenary, group] = rehearsal.streams as [RehearsedStream, RehearsedStream, RehearsedStream]; // made by `rehearse`
  const [convenor, ua, ru] = rehearsal.seats as [RehearsedSeat, RehearsedSeat, RehearsedSeat]; // made by `rehearse`
  join(rehearsal, ua);
  join(rehearsal, ru);
  return { rehearsal, hall, plenary, group, convenor, ua, ru };
}

export function verdictOf({ rehearsal, ua }: Room): ReturnType<typeof verifyBundle> {
  return verifyBundle(exported(rehearsal, ua), options);
}

export function fault(stream: RehearsedStream, message: string): object {
  const where = { kind: "entry", stream: stream.stream, version: stream.entries.length };
  return { ok: false, error: { where, message: expect.stringContaining(message) } };
}

export const hello = (
  seat: RehearsedSeat,
  plain = "Hello.",
): readonly [{ kind: "say"; words: { plain: string } }, Event[]] => {
  const words = { plain };
  return [{ kind: "say", words }, [{ kind: "said", seat: seat.id, words }]];
};

export type Body = { readonly command: string | null; readonly events: readonly { kind: string }[] } & Record<
  string,
  unknown
>;

/** Changes one entry and writes it and all that follow anew, as only the host can. */
export function rewrite(
  { rehearsal }: Room,
  stream: RehearsedStream,
  from: number,
  change: (body: Body) => Body,
): void {
  const { negotiation, host } = rehearsal;
  for (let at = from; at < stream.entries.length; at++) {
    const before = stream.entries[at]!;
    const last = stream.entries[at - 1] ?? startOfStream(negotiation, stream.stream);
    const body = JSON.parse(before.body);
    const changed = at === from ? change(body) : body;
    stream.entries[at] = makeEntry(last, changed as never, Buffer.from(before.salt, "hex"), host.sign);
  }
}
