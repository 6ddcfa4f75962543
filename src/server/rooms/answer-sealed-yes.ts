import { err, ok, type Result } from "#prelude";
import { documentDigest, isCommandSignedBy } from "#record";
import {
  decideForHost,
  decidingDelegations,
  type HostCommand,
  mayAnswerSealedYes,
  type Situation,
  type StreamId,
  sealedYesOutcome,
  situationFor,
} from "#room";
import type { HeldAnswer } from "#store";
import { type SignedAnswer, signedAnswer } from "#wire";
import { append, refusal } from "./carry-out.ts";
import { holdingOf } from "./held-negotiation.ts";
import type { Door, Outcome } from "./host.ts";
import { nativeCheck } from "./host-key.ts";
import type { HostParts } from "./host-parts.ts";
import { type HostRefusal, refused } from "./host-refusal.ts";
import type { Within } from "./negotiations.ts";
import { byHost, callName, writeEntries } from "./write-entries.ts";

/** As often as for a command; what is not settled then, the next tick settles. */
const mostAttempts = 200;

/**
 * A private answer to a sealed yes. It goes to no stream: the store holds it until all that decide have answered, and only
 * whether all said yes is written. Its sender is told that it is held, in the same words whatever the others have said.
 */
export async function answerSealedYes(
  parts: HostParts,
  door: Door,
  text: string,
  signature: string,
  key: string | undefined,
): Promise<Outcome> {
  const read = readAnswerText(door, text, key);
  if (!read.ok) return refusal(read.error);
  const outcome = await parts.negotiations.within(door.negotiation, async (within) => {
    const held = await hold(parts, within, read.value, text, signature);
    if (held.kind === "done") await settleSealedYes(parts, within, read.value.stream, read.value.call, false);
    return held;
  });
  return outcome ?? refusal({ rule: "R1.1", message: "There is no such stream for this seat." });
}

async function hold(
  parts: HostParts,
  within: Within,
  { stream, seat, call, saysYes }: SignedAnswer,
  text: string,
  signature: string,
): Promise<Outcome> {
  const { held, refresh } = within;
  for (let isFresh = false; ; isFresh = true) {
    const situation = situationAt(parts, within, stream);
    const signingKey = situation.hall?.seats.get(seat)?.keys?.signing;
    if (signingKey !== undefined && !isCommandSignedBy(text, signature, signingKey, nativeCheck)) {
      return refusal({ rule: "H3", message: "This answer is not signed with its seat's key." });
    }
    const may = mayAnswerSealedYes(situation, seat, call);
    if (!may.ok) {
      if (!isFresh && (await refresh())) continue;
      return refusal(may.error);
    }
    const answer = {
      negotiation: held.row.id,
      call: callName.sealedYes(stream, call),
      party: may.value,
      seat,
      saysYes,
    };
    const kept = await parts.store.holdAnswer(answer, situation.at);
    if (kept !== "closed") {
      return { kind: "done", stream, version: situation.stream?.version ?? 0 };
    }
    if (!isFresh && (await refresh())) continue;
    return refusal({ rule: "R6.6", message: "No sealed yes of that id is being asked here." });
  }
}

/** Writes the outcome if there is one by now (R6.7). */
export async function settleSealedYes(
  parts: HostParts,
  within: Within,
  stream: StreamId,
  call: string,
  timeIsOver: boolean,
): Promise<void> {
  for (let attempts = 0; attempts < mostAttempts; attempts++) {
    const situation = situationAt(parts, within, stream);
    const { hall, agenda, stream: channel } = situation;
    const asked = channel?.kind === "channel" ? channel.calls.get(call) : undefined;
    if (hall === undefined || channel?.kind !== "channel" || asked === undefined || asked.allSaidYes !== undefined)
      return;
    const name = callName.sealedYes(stream, call);
    const answers = await parts.store.heldAnswers(within.held.row.id, name);
    const said = new Map(answers.map(({ party, saysYes }) => [party, saysYes]));
    const deciding = decidingDelegations(agenda, hall, channel.plan.members);
    const allSaidYes = sealedYesOutcome(deciding, said, timeIsOver);
    if (allSaidYes === undefined) return;
    const command: HostCommand = { kind: "answer sealed yes", call, allSaidYes };
    if (await writeForHost(parts, within, situation, command, { call: name, answers })) return;
    await within.refresh();
  }
}

/** Settles a motion that silence has decided (R9.11). */
export async function settleMotion(parts: HostParts, within: Within, stream: StreamId, motion: string): Promise<void> {
  for (let attempts = 0; attempts < mostAttempts; attempts++) {
    const situation = situationAt(parts, within, stream);
    const call = callName.motion(stream, motion);
    const command: HostCommand = { kind: "settle motion", motion };
    if (await writeForHost(parts, within, situation, command, { call, answers: [] })) return;
    await within.refresh();
  }
}

/** Whether there is nothing more to do: it was written, or the room has no use for it. */
async function writeForHost(
  parts: HostParts,
  within: Within,
  situation: Situation,
  command: HostCommand,
  closesCall: { readonly call: string; readonly answers: readonly HeldAnswer[] },
): Promise<boolean> {
  const decided = decideForHost(situation, command);
  if (!decided.ok) return true;
  const written = writeEntries(parts, within.held, decided.value, byHost, situation.at);
  const reads = [situation.hallStream, ...(command.kind === "settle motion" ? situation.seenByAll.keys() : [])];
  const outcome = await append(parts, within, written, reads, { closesCall });
  return outcome.kind !== "conflict";
}

/** Those whose time is over, whichever process asked them: any process may write the outcome, and one does. */
export async function settleWhatIsOver(parts: HostParts): Promise<void> {
  for (const { negotiation, stream, call } of await parts.store.openCalls(parts.clock())) {
    const [kind, , name]: readonly [string, StreamId, string] = JSON.parse(call); // as `callName` wrote it
    await parts.negotiations.within(negotiation, async (within) => {
      await within.refresh();
      if (kind === "motion") await settleMotion(parts, within, stream, name);
      else await settleSealedYes(parts, within, stream, name, true);
    });
  }
}

function situationAt(parts: HostParts, { held }: Within, stream: StreamId): Situation {
  return situationFor(holdingOf(held, parts.key.publicKey), stream, {
    at: parts.clock(),
    newId: () => {
      throw new Error("an outcome opens no stream");
    },
    digestOf: documentDigest,
  });
}

function readAnswerText(door: Door, text: string, key: string | undefined): Result<SignedAnswer, HostRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("H1", "This is no signed answer: it is not JSON.");
  }
  const read = signedAnswer.safeParse(value);
  if (!read.success || JSON.stringify(read.data) !== text) {
    return refused("H1", "This is no signed answer in its one form: v, negotiation, stream, seat, key, call, saysYes.");
  }
  const { data } = read;
  if (data.negotiation !== door.negotiation)
    return err({ rule: "H2", message: "This answer was signed for another negotiation." });
  if (data.seat !== door.seat) return err({ rule: "H2", message: "This answer was signed for another seat." });
  if (key !== undefined && data.key !== key)
    return err({ rule: "H2", message: "This answer was signed with another key." });
  return ok(data);
}
