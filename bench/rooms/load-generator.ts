// The clients of the load test, in a process of their own. It does what it is ordered (see load-order.ts), one at a time.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Entry, EntryBody } from "#record";
import { checkRun, startOfStream } from "#record";
import type { Command } from "#room";
import type { EntriesAnswer, StreamsAnswer } from "#wire";
import { checkNatively } from "../../src/cli/check-natively.ts";
import { type LoadClient, loadClient } from "./load-client.ts";
import type { LoadAnswer, LoadOrder, Percentiles } from "./load-order.ts";
import { type LoadRoom, type LoadSeat, makeRoom, offering } from "./make-rooms.ts";

type Seated = { readonly client: LoadClient; readonly of: LoadSeat };
/** An offer that is under way: when it was due, and who has it. */
type Offered = { readonly due: number; readonly receivers: number; answered: boolean };

const roomsAtOnce = 4;
const patience = 30_000;
let origin = "";
let rooms: readonly LoadRoom[] = [];
let seats: readonly Seated[] = [];
const byRoom = new Map<number, Seated[]>();
const under = new Map<string, Offered>();
const deliveries: number[] = [];
const acknowledgements: number[] = [];
let refused = 0;
const currentAt = new Map<LoadClient, number>();
const answers = new Map<string, (isDone: boolean) => void>();

const heard = {
  entry: (_client: LoadClient, _stream: string, { body }: Entry): void => {
    const { command }: EntryBody = JSON.parse(body); // hashes are compared with the stored ones at the end
    const key = command?.match(/"key":"([0-9a-f]{32})"/)?.[1] ?? "";
    const offered = under.get(key);
    if (!offered) return;
    deliveries.push(performance.now() - offered.due);
  },
  answer: (_client: LoadClient, { t, key }: { readonly t: string; readonly key: string }): void => {
    answers.get(key)?.(t === "done");
    answers.delete(key);
    const offered = under.get(key);
    if (!offered || offered.answered) return;
    offered.answered = true;
    if (t === "done") acknowledgements.push(performance.now() - offered.due);
    else refused += 1;
  },
  changed: (client: LoadClient): void => {
    if (!client.isCurrent()) currentAt.delete(client);
    else if (!currentAt.has(client)) currentAt.set(client, performance.now());
  },
};

async function seat(order: Extract<LoadOrder, { t: "seat" }>): Promise<LoadAnswer> {
  const from = performance.now();
  origin = order.origin;
  const made: LoadRoom[] = [];
  await inLanes(order.rooms, async (index) => {
    made[index] = await makeRoom(origin, order.at);
  });
  rooms = made;
  seats = made.flatMap(({ seats: inRoom }, room) =>
    inRoom.map((of): Seated => {
      const url = `${origin.replace(/^http/, "ws")}/negotiations/${of.negotiation}/seats/${of.seat}/socket`;
      return { of, client: loadClient({ url, cookie: of.cookie, seat: of.seat, room }, heard) };
    }),
  );
  for (const each of seats) byRoom.set(each.client.room, [...(byRoom.get(each.client.room) ?? []), each]);
  await inLanes(rooms.length, async (room) => {
    for (const { client } of byRoom.get(room) ?? []) client.connect();
    await allCurrent(byRoom.get(room) ?? []);
    if (order.at === "echo") return;
    for (const { client, of } of (byRoom.get(room) ?? []).slice(1)) {
      const hall = client.hall();
      const frame = of.signed(hall, { kind: "join", keys: of.publicKeys }, client.have.get(hall)?.length ?? 0);
      if (!(await asked(client, frame))) throw new Error("a seat does not join");
    }
  });
  return { t: "seat", clients: seats.length, seconds: (performance.now() - from) / 1000 };
}

