import fc from "fast-check";
import { seededRandom } from "#prelude";
import type { EntryBody } from "#record";
import type { Procedure } from "#room";
import { keyFor, letters } from "./world/letters.ts";
import { openingOf } from "./world/opening.ts";
import { type PublicStep, publicStep } from "./world/public-step.ts";
import { publicView } from "./world/public-view.ts";
import type { Seams } from "./world/seams.ts";
import { agendaFor, people as peopleOf, type SeatName } from "./world/seats.ts";
import { type HiddenView, hiddenMoves, type Secret, type SecretKind, secretKinds, secretOf } from "./world/secret.ts";
import { openWorld, type Request, type World } from "./world/world.ts";

/** A pair is all in this: the same again gives the same again. */
export type PairSeed = {
  readonly seed: number;
  readonly kind: SecretKind;
  readonly steps: number;
  /** Whether what is secret is done at the same time as what is public, instead of before it. */
  readonly beside: boolean;
};

export type PairResult = {
  readonly pair: PairSeed;
  readonly parties: number;
  /** Public steps, the requests of them, and those made in secret in the second world. */
  readonly steps: number;
  readonly requests: number;
  readonly secretRequests: number;
  /** What outsiders were sent in one world: words of the host and their bytes. */
  readonly messages: number;
  readonly bytes: number;
  /** Entries that the hall and the public channels have at the end. */
  readonly entries: number;
  /** Entries that only insiders see, in the second world. */
  readonly secretEntries: number;
  /** How often each thing happened in the hall and the public channels, and under which rules outsiders were refused. */
  readonly happened: Readonly<Record<string, number>>;
  /** The first thing that an outsider was sent otherwise; undefined: none. */
  readonly difference: Difference | undefined;
};
export type Difference = {
  readonly seat: SeatName;
  readonly place: number;
  readonly first: string;
  readonly second: string;
};

const decisions: readonly Procedure["decision"][] = [
  { kind: "unanimity" },
  { kind: "consensus", hours: 0.01 },
  { kind: "qualified majority", atLeast: 2, vetoes: ["P1"] },
];

/** Mostly short ones: a leak shows early if it shows at all. A shorter history of the same seed is the beginning of a longer. */
export const pairs: fc.Arbitrary<PairSeed> = fc.record({
  seed: fc.nat(0x7fff_ffff),
  kind: fc.constantFrom(...secretKinds),
  steps: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 50, max: 90 }) },
    { weight: 1, arbitrary: fc.integer({ min: 90, max: 200 }) },
  ),
  beside: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/**
 * The same public history in two worlds in which only one secret differs, done step by step in both.
 * @param seams  a leak, planted in each of the worlds; a new one for each, since it may keep what it has seen.
 */
export async function runPair(
  pair: PairSeed,
  {
    seams = () => ({}),
    untilItDiffers = false,
  }: { readonly seams?: () => Seams; readonly untilItDiffers?: boolean } = {},
): Promise<PairResult> {
  const { seed, kind, steps, beside } = pair;
  const random = seededRandom(seed);
  const count = 3 + random.below(4);
  const people = peopleOf(count);
  const secret = secretOf(kind);
  const insiders = new Set(secret.insiders(people));
  const outsiders = people.names.filter((name) => !insiders.has(name));
  const opening = openingOf(people, `pair ${seed}`, decisions[random.below(decisions.length)]!);
  const { negotiation } = opening;
  const idOf = (name: SeatName): string => people.seat(name).id;
  const [first, second] = await Promise.all(
    [0, 1].map(() => openWorld({ seed: `pair ${seed}`, negotiation, idOf, seams: seams(), isTimed: !beside })),
  );
  if (!first || !second) throw new Error("two worlds were opened");
  const worlds = [first, second] as const;
  const write = letters(people, negotiation);
  const both = async (label: string, requests: readonly Request[]): Promise<void> => {
    for (const world of worlds) await world.act(label, requests);
  };

  await both("opening", [
    { via: "http", as: "convenor", method: "POST", url: "/negotiations", body: JSON.stringify(opening.request) },
  ]);
  const view = await publicView(first.store, negotiation);
  for (const name of people.names) {
    if (name !== "convenor" && name !== "late") {
      const body = JSON.stringify({ token: people.token(name), attempt: keyFor("attempt", name) });
      await both(`joining of ${name}`, [
        { via: "http", as: name, method: "POST", url: `/negotiations/${negotiation}/join`, body },
      ]);
      await view.refresh();
      const { version } = view.hall();
      const to = { door: "http", key: keyFor("join", name), stream: view.hallStream, after: version } as const;
      await both(`keys of ${name}`, [write.command(name, { kind: "join", keys: people.keys(name).public }, to)]);
    }
    if (random.below(4) > 0) await both(`arrival of ${name}`, [{ via: "connect", as: name, have: {} }]);
  }
  await view.refresh();

  const ownStream = await ownStreamOf(second, negotiation, idOf("P1"), [
    ...view.channels().map(([id]) => id),
    view.hallStream,
  ]);
  const keys: string[] = [];
  let channels: readonly string[] = [];
  let [requests, secretRequests] = [0, 0];
  for (let index = 0; index < steps; index++) {
    if (untilItDiffers && differenceOf(first, second, outsiders, beside)) break;
    for (const world of worlds) world.setTime(index);
    const step: PublicStep = {
      ...{ random, people, view, write, index, second: index, outsiders, agenda: agendaFor(count).agenda },
      sealed: secret.sealed,
      hidden: { streams: [...channels, ownStream], keys },
    };
    const hidden: HiddenView = { store: second.store, ownStream, channels };
    const moves = await hiddenMoves(secret as Secret, step, hidden);
    const asked = beside ? publicStep(step) : undefined;
    for (const [place, move] of moves.entries()) {
      if (move.second) {
        secretRequests += 1;
        keys.push(keyFor("hidden", index, place));
      }
      if (beside) continue;
      if (move.first) await first.act(`step ${index}, secret ${place}`, [move.first]);
      if (move.second) await second.act(`step ${index}, secret ${place}`, [move.second]);
    }
    if (asked) {
      requests += asked.length;
      await first.act(`step ${index}`, [...moves.flatMap((move) => move.first ?? []), ...asked]);
      await second.act(`step ${index}`, [...moves.flatMap((move) => move.second ?? []), ...asked]);
    }
    await view.refresh();
    if (moves.length > 0) {
      channels = await secretStreams(second, negotiation, first.store, kind, [
        ...view.channels().map(([id]) => id),
        view.hallStream,
      ]);
    }
    if (!asked) {
      const now = publicStep({ ...step, hidden: { streams: [...channels, ownStream], keys } });
      requests += now.length;
      await both(`step ${index}`, now);
      await view.refresh();
    }
  }
  // whoever looks again at the end, and takes the record along
  for (const name of outsiders) {
    const { sign, public: own } = people.keys(name);
    await both("end", [
      { via: "connect", as: name, have: {} },
      { via: "export", as: name, key: own.signing, sign },
    ]);
  }
  await both("end", [{ via: "tick" }]);

  const publicStreams = new Set([view.hallStream, ...view.channels().map(([id]) => id)]);
  const heads = await second.store.streams(negotiation);
  const sum = (of: readonly { readonly version: number }[]): number =>
    of.reduce((all, { version }) => all + version, 0);
  const result: PairResult = {
    ...{ pair, parties: count, steps, requests, secretRequests },
    ...volumeOf(first, outsiders),
    entries: sum(heads.filter(({ stream }) => publicStreams.has(stream))),
    secretEntries: sum(heads.filter(({ stream }) => channels.includes(stream) || stream === ownStream)),
    happened: await happenedIn(second, negotiation, publicStreams, outsiders),
    difference: differenceOf(first, second, outsiders, beside),
  };
  for (const world of worlds) await world.close();
  return result;
}

