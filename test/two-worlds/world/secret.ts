import type { EntryBody } from "#record";
import {
  type ChannelState,
  type Command,
  decidingDelegations,
  evolveAll,
  type StreamId,
  type StreamState,
} from "#room";
import type { Store } from "#store";
import { keyFor } from "./letters.ts";
import { drawingOf, openCalls, type PublicStep } from "./public-step.ts";
import { channelCommand, channelNames, one } from "./random-command.ts";
import { hashHex, type SeatName } from "./seats.ts";
import type { Request } from "./world.ts";

/** What one party, or those who share it, keep from the rest; the two worlds of a pair differ in this alone. */
export const secretKinds = [
  "what a delegation's papers say",
  "that a delegation keeps papers",
  "what is said and tabled in a caucus",
  "that there is a caucus, and all that happens in it",
  "that there is a back channel, and all that happens in it",
  "what a party answers to a sealed yes where another says no",
  "whether a party answers a sealed yes that another leaves unanswered",
  "all of these at once",
] as const;
export type SecretKind = (typeof secretKinds)[number];

export type Secret = {
  readonly kind: SecretKind;
  /** Who is in on it: what they are sent may differ. */
  readonly insiders: (of: { readonly parties: readonly string[] }) => readonly SeatName[];
  readonly sealed: PublicStep["sealed"];
};

const delegation = ["P1", "P1 mandator", "P1 support"] as const;

export function secretOf(kind: SecretKind): Secret {
  const of = (...insiders: readonly SeatName[]) => ({ kind, insiders: () => insiders, sealed: {} });
  switch (kind) {
    case "what a delegation's papers say":
    case "that a delegation keeps papers":
      return of(...delegation);
    case "what is said and tabled in a caucus":
    case "that there is a caucus, and all that happens in it":
      return of("P1", "mediator");
    case "that there is a back channel, and all that happens in it":
      return of("P1", "P2");
    case "what a party answers to a sealed yes where another says no":
      return { ...of("P1"), sealed: { secret: "P1", no: "P2" } };
    case "whether a party answers a sealed yes that another leaves unanswered":
      return { ...of("P1"), sealed: { secret: "P1", no: "P2", silent: "P3" } };
    case "all of these at once":
      return { ...of(...delegation, "P2", "mediator"), sealed: { secret: "P1", no: "P2" } };
  }
}

/** What is done in secret before a public step: in the first world, in the second. */
export type HiddenMove = { readonly first?: Request; readonly second?: Request };

/** What of the second world its insiders see, and what they have done so far. */
export type HiddenView = {
  readonly store: Store;
  readonly ownStream: StreamId;
  /** The secret channels, in order of convening. */
  readonly channels: readonly StreamId[];
};

export async function hiddenMoves(
  secret: Secret,
  step: PublicStep,
  hidden: HiddenView,
): Promise<readonly HiddenMove[]> {
  const count = step.random.below(3);
  const moves: HiddenMove[] = [];
  for (let place = 0; place < count; place++) moves.push(...(await hiddenMove(secret.kind, step, hidden, place)));
  return moves;
}

async function hiddenMove(
  kind: SecretKind,
  step: PublicStep,
  hidden: HiddenView,
  place: number,
): Promise<readonly HiddenMove[]> {
  switch (kind) {
    case "what a delegation's papers say":
      return [paper(step, hidden, place, "in both")];
    case "that a delegation keeps papers":
      return [paper(step, hidden, place, "in the second")];
    case "what is said and tabled in a caucus":
      return [await inChannel(step, hidden, place, ["mediator", "P1"], "caucus", "in both")];
    case "that there is a caucus, and all that happens in it":
      return [await inChannel(step, hidden, place, ["mediator", "P1"], "caucus", "in the second")];
    case "that there is a back channel, and all that happens in it":
      return [await inChannel(step, hidden, place, ["P1", "P2"], "back channel", "in the second")];
    case "what a party answers to a sealed yes where another says no":
      return answers(step, place, "in both");
    case "whether a party answers a sealed yes that another leaves unanswered":
      return answers(step, place, "in the second");
    case "all of these at once":
      switch (step.random.below(4)) {
        case 0:
          return [paper(step, hidden, place, "in the second")];
        case 1:
          return [await inChannel(step, hidden, place, ["mediator", "P1"], "caucus", "in the second")];
        case 2:
          return [await inChannel(step, hidden, place, ["P1", "P2"], "back channel", "in the second")];
        default:
          return answers(step, place, "in both");
      }
  }
}

type Where = "in both" | "in the second";