/** Open loop: an offer is sent when it is due, whatever became of the last one, and its time counts from then. */
async function offer({ perSecond, seconds }: Extract<LoadOrder, { t: "offer" }>): Promise<LoadAnswer> {
  for (const list of [deliveries, acknowledgements]) list.length = 0;
  under.clear();
  refused = 0;
  const before = process.cpuUsage();
  const total = perSecond * seconds;
  const begun = performance.now();
  for (let sent = 0; sent < total; sent++) {
    const due = begun + (sent * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    sendOffer(due, sent);
  }
  const until = performance.now() + patience;
  const expected = [...under.values()].reduce((sum, { receivers }) => sum + receivers, 0);
  while (deliveries.length < expected && performance.now() < until) await sleep(10);
  const { user, system } = process.cpuUsage(before);
  return {
    ...{
      t: "offer",
      offers: under.size,
      deliveries: deliveries.length,
      missing: expected - deliveries.length,
      refused,
    },
    delivery: percentiles(deliveries),
    acknowledgement: percentiles(acknowledgements),
    cpuSeconds: (user + system) / 1e6,
  };
}

function sendOffer(due: number, turn: number): void {
  // every room in turn, in another order each time round
  const room = (turn * 37) % rooms.length;
  const inRoom = byRoom.get(room) ?? [];
  const { client, of } = inRoom[offering[Math.floor(turn / rooms.length) % 2] ?? 1]!; // ten sit in each
  const { group } = rooms[room]!;
  const options = ["none", "joint", "foreign"];
  const command: Command = {
    ...{ kind: "table", as: "offer", offer: randomBytes(16).toString("hex"), conditions: [] },
    choices: { guard: options[turn % 3] ?? "none" },
    note: { plain: `Offer ${turn}. ${"We could live with this if the others can. ".repeat(12)}` },
  };
  const frame = of.signed(group, command, client.have.get(group)?.length ?? 0);
  const receivers = inRoom.filter((each) => each.client.isConnecting()).length;
  under.set(frame.key, { due, receivers, answered: false });
  client.send(frame);
}

async function comeBack(): Promise<LoadAnswer> {
  const from = performance.now();
  const away = seats.filter(({ client }) => !client.isCurrent());
  let isOver = false;
  await Promise.all(
    away.map(async ({ client }) => {
      while (!client.isCurrent() && !isOver) {
        client.connect();
        // a refused connection shows at once; a server that is busy with a thousand others is waited for
        await Promise.race([current(client, 30_000), lost(client)]);
        if (!client.isCurrent()) await sleep(50);
        if (performance.now() > from + 60_000) isOver = true;
      }
    }),
  );
  const times = away.map(({ client }) => (currentAt.get(client) ?? Number.POSITIVE_INFINITY) - from);
  return {
    ...{ t: "come back", clients: away.length, seconds: Math.max(...times) / 1000 },
    median: percentiles(times).p50 / 1000,
  };
}

async function compare(): Promise<LoadAnswer> {
  const faults = seats.flatMap(({ client }) => client.faults);
  let entries = 0;
  await inLanes(rooms.length, async (room) => {
    const inRoom = byRoom.get(room) ?? [];
    const { of } = inRoom[1]!; // ten sit in each
    const path = `${origin}/negotiations/${of.negotiation}/seats/${of.seat}/streams`;
    const read = async <Answer>(url: string): Promise<Answer> =>
      (await (await fetch(url, { headers: { cookie: of.cookie } })).json()) as Answer; // of the shared contract
    for (const { stream, kind, version } of (await read<StreamsAnswer>(path)).streams) {
      const stored: Entry[] = [];
      while (stored.length < version) {
        const page = await read<EntriesAnswer>(`${path}/${stream}/entries?after=${stored.length}`);
        stored.push(...page.entries);
      }
      entries += stored.length;
      const hostKey: string = await hostKeyOf(of, read);
      if (!checkRun(startOfStream(of.negotiation, stream), stored, hostKey, checkNatively()).ok)
        faults.push(`stream ${stream} of room ${room} is no chain`);
      const hashes = stored.map(({ hash }) => hash).join();
      for (const { client } of kind === "delegation" ? [inRoom[1]!] : inRoom) {
        if (client.have.get(stream)?.join() !== hashes)
          faults.push(`a client of room ${room} has ${client.have.get(stream)?.length} of ${stored.length} entries`);
      }
    }
  });
  return { t: "compare", entries, clients: seats.length, faults: faults.slice(0, 20) };
}

const hostKeys = new Map<string, string>();
async function hostKeyOf(of: LoadSeat, read: <Answer>(url: string) => Promise<Answer>): Promise<string> {
  const known = hostKeys.get(of.negotiation);
  if (known !== undefined) return known;
  const path = `${origin}/negotiations/${of.negotiation}/seats/${of.seat}/streams`;
  const hall = (await read<StreamsAnswer>(path)).streams.find(({ kind }) => kind === "hall")?.stream ?? "";
  const [first] = (await read<EntriesAnswer>(`${path}/${hall}/entries?after=0`)).entries;
  const key: string = /"hostKey":"([0-9a-f]{64})"/.exec(first?.body ?? "")?.[1] ?? "";
  hostKeys.set(of.negotiation, key);
  return key;
}

function asked(client: LoadClient, frame: { readonly key: string }): Promise<boolean> {
  return new Promise((resolve) => {
    answers.set(frame.key, resolve);
    client.send(frame);
  });
}

async function allCurrent(of: readonly Seated[]): Promise<void> {
  await Promise.all(of.map(({ client }) => current(client, patience)));
}

async function current(client: LoadClient, atMost: number): Promise<void> {
  for (const until = performance.now() + atMost; !client.isCurrent() && performance.now() < until; ) await sleep(20);
}

async function lost(client: LoadClient): Promise<void> {
  do await sleep(50);
  while (client.isConnecting());
}

async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: roomsAtOnce }, lane));
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), worst: at(1) };
}

async function obey(order: LoadOrder): Promise<LoadAnswer> {
  switch (order.t) {
    case "seat":
      return seat(order);
    case "offer":
      return offer(order);
    case "hang up":
      for (const inRoom of byRoom.values()) for (const at of order.places) inRoom[at]?.client.hangUp();
      return { t: "hang up" };
    case "come back":
      return comeBack();
    case "compare":
      return compare();
  }
}

process.on("message", (order: LoadOrder) => {
  obey(order).then(
    (answer) => process.send?.(answer),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
