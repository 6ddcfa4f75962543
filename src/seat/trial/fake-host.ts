import type { Agenda } from "#model";
import type { Random } from "#prelude";
import {
  documentDigest,
  type Entry,
  makeEntry,
  parseSignedCommand,
  signingKey,
  signWith,
  startOfStream,
} from "#record";
import {
  type Command,
  decide,
  decideForHost,
  decidingDelegations,
  evolveAll,
  type SeatId,
  type StreamAppend,
  type StreamId,
  type StreamState,
  sealedYesOutcome,
  sees,
  situationFor,
} from "#room";
import type { CreateRequest, HostFrame, SignedAnswer, StreamHere } from "#wire";
import { instantOf } from "../clock.ts";

export type HeldStream = { readonly kind: StreamHere["kind"]; readonly entries: Entry[]; state: StreamState };

/** A host in memory that decides and writes as the real one, without its checks of signatures: no network, no store. */
export type FakeHost = {
  readonly negotiation: string;
  readonly streams: Map<StreamId, HeldStream>;
  readonly command: (text: string, signature: string) => HostFrame;
  readonly answer: (text: string) => HostFrame;
  readonly ask: (seat: SeatId, key: string) => HostFrame;
  readonly streamsOf: (seat: SeatId) => readonly StreamId[];
  readonly onGrown: (listener: () => void) => void;
};

export function bytesFrom(random: Random): (length: number) => Uint8Array {
  return (length) => Uint8Array.from({ length }, () => random.below(256));
}

export function fakeHost(request: CreateRequest, random: Random, now: () => number): FakeHost {
  const bytes = bytesFrom(random);
  const key = signingKey(bytes(32));
  const agenda: Agenda = JSON.parse(request.agenda);
  const streams = new Map<StreamId, HeldStream>();
  const hallStream = newId();
  const answered = new Map<string, HostFrame>();
  const held = new Map<string, Map<string, boolean>>();
  const listeners: (() => void)[] = [];
  const opened = parseSignedCommand(request.command);
  if (!opened.ok) throw new Error(opened.error);
  const { negotiation } = opened.value;
  const first = command(request.command, request.signature);
  if (first.t !== "done") throw new Error(JSON.stringify(first));

  function newId(): string {
    return Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
  }

  function situation(address: StreamId | "new") {
    const states = new Map([...streams].map(([id, { state }]) => [id, state]));
    const holding = { negotiation, agenda, hostKey: key.publicKey, hallStream, streams: states };
    return situationFor(holding, address, { at: instantOf(now()), newId, digestOf: documentDigest });
  }

  function write(
    appends: readonly StreamAppend[],
    author: SeatId | "host",
    text: string | null,
    signature: string | null,
  ) {
    const hall = streams.get(hallStream)?.entries.length ?? 0;
    for (const { stream, events } of appends) {
      const before = streams.get(stream);
      const last = before?.entries.at(-1);
      const head = last ? { version: last.version, hash: last.hash } : startOfStream(negotiation, stream);
      const at = instantOf(now());
      const content = { negotiation, stream, hall, at, author, command: text, signature, events };
      const entry = makeEntry(head, content, bytes(32), signWith(key));
      const state = evolveAll(before?.state, events, { version: entry.version, at });
      if (before) {
        before.entries.push(entry);
        before.state = state;
      } else streams.set(stream, { kind: state.kind, entries: [entry], state });
    }
    for (const listener of listeners) listener();
  }

  function command(text: string, signature: string): HostFrame {
    const signed = parseSignedCommand(text);
    if (!signed.ok) throw new Error(signed.error);
    const { seat, key: name, after } = signed.value;
    const before = answered.get(`${seat} ${name}`);
    if (before) return before;
    const asked = signed.value.command as Command; // sent by this folder's own client
    const address = asked.kind === "open" ? hallStream : signed.value.stream;
    const decided = decide(situation(address), seat, after, asked);
    if (!decided.ok) return { t: "refused", key: name, ...decided.error };
    write(decided.value, seat, text, signature);
    const stream = decided.value.at(-1)?.stream ?? "";
    const done: HostFrame = { t: "done", key: name, stream, version: streams.get(stream)?.entries.length ?? 0 };
    answered.set(`${seat} ${name}`, done);
    return done;
  }

  function answer(text: string): HostFrame {
    const { stream, seat, call, saysYes, key: name }: SignedAnswer = JSON.parse(text);
    const hall = streams.get(hallStream)?.state;
    const channel = streams.get(stream)?.state;
    if (hall?.kind !== "hall" || channel?.kind !== "channel") throw new Error("no such channel");
    const answers = held.get(call) ?? new Map<string, boolean>();
    held.set(call, answers.set(hall.seats.get(seat)?.delegation ?? "", saysYes));
    const outcome = sealedYesOutcome(decidingDelegations(agenda, hall, channel.plan.members), answers, false);
    if (outcome !== undefined) {
      const decided = decideForHost(situation(stream), { kind: "answer sealed yes", call, allSaidYes: outcome });
      if (decided.ok) write(decided.value, "host", null, null);
    }
    return { t: "done", key: name, stream, version: channel.version };
  }

  return {
    negotiation,
    streams,
    command,
    answer,
    ask: (seat, name) => answered.get(`${seat} ${name}`) ?? { t: "not done", key: name },
    streamsOf: (seat) => {
      const hall = streams.get(hallStream)?.state;
      if (hall?.kind !== "hall") return [];
      return [...streams].flatMap(([id, { state }]) => (sees(hall, state, seat) ? [id] : []));
    },
    onGrown: (listener) => void listeners.push(listener),
  };
}
