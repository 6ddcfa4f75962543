import { err, ok, type Result } from "#prelude";
import { isInstant } from "#room";
import { isHex64 } from "./digest.ts";
import type { Entry, EntryBody } from "./entry.ts";
import { isId, isObject, isWholeNumber, objectWith, parseStrictJson } from "./strict-json.ts";

/** In UTF-16 units: the longest command, escaped once, beside the events that repeat it. */
const longestBody = 4_194_304;
const deepestBody = 40;

/** An event as a file tells it: of a kind, and nothing else is known about it yet. */
export type ToldEvent = { readonly kind: string } & Readonly<Record<string, unknown>>;

export type ReadBody = Omit<EntryBody, "events"> & { readonly events: readonly ToldEvent[] };

/** What an entry's body says, if it belongs where it stands. */
export function readBody(entry: Entry, negotiation: string, stream: string): Result<ReadBody, string> {
  const json = parseStrictJson(entry.body, { longest: longestBody, deepest: deepestBody });
  if (!json.ok) return err(`Its body cannot be read. ${json.error}`);
  const read = objectWith(json.value, [
    ...(["v", "negotiation", "stream", "version", "hall", "at", "author", "command", "signature", "events"] as const),
  ]);
  if (!read) return err("Its body has other members than the format names.");
  const { v, version, hall, at, author, command, signature, events } = read;
  if (v !== 1) return err("Its body is not of version 1.");
  if (read.negotiation !== negotiation) return err("Its body belongs to another negotiation.");
  if (read.stream !== stream) return err("Its body belongs to another stream.");
  if (version !== entry.version) return err("Its body has another version number.");
  if (!isWholeNumber(hall)) return err("Its body does not say from which version of the hall it was decided.");
  if (typeof at !== "string" || !isInstant(at)) return err("Its body does not say when it was written.");
  if (!isId(author)) return err("Its body names no author.");
  const isSigned = typeof command === "string" && isHex64(signature);
  if (author === "host" ? command !== null || signature !== null : !isSigned)
    return err("A seat's entry has its signed command; the host's has none.");
  if (!Array.isArray(events) || events.length === 0 || !events.every(isToldEvent))
    return err("Its body tells no events.");
  const signed = isSigned ? { command, signature } : { command: null, signature: null };
  return ok({ v, negotiation, stream, version, hall, at, author, ...signed, events });
}

function isToldEvent(value: unknown): value is ToldEvent {
  return isObject(value) && typeof value.kind === "string";
}
