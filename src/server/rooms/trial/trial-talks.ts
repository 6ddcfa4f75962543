import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseScenario } from "#language";
import { commandText, documentDigest, proveJoining, type Sign, signCommand, signingKey, signWith } from "#record";
import type { ChannelPlan, Command, OpenCommand, Seat, SeatKeys, StreamId } from "#room";
import { memoryStore, type Store } from "#store";
import type { CreateRequest, JoinRequest, SignedAnswer } from "#wire";
import { type CrashPoint, type Door, type Outcome, type RoomsHost, roomsHost } from "../host.ts";

/** Talks about a harbour, for tests of the host: three parties, a mandator, a mediator, an observer. */
export const trialSeats = ["convenor", "fleet", "fleetMandator", "line", "town", "mediator", "observer"] as const;
export type TrialSeat = (typeof trialSeats)[number];

export type TrialTalks = {
  readonly host: RoomsHost;
  readonly store: Store;
  readonly time: { now: string };
  readonly negotiation: string;
  readonly hall: StreamId;
  readonly plenary: StreamId;
  readonly group: StreamId;
  readonly request: CreateRequest;
  readonly door: (seat: TrialSeat) => Door;
  readonly token: (seat: TrialSeat) => string;
  /** What the seat's own client asks to be let in with. */
  readonly entry: (seat: TrialSeat, attempt: string) => JoinRequest;
  readonly keys: (seat: TrialSeat) => { readonly public: SeatKeys; readonly sign: Sign };
  /** A signed command, as the seat's client makes it. */
  readonly signed: (seat: TrialSeat, stream: StreamId | "new", command: Command, twist?: Twist) => Promise<SignedText>;
  readonly send: (seat: TrialSeat, stream: StreamId | "new", command: Command, twist?: Twist) => Promise<Outcome>;
  readonly answer: (seat: TrialSeat, call: string, saysYes: boolean) => Promise<Outcome>;
  readonly version: (stream: StreamId) => Promise<number>;
};

export type SignedText = { readonly text: string; readonly signature: string; readonly key: string };
export type Twist = {
  readonly key?: string;
  readonly after?: number;
  readonly negotiation?: string;
  readonly as?: TrialSeat;
  readonly signedBy?: TrialSeat;
};

export const trialStart = "2026-11-23T13:00:00.000Z";
export const inAnHour = "2026-11-23T14:00:00.000Z";

const folder = new URL("../../../../scenarios/textbook/harbour-town/", import.meta.url);
const { scenario } = parseScenario(
  new Map([["scenario.yaml", readFileSync(new URL("scenario.yaml", folder), "utf8")]]),
);
if (!scenario) throw new Error("harbour-town can be read");
export const trialAgenda = scenario.agenda;

/** The same bytes for the same purpose: what one audience's are does not hang on what another's were used for. */
export function seededBytes(seed: string): (purpose: string, size: number) => Uint8Array {
  return (purpose, size) => {
    const blocks = Math.ceil(size / 32);
    const hashed = (block: number) =>
      createHash("sha256")
        .update(JSON.stringify([seed, purpose, block]))
        .digest();
    return new Uint8Array(Buffer.concat(Array.from({ length: blocks }, (_, block) => hashed(block))).subarray(0, size));
  };
}

export async function trialHost(
  options: {
    readonly store?: Store;
    readonly seed?: string;
    readonly time?: { now: string };
    readonly at?: (point: CrashPoint) => void | Promise<void>;
  } = {},
): Promise<{ readonly host: RoomsHost; readonly store: Store; readonly time: { now: string } }> {
  const { store = memoryStore(), seed = "trial", time = { now: trialStart }, at } = options;
  const random = seededBytes(`host of ${seed}`);
  const host = await roomsHost({ store, clock: () => time.now, random, ...(at ? { at } : {}) });
  return { host, store, time };
}

/** Opened; every seat but the observer has joined, unless `joined` says who. */
export async function trialTalks(
  options: Parameters<typeof trialHost>[0] & {
    readonly joined?: readonly TrialSeat[];
    readonly change?: Partial<OpenCommand>;
    readonly reusable?: boolean;
  } = {},
): Promise<TrialTalks> {
  const { seed = "trial", joined = trialSeats, change = {}, reusable = false } = options;
  const { host, store, time } = await trialHost(options);
  const talks = await openTalks(host, store, time, seed, { change, reusable });
  for (const seat of joined) {
    if (seat !== "convenor") done(await talks.send(seat, talks.hall, { kind: "join", keys: talks.keys(seat).public }));
  }
  return talks;
}

