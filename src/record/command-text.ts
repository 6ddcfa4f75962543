import { err, ok, type Result } from "#prelude";
import { isWellFormed, prefixed, utf8 } from "./digest.ts";
import type { SignedCommand } from "./entry.ts";
import { type CheckSignature, checkSignature, type Sign } from "./keys.ts";
import { isId, isWholeNumber, objectWith, parseStrictJson } from "./strict-json.ts";

/** In UTF-16 units: a sealed preference sheet is the longest thing that a seat sends. */
export const longestCommand = 1_114_112;
const deepestCommand = 32;

/** The exact text that is signed, sent, stored and exported. */
export function commandText(signed: SignedCommand): string {
  const { v, negotiation, stream, seat, key, after, command } = signed;
  return JSON.stringify({ v, negotiation, stream, seat, key, after, command });
}

export function signCommand(text: string, sign: Sign): string {
  return sign(prefixed("command", utf8(text)));
}

export function isCommandSignedBy(
  text: string,
  signature: string,
  publicKey: string,
  check: CheckSignature = checkSignature,
): boolean {
  return isWellFormed(text) && check(signature, prefixed("command", utf8(text)), publicKey);
}

/** The envelope of a command; what stands in `command` is for the room to read. Or what is wrong, in a sentence. */
export function parseSignedCommand(text: string): Result<SignedCommand, string> {
  const json = parseStrictJson(text, { longest: longestCommand, deepest: deepestCommand });
  if (!json.ok) return json;
  const read = objectWith(json.value, ["v", "negotiation", "stream", "seat", "key", "after", "command"]);
  if (!read) return err("A signed command has the members v, negotiation, stream, seat, key, after and command only.");
  const { v, negotiation, stream, seat, key, after, command } = read;
  if (v !== 1) return err("This is not version 1 of a signed command.");
  if (!isId(negotiation) || !isId(stream) || !isId(seat) || !isId(key))
    return err("Its negotiation, stream, seat and key are names of 1 to 128 characters on one line.");
  if (!isWholeNumber(after)) return err("What it comes after is the number of a version.");
  return ok({ v, negotiation, stream, seat, key, after, command });
}
