import { createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { type CheckSignature, verifyBundle } from "#record";
import type { StreamId } from "#room";
import { joinHall, keepNote, ownPapers, say } from "./act.ts";
import { exportRecord } from "./export-record.ts";
import { memoryOutbox, type Outcome, type Pending } from "./outbox.ts";
import type { SeatSession } from "./seat-session.ts";
import { type TrialTable, trialTable } from "./trial/trial-table.ts";

/** The judgement is the record's own affair; here it only has to be quick. */
const checkNatively: CheckSignature = (signature, message, publicKey) => {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(publicKey, "hex")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, message, key, Buffer.from(signature, "hex"));
};

const names = ["Party A, negotiator", "Party B, negotiator"];

function plenaryId({ created }: TrialTable): StreamId {
  return JSON.parse(created.request.command).command.channels[0].id;
}

function saidIn(table: TrialTable, seat: string): readonly string[] {
  const { state } = table.host.streams.get(plenaryId(table))!;
  if (state.kind !== "channel") throw new Error("the plenary is a channel");
  return state.said.flatMap((each) => (each.seat === seat && "plain" in each.words ? [each.words.plain] : []));
}

/** Two seats that speak in any weather; clients and connections end at any moment. */
async function storm(seed: number, breaks: number, doubles: number, slowest: number, words: number) {
  const random = seededRandom(seed);
  const table = trialTable(seed, {}, checkNatively);
  const plenary = plenaryId(table);
  const outcomes: Promise<Outcome>[] = [];
  const clients: { session: SeatSession; readonly again: () => Promise<SeatSession> }[] = [];
  for (const name of names) {
    const kept = table.kept(name);
    const outbox = memoryOutbox();
    const session = await table.sit(kept, outbox);
    await table.pass(100);
    expect(await table.outcome(joinHall(session))).toMatchObject({ kind: "done" });
    clients.push({ session, again: () => table.sit(kept, outbox, { remembered: session.remembered() }) });
  }
  Object.assign(table.weather, { breaks, doubles, slowest, busy: doubles });
  const spoken = names.map((): string[] => []);
  for (let word = 0; word < words; word++) {
    for (const [at, client] of clients.entries()) {
      if (!client.session.snapshot().streams.states.has(plenary)) await table.pass(5_000); // begun anew, it reads first
      if (!client.session.snapshot().streams.states.has(plenary)) continue;
      const text = `${at}: ${word}`;
      spoken[at]!.push(text);
      outcomes.push(say(client.session, plenary, text));
      await table.pass(random.below(400));
      if (random.below(6) > 0) continue;
      client.session.close(); // the program ends; another begins with what was kept
      client.session = await client.again();
    }
  }
  Object.assign(table.weather, { breaks: 0, doubles: 0, busy: 0, slowest: 20 });
  await table.pass(120_000);
  return { table, clients, spoken, outcomes: await Promise.all(outcomes) };
}

describe("whatever the line does", () => {
  test("nothing that was said is lost, doubled or out of its author's order, and every client sees the host's history", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 900 }),
        async (seed, breaks, doubles, slowest) => {
          const { table, clients, spoken, outcomes } = await storm(seed, breaks, doubles, slowest, 4);
          for (const [at, { session }] of clients.entries()) {
            const { connection, pending, streams } = session.snapshot();
            expect(connection.kind).toBe("live");
            expect(pending).toEqual([]);
            expect(streams.fault).toBeUndefined();
            expect(saidIn(table, session.kept.seat)).toEqual(spoken[at]);
            for (const stream of table.host.streamsOf(session.kept.seat)) {
              expect(session.keeper.entries(stream)).toEqual(table.host.streams.get(stream)!.entries);
            }
          }
          for (const outcome of outcomes) expect(["done", "unknown"]).toContain(outcome.kind);
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);

  test("a seat's record is whole after a storm", async () => {
    const { clients } = await storm(7, 15, 20, 400, 6);
    const text = exportRecord(clients[0]!.session)!;
    expect(verifyBundle(text)).toMatchObject({ ok: true });
  });
});

test("a host that is away is tried again after 0.3 s, then later and later, at most every 10 s", async () => {
  const table = trialTable(3);
  const session = await table.sit(table.kept(names[0]!));
  await table.pass(10);
  expect(session.snapshot().connection.kind).toBe("live");
  table.weather.breaks = 100;
  const waits: number[] = [];
  let last: unknown;
  session.subscribe(() => {
    const { connection } = session.snapshot();
    if (connection.kind === "waiting" && connection !== last) waits.push(connection.until - table.clock.now());
    last = connection;
  });
  void joinHall(session);
  await table.pass(120_000);
  expect(waits[0]).toBeGreaterThanOrEqual(150);
  expect(waits[0]).toBeLessThanOrEqual(300);
  expect(Math.max(...waits)).toBeLessThanOrEqual(10_000);
  expect(waits.slice(-5).every((wait) => wait >= 5_000)).toBe(true);
  table.weather.breaks = 0;
  await table.pass(11_000);
  expect(session.snapshot().connection.kind).toBe("live");
  expect(session.snapshot().pending).toEqual([]);
});

test("a client whose clock is an hour off shows the host's time", async () => {
  const table = trialTable(4);
  const slow = { now: () => table.clock.now() - 3_600_000, after: table.clock.after };
  const session = await table.sit(table.kept(names[0]!), memoryOutbox(), {}, { clock: slow });
  await table.pass(10);
  expect(session.snapshot().clockOffset).toBe(3_600_000);
  expect(session.now()).toMatch(/^2026-11-23T13:00:00/);
});

test("what is longer than a frame goes by post, and is asked about if no answer comes", async () => {
  const table = trialTable(6);
  const kept = table.kept(names[0]!);
  let posted = 0;
  const post = async ({ text, signature }: Pending) => {
    const answer = table.host.command(text, signature);
    posted++;
    return posted === 1 || answer.t !== "done" ? undefined : { kind: "done" as const, ...answer };
  };
  const session = await table.sit(kept, memoryOutbox(), {}, { post });
  await table.pass(10);
  await table.outcome(joinHall(session));
  await table.pass(10);
  expect(await table.outcome(keepNote(session, "x".repeat(70_000)))).toMatchObject({ kind: "done" });
  expect(posted).toBe(1);
  await table.pass(1_000);
  expect(ownPapers(session)?.notes).toMatchObject([{ text: "x".repeat(70_000) }]);
});

test("what cannot be sent is refused here and sent nowhere", async () => {
  const table = trialTable(5);
  const session = await table.sit(table.kept(names[0]!));
  await table.pass(10);
  const outcome = await say(session, plenaryId(table), "x".repeat(70_000));
  expect(outcome).toMatchObject({ kind: "refused", rule: "client" });
  expect(session.snapshot().pending).toEqual([]);
});
