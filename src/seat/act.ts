import type { Choices, PreferenceSheet, Settlement } from "#model";
import { err, ok, type Result } from "#prelude";
import { documentDigest, signSettlement } from "#record";
import {
  type ChannelPlan,
  type ChannelState,
  type Command,
  type Instant,
  isPublic,
  type Level,
  type Mandate,
  type Motion,
  mandateText,
  type OfferCondition,
  type OfferId,
  type Reason,
  type SeatId,
  type StreamId,
  settlementTextOf,
} from "#room";
import {
  delegationStream,
  type Override,
  overrideText,
  type PaperKind,
  type Papers,
  papersOf,
  sealedPaper,
  sheetText,
} from "./delegation-papers.ts";
import type { Outcome } from "./outbox.ts";
import { type Cleared, clear, type NotCleared, type Outgoing } from "./outgoing-check.ts";
import { randomId } from "./random-bytes.ts";
import type { SeatSession } from "./seat-session.ts";
import { newWordKeys, wordKeyFor, wordKeyOf, wordsFor } from "./words.ts";

export type OfferDraft = {
  readonly choices: Choices;
  readonly conditions?: readonly OfferCondition[];
  readonly counters?: OfferId;
  readonly note?: string;
  readonly until?: Instant;
};

/** Joins with the seat's own keys: the first thing that a new seat sends. */
export function joinHall(session: SeatSession): Promise<Outcome> {
  const { hallStream } = session.snapshot().streams;
  if (hallStream === undefined) return refused("The negotiation has not been read yet.");
  return session.send(hallStream, { kind: "join", keys: session.keys.publicKeys });
}

/** The mandate's clearance of what would bind the delegation; with `override`, the acknowledged version of a recorded one. */
export function clearance(session: SeatSession, outgoing: Outgoing, override?: number): Result<Cleared, NotCleared> {
  const { agenda, kept, snapshot } = session;
  const level = snapshot().streams.hall?.seats.get(kept.seat)?.level;
  const question = { agenda, papers: ownPapers(session), at: session.now() };
  return clear(outgoing, { ...question, ...(level ? { level } : {}), ...(override === undefined ? {} : { override }) });
}

/** Tables what was cleared. */
export function tableOffer(
  session: SeatSession,
  { channel, choices, conditions }: Cleared,
  draft: Omit<OfferDraft, "choices" | "conditions"> = {},
): Promise<Outcome> {
  return table(session, channel, "offer", { ...draft, choices, conditions });
}

/** A supposal or a mediator's proposal binds nobody, and asks no mandate. */
export function tableFreely(
  session: SeatSession,
  channel: StreamId,
  as: "supposal" | "proposal",
  draft: OfferDraft,
): Promise<Outcome> {
  return table(session, channel, as, draft);
}

async function table(
  session: SeatSession,
  channel: StreamId,
  as: "offer" | "supposal" | "proposal",
  { choices, conditions = [], counters, note, until }: OfferDraft,
): Promise<Outcome> {
  const words = note === undefined ? undefined : sealedWords(session, channel, note);
  if (words && !words.ok) return refused(words.error);
  return session.send(channel, {
    kind: "table",
    as,
    offer: randomId(session.random),
    choices,
    conditions,
    ...(counters === undefined ? {} : { counters }),
    ...(words ? { note: words.value } : {}),
    ...(until === undefined ? {} : { until }),
  });
}

/** What accepting an offer would bind the delegation to. */
export function outgoingOf(session: SeatSession, channel: StreamId, offer: OfferId): Outgoing | undefined {
  const tabled = channelState(session, channel)?.offers.get(offer);
  return tabled && { channel, choices: tabled.offer.choices, conditions: tabled.offer.conditions };
}

/** Accepts ad referendum. The clearance must be for this offer's package, as `outgoingOf` gives it. */
export function acceptOffer(session: SeatSession, { channel, choices }: Cleared, offer: OfferId): Promise<Outcome> {
  const tabled = outgoingOf(session, channel, offer);
  if (tabled && JSON.stringify(tabled.choices) !== JSON.stringify(choices))
    return refused("What was cleared is another package than this offer's.");
  return session.send(channel, { kind: "accept", offer });
}

export function rejectOffer(
  session: SeatSession,
  channel: StreamId,
  offer: OfferId,
  reasons: readonly { readonly issue?: string; readonly text: string }[],
): Promise<Outcome> {
  const sealed: Reason[] = [];
  for (const { issue, text } of reasons) {
    const words = sealedWords(session, channel, text);
    if (!words.ok) return refused(words.error);
    sealed.push({ ...(issue === undefined ? {} : { issue }), words: words.value });
  }
  return session.send(channel, { kind: "reject", offer, reasons: sealed });
}

