import { err, ok, type Result } from "#prelude";
import { type ChannelState, type HallState, isPublic, type SeatId, type StreamId, type Words } from "#room";
import { keyBytes, nonceBytes, open, openWithKey, seal, sealToKey } from "#sealing";
import type { RandomBytes } from "./random-bytes.ts";
import type { KeptSeat, Keys } from "./seat-keys.ts";
import { utf8Bytes, utf8Text } from "./utf8.ts";

type Place = { readonly negotiation: string; readonly stream: StreamId };

const wordsUse = "words";
const keyUse = "word key";

/** The key for the words of a back channel or caucus, as it was sealed to this seat; undefined if it does not open. */
export function wordKeyOf(kept: KeptSeat, { sealing }: Keys, channel: ChannelState): Uint8Array | undefined {
  const sealed = channel.wordKeys[kept.seat];
  if (sealed === undefined) return undefined;
  const { negotiation } = kept;
  // who was there from the beginning got it before the channel had an id; who came later, after
  for (const stream of ["new", channel.plan.id]) {
    const key = openWithKey(sealed, sealing, { use: keyUse, negotiation, stream });
    if (key) return key;
  }
  return undefined;
}

/** Words as they are said in this channel: plain in public ones, sealed with the channel's key in the others. */
export function wordsFor(
  kept: KeptSeat,
  keys: Keys,
  channel: ChannelState,
  text: string,
  random: RandomBytes,
): Result<Words, string> {
  if (isPublic(channel.plan.kind)) return ok({ plain: text });
  const key = wordKeyOf(kept, keys, channel);
  if (!key)
    return err("The key for the words of this channel was not sealed to this seat, or does not open with its keys.");
  return ok({ sealed: seal(utf8Bytes(text), key, contextOf(kept, channel), random(nonceBytes)) });
}

/** What was said; undefined if it does not open with this key. */
export function wordsText(
  words: Words,
  { negotiation, stream }: Place,
  key: Uint8Array | undefined,
): string | undefined {
  if ("plain" in words) return words.plain;
  const opened = key && open(words.sealed, key, { use: wordsUse, negotiation, stream });
  return opened && utf8Text(opened);
}

function contextOf({ negotiation }: KeptSeat, { plan }: ChannelState) {
  return { use: wordsUse, negotiation, stream: plan.id };
}

/** A new channel's key, sealed to each member; or who cannot be sealed to. */
export function newWordKeys(
  { negotiation }: KeptSeat,
  hall: HallState,
  members: readonly SeatId[],
  random: RandomBytes,
): Result<Readonly<Record<SeatId, string>>, string> {
  return sealedTo(random(keyBytes), { negotiation, stream: "new" }, hall, members, random);
}

/** The key of a channel that is there, sealed to somebody who comes in. */
export function wordKeyFor(
  { negotiation }: KeptSeat,
  key: Uint8Array,
  { plan }: ChannelState,
  hall: HallState,
  member: SeatId,
  random: RandomBytes,
): Result<string, string> {
  const sealed = sealedTo(key, { negotiation, stream: plan.id }, hall, [member], random);
  return sealed.ok ? ok(sealed.value[member] ?? "") : sealed; // sealed to this one member
}

function sealedTo(
  key: Uint8Array,
  place: Place,
  hall: HallState,
  members: readonly SeatId[],
  random: RandomBytes,
): Result<Readonly<Record<SeatId, string>>, string> {
  const sealed: Record<SeatId, string> = {};
  for (const member of members) {
    const seat = hall.seats.get(member);
    const text = seat?.keys && sealToKey(key, seat.keys.sealing, { use: keyUse, ...place }, random(keyBytes));
    if (text === undefined)
      return err(`${seat?.name ?? "A member"} has not joined yet, so that nothing can be sealed to it.`);
    sealed[member] = text;
  }
  return ok(sealed);
}
