import { isWellFormed, prefixed, utf8 } from "./digest.ts";
import { type CheckSignature, checkSignature, type Sign } from "./keys.ts";

/** What a delegation puts its name to. `text`: the exact text of the settlement with its annexes. */
export type SignedSettlement = {
  /** An initial is never a signature, nor a signature a ratification. */
  readonly act: "initial" | "sign" | "ratify";
  readonly negotiation: string;
  readonly motion: string;
  readonly text: string;
};

export function signSettlement(settlement: SignedSettlement, sign: Sign): string {
  return sign(messageOf(settlement));
}

export function isSettlementSignedBy(
  settlement: SignedSettlement,
  signature: string,
  publicKey: string,
  check: CheckSignature = checkSignature,
): boolean {
  const { negotiation, motion, text } = settlement;
  return isWellFormed(`${negotiation}\n${motion}\n${text}`) && check(signature, messageOf(settlement), publicKey);
}

function messageOf({ act, negotiation, motion, text }: SignedSettlement): Uint8Array {
  return prefixed("settlement", utf8(`${act}\n${negotiation}\n${motion}\n${text}`));
}