export function say(session: SeatSession, channel: StreamId, text: string): Promise<Outcome> {
  return withWords(session, channel, text, (words) => ({ kind: "say", words }));
}

export function withdrawOffer(session: SeatSession, channel: StreamId, offer: OfferId): Promise<Outcome> {
  return session.send(channel, { kind: "withdraw", offer });
}

export function reopenOffer(session: SeatSession, channel: StreamId, offer: OfferId, reason: string): Promise<Outcome> {
  return withWords(session, channel, reason, (words) => ({ kind: "reopen", offer, reason: words }));
}

/** Convenes a channel; a back channel's or caucus's word key is made here and sealed to each member. */
export function convene(session: SeatSession, plan: Omit<ChannelPlan, "id">): Promise<Outcome> {
  if (isPublic(plan.kind)) return session.send("new", { kind: "convene", plan });
  const { hall } = session.snapshot().streams;
  if (!hall) return refused("The negotiation has not been read yet.");
  const wordKeys = newWordKeys(session.kept, hall, plan.members, session.random);
  if (!wordKeys.ok) return refused(wordKeys.error);
  return session.send("new", { kind: "convene", plan, wordKeys: wordKeys.value });
}

export function addMember(session: SeatSession, channel: StreamId, seat: SeatId): Promise<Outcome> {
  const state = channelState(session, channel);
  const { hall } = session.snapshot().streams;
  if (!state || !hall) return refused(unseen);
  if (isPublic(state.plan.kind)) return session.send(channel, { kind: "add member", seat });
  const key = wordKeyOf(session.kept, session.keys, state);
  if (!key) return refused("This seat does not hold the key for the words of this channel.");
  const wordKey = wordKeyFor(session.kept, key, state, hall, seat, session.random);
  return wordKey.ok
    ? session.send(channel, { kind: "add member", seat, wordKey: wordKey.value })
    : refused(wordKey.error);
}

/** Also how a member leaves. Whoever was there may still know the channel's key; the host gives it nothing more to open. */
export function removeMember(session: SeatSession, channel: StreamId, seat: SeatId): Promise<Outcome> {
  return session.send(channel, { kind: "remove member", seat });
}

export function closeChannel(session: SeatSession, channel: StreamId): Promise<Outcome> {
  return session.send(channel, { kind: "close channel" });
}

export function setLevel(session: SeatSession, channel: StreamId, level: Level): Promise<Outcome> {
  return session.send(channel, { kind: "set level", level });
}

export function callSealedYes(
  session: SeatSession,
  channel: StreamId,
  choices: Choices,
  until: Instant,
): Promise<Outcome> {
  return session.send(channel, { kind: "call sealed yes", call: randomId(session.random), choices, until });
}

/** A yes must be cleared, for the call's package; a no needs nothing. It is told to nobody. */
export function answerSealedYes(
  session: SeatSession,
  channel: StreamId,
  call: string,
  answer: Cleared | "no",
): Promise<Outcome> {
  if (answer === "no") return session.sendAnswer(channel, call, false);
  const asked = channelState(session, channel)?.calls.get(call);
  if (!asked || JSON.stringify(asked.choices) !== JSON.stringify(answer.choices))
    return refused("What was cleared is another package than the one that is asked about.");
  return session.sendAnswer(channel, call, true);
}

/** In plenary. `closes`: a closed set, as the composition lists it. */
export function moveAdoption(session: SeatSession, settlement: Settlement, closes: Motion["closes"]): Promise<Outcome> {
  const motion = randomId(session.random);
  const named = closes.map(({ channel, offer }) => ({ channel, offer }));
  return toPlenary(session, { kind: "move adoption", motion, settlement, closes: named });
}

export function vote(session: SeatSession, motion: string, says: "yes" | "no" | "abstains"): Promise<Outcome> {
  return toPlenary(session, { kind: "vote", motion, says });
}

/** Puts the seat's name to the exact text of what was adopted. The digest that was adopted must be this client's own. */
export function putName(session: SeatSession, act: "initial" | "sign" | "ratify", motion: string): Promise<Outcome> {
  const text = motionText(session, motion);
  if (text === undefined) return refused("There is no such motion in the plenary.");
  const digest = documentDigest(text);
  const adopted = plenaryOf(session)?.motions.get(motion)?.digest;
  if (adopted !== undefined && adopted !== digest)
    return refused("The text that was adopted is another than the one this client computes: it is not signed.");
  const { negotiation } = session.kept;
  const signature = signSettlement({ act, negotiation, motion, text }, session.keys.sign);
  return toPlenary(session, { kind: act, motion, digest, signature });
}

