import { err, ok, type Result } from "#prelude";
import { type Sign, signingKey, signWith } from "#record";
import type { SeatId, SeatKeys } from "#room";
import {
  fromBase64url,
  nonceBytes,
  open,
  type PassphraseWork,
  passphraseKey,
  passphraseSaltBytes,
  type SealingKey,
  seal,
  sealingKey,
  toBase64url,
} from "#sealing";
import { hexBytes, hexText, type RandomBytes } from "./random-bytes.ts";
import { utf8Bytes, utf8Text } from "./utf8.ts";

/** What a client keeps of its seat, as plain data. Whoever has it is the seat. */
export type KeptSeat = {
  readonly schema: "entente.seat/1";
  readonly origin: string;
  readonly negotiation: string;
  readonly seat: SeatId;
  /** Secrets of 32 bytes, hexadecimal: Ed25519 to sign with, X25519 to open what is sealed to the seat. */
  readonly signing: string;
  readonly sealing: string;
  /** 32 bytes, base64url. */
  readonly delegationKey: string;
};

/** A kept seat under a passphrase, for a machine that others use too. */
export type SealedSeat = {
  readonly schema: "entente.sealed-seat/1";
  readonly origin: string;
  readonly negotiation: string;
  readonly seat: SeatId;
  readonly salt: string;
  readonly sealed: string;
};

/** The keys of a seat, ready for use. */
export type Keys = {
  readonly publicKeys: SeatKeys;
  readonly sign: Sign;
  readonly sealing: SealingKey;
  readonly delegation: Uint8Array;
};

const secretBytes = 32;

/** A seat that is taken now, with keys of its own. */
export function newKeptSeat(
  of: Pick<KeptSeat, "origin" | "negotiation" | "seat" | "delegationKey">,
  random: RandomBytes,
): KeptSeat {
  const { origin, negotiation, seat, delegationKey } = of;
  const [signing, sealing] = [hexText(random(secretBytes)), hexText(random(secretBytes))];
  return { schema: "entente.seat/1", origin, negotiation, seat, signing, sealing, delegationKey };
}

/** Throws if these are not the keys of a seat: `readKeptSeat` has checked them. */
export function keysOf({ signing, sealing, delegationKey }: KeptSeat): Keys {
  const secrets = [hexBytes(signing, secretBytes), hexBytes(sealing, secretBytes), fromBase64url(delegationKey)];
  const [forSigning, forSealing, delegation] = secrets;
  if (!forSigning || !forSealing || delegation?.length !== secretBytes) throw new Error("a kept seat has three keys");
  const pair = signingKey(forSigning);
  const sealingPair = sealingKey(forSealing);
  return {
    publicKeys: { signing: pair.publicKey, sealing: sealingPair.publicKey },
    sign: signWith(pair),
    sealing: sealingPair,
    delegation,
  };
}

/** What was kept, from JSON that was parsed; or what is wrong with it, in a sentence. */
export function readKeptSeat(raw: unknown): Result<KeptSeat, string> {
  const text = textsOf(raw);
  if (text?.schema !== "entente.seat/1") return err("This is no seat that Entente has kept (entente.seat/1).");
  const { origin = "", negotiation = "", seat = "", signing = "", sealing = "", delegationKey = "" } = text;
  if (!/^https?:\/\/[^/?#\s@]+$/.test(origin)) return err("The kept seat names no host.");
  if (!/^[0-9a-f]{32}$/.test(negotiation) || !/^[0-9a-f]{32}$/.test(seat))
    return err("The kept seat names no negotiation and seat.");
  const isWhole =
    hexBytes(signing, secretBytes) && hexBytes(sealing, secretBytes) && fromBase64url(delegationKey)?.length === 32;
  if (!isWhole) return err("The keys of the kept seat are incomplete.");
  return ok({ schema: "entente.seat/1", origin, negotiation, seat, signing, sealing, delegationKey });
}

export async function sealKeptSeat(
  kept: KeptSeat,
  passphrase: string,
  random: RandomBytes,
  work: PassphraseWork = {},
): Promise<SealedSeat> {
  const salt = random(passphraseSaltBytes);
  const { origin, negotiation, seat } = kept;
  const key = await passphraseKey(passphrase, salt, work);
  const sealed = seal(utf8Bytes(JSON.stringify(kept)), key, contextOf(kept), random(nonceBytes));
  return { schema: "entente.sealed-seat/1", origin, negotiation, seat, salt: toBase64url(salt), sealed };
}

export async function openSealedSeat(
  sealed: SealedSeat,
  passphrase: string,
  work: PassphraseWork = {},
): Promise<Result<KeptSeat, string>> {
  const salt = fromBase64url(sealed.salt);
  if (salt?.length !== passphraseSaltBytes) return err("The sealed seat is incomplete.");
  const opened = open(sealed.sealed, await passphraseKey(passphrase, salt, work), contextOf(sealed));
  const text = opened && utf8Text(opened);
  return text === undefined ? err("This passphrase does not open the seat.") : readKeptSeat(JSON.parse(text));
}

function contextOf({ negotiation, seat }: Pick<KeptSeat, "negotiation" | "seat">) {
  return { use: "seat", negotiation, stream: seat };
}

function textsOf(raw: unknown): Readonly<Record<string, string | undefined>> | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => typeof value === "string"));
}
