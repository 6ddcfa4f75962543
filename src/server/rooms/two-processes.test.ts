import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openStore, type Store } from "#store";
import {
  type TrialClient,
  type TrialServer,
  trialClient,
  trialServer,
  versionsIn,
  wordsIn,
} from "./trial/trial-server.ts";
import { done, said, type TrialSeat, type TrialTalks, trialTalks } from "./trial/trial-talks.ts";

/** Two servers, each with a store of its own, on one PostgreSQL: as two processes would be. */
const folder = mkdtempSync(join(tmpdir(), "entente-rooms-"));
const stores: Store[] = [];
const servers: TrialServer[] = [];
let talks: TrialTalks;
const time = { now: "2026-11-23T13:00:00.000Z" };

beforeAll(async () => {
  chmodSync(folder, 0o755); // PostgreSQL's own user passes through
  for (const seed of ["one", "other"]) {
    const store = await openStore({ dataFolder: folder });
    stores.push(store);
    servers.push(await trialServer({ store, seed, time }));
  }
  talks = await trialTalks({ store: stores[0]!, time, reusable: true });
});
afterAll(async () => {
  for (const server of servers) await server.close();
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function enter(seat: TrialSeat, at: 0 | 1) {
  const joined = await talks.host.join(talks.negotiation, talks.entry(seat, `${at}`.repeat(32)));
  if (!joined.ok) throw new Error("the seat joins");
  return trialClient(servers[at]!, talks.door(seat), joined.value.session);
}

test("seats on two servers sit in one room: every word comes to both, in one order, once", async () => {
  const [fleet, line, town] = [await enter("fleet", 0), await enter("line", 1), await enter("town", 1)];
  const { plenary } = talks;
  const each = 25;
  const from = performance.now();
  const speak = async (client: typeof fleet, seat: TrialSeat) => {
    for (let index = 0; index < each; index++) {
      const answer = await client.command(await talks.signed(seat, plenary, said(`${seat} ${index}`), { after: 1 }));
      expect(answer).toEqual({ t: "done", key: expect.anything(), stream: plenary, version: expect.any(Number) });
    }
  };
  await Promise.all([speak(fleet, "fleet"), speak(line, "line")]);
  const took = performance.now() - from;
  const all = Array.from({ length: 2 * each + 1 }, (_, index) => index + 1);
  for (const client of [fleet, line, town]) {
    await client.until(() => versionsIn(client.frames, plenary).length === all.length);
    expect(versionsIn(client.frames, plenary)).toEqual(all);
  }
  expect(wordsIn(line.frames)).toEqual(wordsIn(fleet.frames));
  const mine = wordsIn(town.frames).filter((text) => text.startsWith("fleet"));
  expect(mine).toEqual(Array.from({ length: each }, (_, index) => `fleet ${index}`));
  if (process.env.MEASURE) console.log(`two servers: ${(took / each) | 0} ms for a word of each`);
  for (const { socket } of [fleet, line, town]) socket.close();
});

test("a seat on the one server sees a seat on the other come and go", async () => {
  const lastHere = ({ frames }: TrialClient) => frames.findLast((frame) => frame.t === "here")?.seats;
  const [fleet, mediator] = [talks.door("fleet").seat, talks.door("mediator").seat];
  const here = await enter("fleet", 0);
  const hears = (client: TrialClient, seats: readonly string[]) =>
    vi.waitFor(() => expect(lastHere(client)).toEqual(seats), { timeout: 20_000, interval: 50 });
  await hears(here, [fleet]); // those of the test before are gone
  const there = await enter("mediator", 1);
  const both = [fleet, mediator].sort();
  await Promise.all([hears(here, both), hears(there, both)]);
  there.socket.close();
  await hears(here, [fleet]);
  here.socket.close();
});

test("an answer over the one and an answer over the other make one outcome of a sealed yes", async () => {
  const mediator = await enter("mediator", 1);
  const fleet = await enter("fleet", 0);
  const call = {
    kind: "call sealed yes",
    call: "c",
    choices: { quay: "mornings" },
    until: "2026-11-23T13:10:00.000Z",
  } as const;
  expect((await mediator.command(await talks.signed("mediator", talks.group, call))).t).toBe("done");
  const version = await talks.version(talks.group);
  done(await talks.answer("fleet", "c", true));
  done(await talks.answer("line", "c", true));
  const isOutcome = ({ frames }: typeof fleet) => versionsIn(frames, talks.group).includes(version + 1);
  await Promise.all([fleet.until(() => isOutcome(fleet)), mediator.until(() => isOutcome(mediator))]);
  expect(await talks.version(talks.group)).toBe(version + 1);
  for (const { socket } of [fleet, mediator]) socket.close();
});

test("a seat that one server removes is cut by the other, and hears nothing of what came after", async () => {
  const line = await enter("line", 1);
  const there = await talks.version(talks.plenary);
  await line.until(() => versionsIn(line.frames, talks.plenary).length === there);
  const before = wordsIn(line.frames).length;
  done(await talks.send("convenor", talks.hall, { kind: "remove seat", seat: talks.door("line").seat }));
  done(await talks.send("fleet", talks.plenary, said("after the removal")));
  expect(await line.closed).toBe(1000);
  expect(line.frames.at(-1)).toMatchObject({ t: "bye", again: false });
  expect(wordsIn(line.frames).length).toBe(before);
});

test("one seat's words are answered within a few milliseconds", async () => {
  const fleet = await enter("fleet", 0);
  const times: number[] = [];
  for (let index = 0; index < 60; index++) {
    const signed = await talks.signed("fleet", talks.plenary, said(`measured ${index}`), { after: 1 });
    const from = performance.now();
    await fleet.command(signed);
    times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  const [median = 0, high = 0] = [times[30], times[57]];
  if (process.env.MEASURE) console.log(`ack: median ${median.toFixed(1)} ms, p95 ${high.toFixed(1)} ms`);
  expect(median).toBeLessThan(100); // on a busy machine too
  fleet.socket.close();
});