export function reopenSettlement(session: SeatSession, motion: string, reason: string): Promise<Outcome> {
  return toPlenary(session, { kind: "reopen settlement", motion, reason });
}

/** The exact text of a motion's settlement with its annexes. */
export function motionText({ kept, agenda, snapshot }: SeatSession, motion: string): string | undefined {
  const { hall, states } = snapshot().streams;
  const moved = [...states.values()].flatMap((state) =>
    state.kind === "channel" ? (state.motions.get(motion) ?? []) : [],
  )[0];
  return hall && moved && settlementTextOf({ negotiation: kept.negotiation, agenda, hall }, moved);
}

export function keepSheet(session: SeatSession, sheet: PreferenceSheet): Promise<Outcome> {
  return keep(session, "sheet", sheetText(sheet));
}

export function keepMandate(session: SeatSession, mandate: Mandate): Promise<Outcome> {
  return keep(session, "mandate", mandateText(mandate));
}

/** Records an override; the version of its outcome is what `clearance` asks for. */
export function keepOverride(session: SeatSession, override: Omit<Override, "schema">): Promise<Outcome> {
  const { channel, choices, conditions, breaches, reason } = override;
  return keep(session, "override", overrideText({ channel, choices, conditions, breaches, reason }));
}

export function keepNote(session: SeatSession, text: string): Promise<Outcome> {
  return keep(session, "note", text);
}

function keep(session: SeatSession, what: PaperKind, text: string): Promise<Outcome> {
  const { kept, keys, random } = session;
  const own = delegationStream(session.snapshot().streams);
  if (!own) return refused("The delegation's own stream has not been read yet.");
  return session.send(own.stream, sealedPaper(kept, keys, own.stream, what, text, random));
}

export function setDeadline(session: SeatSession, deadline: Instant | null): Promise<Outcome> {
  return toHall(session, { kind: "set deadline", deadline });
}

export function removeSeat(session: SeatSession, seat: SeatId): Promise<Outcome> {
  return toHall(session, { kind: "remove seat", seat });
}

/** For a seat whose keys are lost: it is taken anew with a new link. */
export function freeSeat(session: SeatSession, seat: SeatId): Promise<Outcome> {
  return toHall(session, { kind: "free seat", seat });
}

export function setSeatLevel(session: SeatSession, seat: SeatId, level: Level): Promise<Outcome> {
  return toHall(session, { kind: "set seat level", seat, level });
}

export function endNegotiation(session: SeatSession, reason: string): Promise<Outcome> {
  return toHall(session, { kind: "end", reason });
}

export function ownPapers({ kept, keys, snapshot }: SeatSession): Papers | undefined {
  return papersOf(kept, keys, snapshot().streams);
}

export function plenaryOf({ snapshot }: SeatSession): ChannelState | undefined {
  for (const state of snapshot().streams.states.values())
    if (state.kind === "channel" && state.plan.kind === "plenary") return state;
  return undefined;
}

const unseen = "There is no such stream for this seat.";

function toHall(session: SeatSession, command: Command): Promise<Outcome> {
  const { hallStream } = session.snapshot().streams;
  return hallStream === undefined ? refused(unseen) : session.send(hallStream, command);
}

function toPlenary(session: SeatSession, command: Command): Promise<Outcome> {
  const plenary = plenaryOf(session);
  return plenary === undefined
    ? refused("This seat has no place in the plenary.")
    : session.send(plenary.plan.id, command);
}

function channelState({ snapshot }: SeatSession, channel: StreamId): ChannelState | undefined {
  const state = snapshot().streams.states.get(channel);
  return state?.kind === "channel" ? state : undefined;
}

function withWords(
  session: SeatSession,
  channel: StreamId,
  text: string,
  command: (words: Reason["words"]) => Command,
): Promise<Outcome> {
  const words = sealedWords(session, channel, text);
  return words.ok ? session.send(channel, command(words.value)) : refused(words.error);
}

function sealedWords(session: SeatSession, channel: StreamId, text: string): Result<Reason["words"], string> {
  const state = channelState(session, channel);
  if (!state) return err(unseen);
  const words = wordsFor(session.kept, session.keys, state, text, session.random);
  return words.ok ? ok(words.value) : words;
}

/** By this client itself: nothing was sent. */
function refused(message: string): Promise<Outcome> {
  return Promise.resolve({ kind: "refused", rule: "client", message });
}