/** Bytes of one bucket's length, as sealing makes them; others in the other world. */
function sealedBytes(of: string, world: 1 | 2, length = 344): string {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, block) => hashHex("sealed", of, world, block));
  return blocks.join("").slice(0, length);
}

function paper(step: PublicStep, { ownStream }: HiddenView, place: number, where: Where): HiddenMove {
  const { random, write, index } = step;
  const what = one(random, ["sheet", "mandate", "override", "note", "clearance"] as const)!;
  const as = one(random, what === "mandate" || what === "clearance" ? ["P1 mandator"] : delegation)!;
  const key = keyFor("hidden", index, place);
  const door = random.below(2) === 0 ? "http" : "frame";
  const kept = (world: 1 | 2): Request => {
    const command: Command = { kind: "keep", what, sealed: sealedBytes(key, world) };
    // the whole stream is as if seen: papers are never stale
    return write.command(as, command, { door, key, stream: ownStream, after: 0 });
  };
  return where === "in both" ? { first: kept(1), second: kept(2) } : { second: kept(2) };
}

/** Convening it first, then anything that may be done in it, reading it, adding to it, closing it. */
async function inChannel(
  step: PublicStep,
  { store, channels }: HiddenView,
  place: number,
  members: readonly SeatName[],
  kind: "caucus" | "back channel",
  where: Where,
): Promise<HiddenMove> {
  const { random, people, write, index } = step;
  const key = keyFor("hidden", index, place);
  const door = random.below(2) === 0 ? "http" : "frame";
  const twice = (one: Request, other = one): HiddenMove =>
    where === "in both" ? { first: one, second: other } : { second: one };
  const open = await secretChannels(store, write.negotiation, channels, kind);
  const there = one(random, open);
  if (!there || random.below(30) === 0) {
    const seats = members.map((name) => people.seat(name).id);
    const wordKeys = Object.fromEntries(seats.map((seat) => [seat, hashHex("word key", key, seat)]));
    const plan = { kind, name: one(random, channelNames)!, clusters: [], members: seats, level: "expert" } as const;
    return twice(
      write.command(members[0]!, { kind: "convene", plan, wordKeys }, { door, key, stream: "new", after: 0 }),
    );
  }
  const [stream, channel] = there;
  const as = one(random, members)!;
  if (random.below(8) === 0) {
    return twice({ via: "http", as, method: "GET", url: write.path(as, `/streams/${stream}/entries`) });
  }
  const seed = random.uint32();
  const inWorld = (world: 1 | 2): Request => {
    const words = (text: string) => ({ sealed: sealedBytes(`${key} ${text}`, world) });
    const drawing = drawingOf(step);
    const drawn =
      seed % 40 === 0
        ? ({ kind: "close channel" } as const)
        : channelCommand({ ...drawing, random }, as, stream, channel, words);
    const isOwn = drawn.kind !== "add member" || members.some((name) => people.seat(name).id === drawn.seat);
    const command: Command = isOwn ? drawn : { kind: "say", words: words("instead") };
    return write.command(as, command, { door, key, stream, after: channel.version });
  };
  return where === "in both" ? { first: inWorld(1), second: inWorld(2) } : { second: inWorld(2) };
}

/** The secret party's answers: to one call again and again, changed now and then. */
function answers(step: PublicStep, place: number, where: Where): readonly HiddenMove[] {
  const { random, write, index, agenda, view, sealed } = step;
  const asked = one(
    random,
    openCalls(step).filter(([, { plan }]) => {
      const deciding = decidingDelegations(agenda, view.hall(), plan.members);
      return [sealed.no, sealed.silent].every((name) => name === undefined || deciding.includes(name));
    }),
  );
  if (!asked) return [];
  const [stream, , call] = asked;
  const key = keyFor("hidden", index, place);
  const door = random.below(2) === 0 ? "http" : "frame";
  const says = (saysYes: boolean) => write.answer("P1", stream, call, saysYes, { door, key });
  if (where === "in the second") return [{ second: says(random.below(2) === 0) }];
  return [{ first: says(true), second: says(false) }];
}

async function secretChannels(
  store: Store,
  negotiation: string,
  streams: readonly StreamId[],
  kind: "caucus" | "back channel",
): Promise<readonly (readonly [StreamId, ChannelState])[]> {
  const found: (readonly [StreamId, ChannelState])[] = [];
  for (const stream of streams) {
    let state: StreamState | undefined;
    for (const { body, version } of await store.entries(negotiation, stream, 0, 10_000)) {
      const { events, at }: EntryBody = JSON.parse(body); // the host's own
      state = evolveAll(state, events, { version, at });
    }
    if (state?.kind === "channel" && state.plan.kind === kind && !state.closed) found.push([stream, state]);
  }
  return found;
}
