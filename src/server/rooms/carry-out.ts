import { err, type Result } from "#prelude";
import { documentDigest } from "#record";
import { type Command, decide, type Instant, type Situation, type StreamId, situationFor } from "#room";
import type { Append, AppendOutcome, AppendPart } from "#store";
import { checkSignedContent } from "./check-signed-content.ts";
import { type HeldNegotiation, holdingOf } from "./held-negotiation.ts";
import type { OpenedDoor, Outcome } from "./host.ts";
import { type HostParts, hexOf } from "./host-parts.ts";
import type { HostRefusal } from "./host-refusal.ts";
import type { Within } from "./negotiations.ts";
import { checkAuthor, type ReadCommand, readCommand } from "./read-command.ts";
import { tokenDigest } from "./session-token.ts";
import { type Authorship, type Written, writeEntries } from "./write-entries.ts";

/**
 * How often another process may come first before the sender is asked to try again: about a second. Whoever has just
 * written has read already, and is quicker the next time too, so that a few attempts would not do.
 */
const mostAttempts = 200;

/**
 * A seat's command: read, decided, written, kept. Decided first from what this process holds, and if the store has moved on,
 * or the room refuses, again from what is there now; so nothing is refused because this process was behind.
 */
export async function carryOut(
  parts: HostParts,
  door: OpenedDoor,
  text: string,
  signature: string,
  key: string | undefined,
): Promise<Outcome> {
  const read = readCommand(door, text, signature, key);
  if (!read.ok) return refusal(read.error);
  const outcome = await parts.negotiations.within(door.negotiation, (within) =>
    attempt(parts, within, read.value, door),
  );
  // a door that was opened has a negotiation behind it
  return outcome ?? refusal({ rule: "R1.1", message: "There is no such stream for this seat." });
}

async function attempt(parts: HostParts, within: Within, command: ReadCommand, door: OpenedDoor): Promise<Outcome> {
  let isFresh = false;
  for (let attempts = 0; attempts < mostAttempts; attempts++) {
    const at = parts.clock();
    const decided = await decideNow(parts, within.held, command, at);
    if (!decided.ok) {
      if (!isFresh) {
        isFresh = true;
        const before = await answeredBefore(parts, command);
        if (before !== undefined) return before;
        if (await within.refresh()) continue;
      }
      return refusal(decided.error);
    }
    const { written, reads, answer } = decided.value;
    const outcome = await append(parts, within, written, reads, {
      ...keyOf(command, answer),
      ...takingOf(command, door),
    });
    switch (outcome.kind) {
      case "appended":
        return answer;
      case "repeated":
        return repeated(command, outcome.answer);
      case "conflict":
        await within.refresh();
        isFresh = true;
    }
  }
  return refusal({ rule: "H7", message: "Others were quicker each time. Nothing was done; send it again." });
}

type Decided = {
  readonly written: Written;
  /** What the decision rests on and does not change: it must not change meanwhile. */
  readonly reads: readonly StreamId[];
  readonly answer: Extract<Outcome, { kind: "done" }>;
};

async function decideNow(
  parts: HostParts,
  held: HeldNegotiation,
  read: ReadCommand,
  at: Instant,
): Promise<Result<Decided, HostRefusal>> {
  const { signed, command, text, signature } = read;
  const { seat, stream: address, key, after } = signed;
  const hall = held.states.get(held.row.hall);
  const author = checkAuthor(read, hall?.kind === "hall" ? hall : undefined);
  if (!author.ok) return author;
  const situation = situationFor(holdingOf(held, parts.key.publicKey), address, {
    at,
    newId: () => hexOf(parts.random(`${seat}: stream of ${key}`, 16)),
    digestOf: documentDigest,
  });
  const decided = decide(situation, seat, after, command);
  if (!decided.ok) return decided;
  const signingKey = situation.hall?.seats.get(seat)?.keys?.signing ?? "";
  const content = await checkSignedContent(parts.store, situation, signingKey, command);
  if (!content.ok) return content;
  const authorship: Authorship = { author: seat, command: text, signature };
  const written = writeEntries(parts, held, decided.value, authorship, at);
  const place = written.streams.find(({ head }) =>
    address === "new" ? !held.heads.has(head.stream) : head.stream === address,
  );
  if (place === undefined) return err({ rule: "H7", message: "This command wrote nothing." }); // no rule makes one
  const { stream, version } = place.head;
  return {
    ok: true,
    value: { written, reads: readsOf(situation, command), answer: { kind: "done", stream, version } },
  };
}