async function ownStreamOf(world: World, negotiation: string, seat: string, known: readonly string[]): Promise<string> {
  const heads = await world.store.streamsOf(negotiation, seat);
  const own = heads.find(({ kind, stream }) => kind === "delegation" && !known.includes(stream));
  if (!own) throw new Error("a delegation has a stream of its own");
  return own.stream;
}

/** The caucuses and back channels of the second world. */
async function secretStreams(
  world: World,
  negotiation: string,
  other: World["store"],
  kind: SecretKind,
  publicOnes: readonly string[],
): Promise<readonly string[]> {
  const heads = await world.store.streams(negotiation);
  const there = kind === "what is said and tabled in a caucus" ? [] : await other.streams(negotiation);
  const known = new Set([...publicOnes, ...there.map(({ stream }) => stream)]);
  return heads.filter((head) => head.kind === "channel" && !known.has(head.stream)).map(({ stream }) => stream);
}

async function happenedIn(
  { store, received }: World,
  negotiation: string,
  streams: ReadonlySet<string>,
  outsiders: readonly SeatName[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const stream of streams) {
    for (const { body } of await store.entries(negotiation, stream, 0, 10_000)) {
      const { events }: EntryBody = JSON.parse(body); // the host's own
      for (const { kind } of events) count(kind);
    }
  }
  for (const name of outsiders) {
    for (const text of received.get(name) ?? []) {
      const rule = /"rule":"([RH][0-9.]+)"/.exec(text)?.[1];
      if (rule !== undefined) count(`refused under ${rule}`);
      const status = /: HTTP (\d+) /.exec(text)?.[1];
      if (status !== undefined) count(`HTTP ${status}`);
      const frame = /: frame {"t":"([a-z ]+)"/.exec(text)?.[1];
      if (frame !== undefined) count(`frame ${frame}`);
    }
  }
  return counts;
}

function volumeOf(
  { received }: World,
  outsiders: readonly SeatName[],
): { readonly messages: number; readonly bytes: number } {
  const all = outsiders.flatMap((name) => received.get(name) ?? []);
  return { messages: all.length, bytes: all.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}

function differenceOf(
  first: World,
  second: World,
  outsiders: readonly SeatName[],
  beside: boolean,
): Difference | undefined {
  for (const seat of outsiders) {
    const [one, other] = [first, second].map(({ received }) => inOrder(received.get(seat) ?? [], beside));
    for (let place = 0; place < Math.max(one!.length, other!.length); place++) {
      if (one![place] !== other![place]) {
        return { seat, place, first: one![place] ?? "(nothing)", second: other![place] ?? "(nothing)" };
      }
    }
  }
  return undefined;
}

/** Of what came in one step beside a secret, the order is left out: answers to several requests at once wait for each other. */
function inOrder(received: readonly string[], beside: boolean): readonly string[] {
  if (!beside) return received;
  const step = (text: string): string => text.slice(0, text.indexOf(":"));
  const runs: string[][] = [];
  for (const text of received) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && step(last[0]) === step(text)) last.push(text);
    else runs.push([text]);
  }
  return runs.flatMap((run) => run.sort());
}