export async function openTalks(
  host: RoomsHost,
  store: Store,
  time: { now: string },
  seed: string,
  { change = {}, reusable = false }: { readonly change?: Partial<OpenCommand>; readonly reusable?: boolean } = {},
): Promise<TrialTalks> {
  const bytes = seededBytes(`clients of ${seed}`);
  const hex = (purpose: string, size = 16): string => Buffer.from(bytes(purpose, size)).toString("hex");
  const idOf = (seat: TrialSeat): string => hex(`seat ${seat}`);
  const keys = new Map(
    trialSeats.map((seat) => {
      const key = signingKey(bytes(`key of ${seat}`, 32));
      return [seat, { public: { signing: key.publicKey, sealing: hex(`sealing ${seat}`, 32) }, sign: signWith(key) }];
    }),
  );
  const keysOf = (seat: TrialSeat) => keys.get(seat)!; // made for each
  const seat = (name: TrialSeat, delegation: string, role: Seat["role"]): Seat => {
    return { id: idOf(name), delegation, role, level: "minister", name: `${delegation}, ${role}` };
  };
  const members = trialSeats.filter((name) => name !== "convenor").map(idOf);
  const plan = (name: string, kind: ChannelPlan["kind"], sits: readonly string[]): ChannelPlan => {
    return { id: hex(name), kind, name, clusters: [], members: sits, level: "deputy" };
  };
  const plenary = plan("Plenary", "plenary", members);
  const group = plan(
    "Group",
    "working group",
    ["fleet", "line", "mediator"].map((name) => idOf(name as TrialSeat)),
  );
  const agenda = JSON.stringify(trialAgenda);
  const opening: OpenCommand = {
    kind: "open",
    title: "The long quay",
    agenda: documentDigest(agenda),
    seats: [
      seat("convenor", "convening", "convenor"),
      seat("fleet", "FLEET", "negotiator"),
      seat("fleetMandator", "FLEET", "mandator"),
      seat("line", "LINE", "negotiator"),
      seat("town", "TOWN", "negotiator"),
      seat("mediator", "mediation", "mediator"),
      seat("observer", "observation", "observer"),
    ],
    channels: [plenary, group],
    procedure: {
      decision: { kind: "unanimity" },
      mayConvene: { "working group": ["convenor"], "back channel": ["negotiator"], caucus: ["mediator"] },
      needs: { adopt: "deputy", initial: "deputy", sign: "minister" },
    },
    keys: keysOf("convenor").public,
    ...change,
  };
  const negotiation = hex("negotiation");
  const token = (name: TrialSeat): string => hex(`token of ${name}`, 32);
  const text = commandText({
    ...{ v: 1, negotiation, stream: "new", seat: idOf("convenor"), key: hex("key of opening"), after: 0 },
    command: opening,
  });
  const request: CreateRequest = {
    agenda,
    command: text,
    signature: signCommand(text, keysOf("convenor").sign),
    invitations: trialSeats
      .filter((name) => name !== "convenor")
      .map((name) => ({
        ...{ seat: idOf(name), tokenDigest: documentDigest(token(name)) },
        ...{ reusable, expiresAt: inAnHour },
      })),
  };
  const created = await host.create(request);
  if (!created.ok) throw new Error(`refused under ${created.error.rule}: ${created.error.message}`);
  // a client draws what stands in a command for the stream it goes to: what it says elsewhere does not show in it
  const sent = new Map<string, number>();
  const next = (what: string): string => {
    sent.set(what, (sent.get(what) ?? 0) + 1);
    return hex(`${what} ${sent.get(what)}`);
  };
  const door = (name: TrialSeat): Door => ({ negotiation, seat: idOf(name) });
  const version = async (stream: StreamId): Promise<number> => (await store.head(negotiation, stream))?.version ?? 0;
  const signed: TrialTalks["signed"] = async (name, stream, command, twist = {}) => {
    const { as = name, signedBy = name, key = next(`command of ${name} to ${stream}`) } = twist;
    const after = twist.after ?? (stream === "new" ? 0 : await version(stream));
    const written = commandText({
      v: 1,
      negotiation: twist.negotiation ?? negotiation,
      stream,
      seat: idOf(as),
      key,
      after,
      command,
    });
    return { text: written, signature: signCommand(written, keysOf(signedBy).sign), key };
  };
  return {
    ...{ host, store, time, negotiation, hall: created.value.hall, plenary: plenary.id, group: group.id, request },
    ...{ door, token, keys: keysOf, signed, version },
    entry: (name, attempt) => {
      const proof = proveJoining({ negotiation, seat: idOf(name), attempt }, keysOf(name).sign);
      return { token: token(name), attempt, proof };
    },
    send: async (name, stream, command, twist) => {
      const { text: written, signature } = await signed(name, stream, command, twist);
      return host.command(door(name), written, signature);
    },
    answer: async (name, call, saysYes) => {
      const of: SignedAnswer = {
        v: 1,
        negotiation,
        stream: group.id,
        seat: idOf(name),
        key: next(`answer of ${name}`),
        call,
        saysYes,
      };
      const written = JSON.stringify(of);
      return host.answer(door(name), written, signCommand(written, keysOf(name).sign));
    },
  };
}

export function done(outcome: Outcome): Extract<Outcome, { kind: "done" }> {
  if (outcome.kind === "refused") throw new Error(`refused under ${outcome.rule}: ${outcome.message}`);
  return outcome;
}

export function ruleOf(outcome: Outcome | undefined): string | undefined {
  return outcome?.kind === "refused" ? outcome.rule : undefined;
}

export const said = (plain: string): Command => ({ kind: "say", words: { plain } });