/**
 * The streams that the decision rests on beside those it writes to. The hall always: from the moment that a seat is removed
 * it writes nothing more. Of the channels those that a command of this kind looks into.
 */
function readsOf({ hallStream, seenByAll }: Situation, command: Command): readonly StreamId[] {
  switch (command.kind) {
    case "table":
      return command.conditions.length === 0 ? [hallStream] : [hallStream, ...seenByAll.keys()];
    case "reopen":
    case "move adoption":
    case "vote":
    case "reopen settlement":
      return [hallStream, ...seenByAll.keys()];
    default:
      return [hallStream];
  }
}

/** Writes it all or nothing; what was written is told to those who listen before this is over. */
export async function append(
  parts: HostParts,
  { held, wrote, appending }: Within,
  { append: wanted, closes, streams }: Written,
  reads: readonly StreamId[],
  more: Pick<Append, "key" | "closesCall" | "takesSeat">,
): Promise<AppendOutcome> {
  const writes = [...wanted.parts, ...wanted.created].map(({ stream }) => stream);
  const unchanged = [...new Set(reads)]
    .filter((stream) => !writes.includes(stream))
    .map((stream): AppendPart => ({ stream, expected: held.heads.get(stream)?.version ?? 0, entries: [] }));
  const closesCall = more.closesCall ?? (closes === undefined ? undefined : { call: closes, answers: [] });
  await parts.at("before append");
  const outcome = await appending(writes, () =>
    parts.store.append({
      negotiation: held.row.id,
      ...wanted,
      parts: [...wanted.parts, ...unchanged],
      ...(more.key ? { key: more.key } : {}),
      ...(more.takesSeat ? { takesSeat: more.takesSeat } : {}),
      ...(closesCall ? { closesCall } : {}),
    }),
  );
  if (outcome.kind !== "appended") return outcome;
  await parts.at("after commit");
  wrote(streams);
  await parts.at("after delivery");
  return outcome;
}

function keyOf({ signed, text }: ReadCommand, { stream, version }: Decided["answer"]): Pick<Append, "key"> {
  const { seat, key } = signed;
  return { key: { seat, key, digest: documentDigest(text), answer: JSON.stringify({ stream, version }) } };
}

/** Others may have opened the seat's link before it was taken: from here on the seat is whoever has its keys. */
function takingOf({ command }: ReadCommand, { seat, session = "" }: OpenedDoor): Pick<Append, "takesSeat"> {
  return command.kind === "join" ? { takesSeat: { seat, sessionDigest: tokenDigest(session) } } : {};
}

async function answeredBefore({ store }: HostParts, command: ReadCommand): Promise<Outcome | undefined> {
  const { negotiation, seat, key } = command.signed;
  const kept = await store.answered(negotiation, seat, key);
  return kept && repeated(command, kept);
}

function repeated({ text }: ReadCommand, kept: { readonly digest: string; readonly answer: string }): Outcome {
  if (kept.digest === documentDigest(text)) return readAnswer(kept.answer);
  return refusal({ rule: "H5", message: "This key was used for another command: each command has a key of its own." });
}

export function readAnswer(answer: string): Outcome {
  const { stream, version }: { readonly stream: StreamId; readonly version: number } = JSON.parse(answer); // as `keyOf` wrote it
  return { kind: "done", stream, version };
}

export function refusal({ rule, message }: HostRefusal): Outcome {
  return { kind: "refused", rule, message };
}
