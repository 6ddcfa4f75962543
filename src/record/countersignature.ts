import type { StreamId } from "#room";
import { isWellFormed, prefixed, utf8 } from "./digest.ts";
import { type CheckSignature, checkSignature, type Sign } from "./keys.ts";

/** The head of a stream as a seat's own client has seen and checked it. */
export type WitnessedHead = {
  readonly negotiation: string;
  readonly stream: StreamId;
  readonly version: number;
  readonly head: string;
};

export function countersign(witnessed: WitnessedHead, sign: Sign): string {
  return sign(messageOf(witnessed));
}

export function isCountersignedBy(
  witnessed: WitnessedHead,
  signature: string,
  publicKey: string,
  check: CheckSignature = checkSignature,
): boolean {
  const { negotiation, stream, head } = witnessed;
  return isWellFormed(`${negotiation}\n${stream}\n${head}`) && check(signature, messageOf(witnessed), publicKey);
}

function messageOf({ negotiation, stream, version, head }: WitnessedHead): Uint8Array {
  return prefixed("head", utf8(`${negotiation}\n${stream}\n${version}\n${head}`));
}
