import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { presenceContract } from "../../test/contracts/presence-contract.ts";
import {
  append,
  at,
  dataFolder,
  entries,
  entry,
  eventually,
  held,
  invitation,
  newId,
  type Sample,
  sample,
  session,
  superuserUrl,
  withLogin,
} from "../../test/contracts/store-samples.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embedded-postgres.ts";
import { memoryStore } from "./memory.ts";
import { openStore } from "./open-store.ts";
import type { Append, Grown, SessionRow, Store } from "./store.ts";

vi.setConfig({ hookTimeout: 60_000 }); // making a database beside other heavy work

const folder = dataFolder();
const opened: Store[] = [];
let server: EmbeddedPostgres;
let externalUrl = "";
let inMemory: Store;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ folder: folder.path });
  const client = new Client({ connectionString: superuserUrl(folder.path, server.applicationUrl) });
  await client.connect();
  await client.query("create role theirs login password 'secret'");
  await client.query("grant entente_app to theirs");
  await client.query("create database theirs owner theirs");
  await client.end();
  externalUrl = withLogin(server.applicationUrl, "theirs", "secret", "theirs");
  inMemory = memoryStore();
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await server.close();
  folder.remove();
});

/** Each opens a store on the same negotiations as the others of its kind: another server process would do the same. */
const kinds = {
  memory: async () => inMemory,
  embedded: () => openStore({ dataFolder: folder.path, connections: 8 }),
  external: () => openStore({ databaseUrl: externalUrl, dataFolder: folder.path, connections: 8 }),
};

describe.each(Object.entries(kinds))("the store (%s)", (_kind, open) => {
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    store = await open();
    other = await open();
    opened.push(store, other);
  });

  async function made(more: (sample: Sample) => object = () => ({})): Promise<Sample> {
    const one = sample();
    expect(await store.create({ ...one.created, ...more(one) })).toBe("created");
    return one;
  }

  test("keeps a negotiation to the character, once", async () => {
    const { created, id, hall } = await made();
    expect(await other.negotiation(id)).toEqual(created.negotiation);
    expect(await other.entries(id, hall, 0, 10)).toEqual(created.streams[0]?.entries);
    expect(await other.create(created)).toBe("created"); // the same again, its answer having been lost
    const another = { ...created, negotiation: { ...created.negotiation, agenda: "another" } };
    expect(await other.create(another)).toBe("exists");
    expect((await store.negotiation(id))?.agenda).toBe(created.negotiation.agenda);
    expect(await store.negotiation(newId())).toBeUndefined();
  });

  test("appends, counts on and hands out pages", async () => {
    const { id, hall } = await made();
    const four = entries(2, 4);
    const appended = await store.append({
      negotiation: id,
      parts: [{ stream: hall, expected: 1, entries: four }],
      created: [],
    });
    expect(appended).toEqual({ kind: "appended" });
    expect(await other.head(id, hall)).toMatchObject({ version: 5, hash: four.at(-1)?.hash });
    expect(await other.entries(id, hall, 2, 2)).toEqual(four.slice(1, 3));
    expect(await other.entries(id, hall, 5, 2)).toEqual([]);
  });

  test("refuses another version than expected, and the same entries again are appended once", async () => {
    const { id, hall } = await made();
    const first = append(id, hall, 1);
    expect(await store.append(first)).toEqual({ kind: "appended" });
    expect(await store.append(append(id, hall, 1))).toEqual({ kind: "conflict" });
    expect(await store.append(append(id, hall, 7))).toEqual({ kind: "conflict" });
    expect(await other.append(first)).toEqual({ kind: "appended" });
    expect(await other.head(id, hall)).toMatchObject({ version: 2 });
  });

  test("leaves no gap and doubles nothing when twenty append to one stream at once", async () => {
    const { id, hall } = await made();
    const written = await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        const mine = writer % 2 === 0 ? store : other;
        for (let expected = 1; ; ) {
          const parts = [{ stream: hall, expected, entries: [entry(expected + 1, JSON.stringify({ writer }))] }];
          const outcome = await mine.append({ negotiation: id, parts, created: [] });
          if (outcome.kind === "appended") return expected + 1;
          expected = (await mine.head(id, hall))?.version ?? 0;
        }
      }),
    );
    const stored = await store.entries(id, hall, 1, 100);
    expect(stored.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    for (const [writer, version] of written.entries()) {
      expect(stored[version - 2]?.body).toBe(JSON.stringify({ writer }));
    }
  });

  test("answers a key once: the same again, and another command under it is told apart by its digest", async () => {
    const { id, hall, seats } = await made();
    const key = { seat: seats.ukraine, key: "k1", digest: "d1", answer: '{"version":2}' };
    expect(await store.append(append(id, hall, 1, { key }))).toEqual({ kind: "appended" });
    const answer = { digest: "d1", answer: '{"version":2}' };
    expect(await other.append(append(id, hall, 2, { key: { ...key, answer: "later" } }))).toEqual({
      kind: "repeated",
      answer,
    });
    expect(await other.append(append(id, hall, 2, { key: { ...key, digest: "d2" } }))).toEqual({
      kind: "repeated",
      answer,
    });
    expect(await other.answered(id, seats.ukraine, "k1")).toEqual(answer);
    // a key is its seat's own
    expect(await other.answered(id, seats.russia, "k1")).toBeUndefined();
    expect(await other.append(append(id, hall, 2, { key: { ...key, seat: seats.russia } }))).toEqual({
      kind: "appended",
    });
    expect(await store.head(id, hall)).toMatchObject({ version: 3 });
  });

  test("does one of ten with the same key at once, and keeps no answer of what was refused", async () => {
    const { id, hall, seats } = await made();
    const key = { seat: seats.ukraine, key: "raced", digest: "d", answer: "a" };
    expect(await store.append(append(id, hall, 9, { key }))).toEqual({ kind: "conflict" });
    expect(await store.answered(id, seats.ukraine, "raced")).toBeUndefined();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => (turn % 2 ? store : other).append(append(id, hall, 1, { key }))),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["appended", ...Array(9).fill("repeated")]);
    expect(await store.head(id, hall)).toMatchObject({ version: 2 });
  });

  test("appends to several streams and opens new ones, all or nothing", async () => {
    const { id, hall, backChannel, seats } = await made();
    const group = { stream: newId(), kind: "channel" as const, audience: [seats.europe], entries: entries(1, 2) };
    const parts = (version: number): Append["parts"] => [
      { stream: hall, expected: 1, entries: entries(2, 1) },
      { stream: backChannel, expected: version, entries: entries(version + 1, 1) },
    ];
    const key = { seat: seats.ukraine, key: "k", digest: "d", answer: "a" };
    expect(await store.append({ negotiation: id, parts: parts(4), created: [group], key })).toEqual({
      kind: "conflict",
    });
    expect((await other.streams(id)).map(({ version }) => version)).toEqual([1, 1]);
    expect(await other.answered(id, seats.ukraine, "k")).toBeUndefined();
    expect(await store.append({ negotiation: id, parts: parts(1), created: [group], key })).toEqual({
      kind: "appended",
    });
    expect((await other.streams(id)).map(({ version }) => version)).toEqual([2, 2, 2]);
    expect(await other.entriesFor(seats.europe, id, group.stream, 0, 5)).toEqual(group.entries);
  });

  test("lets appends to the same streams in opposite orders wait for each other, never in a circle", async () => {
    const { id, hall, backChannel } = await made();
    const streams = [hall, backChannel];
    let appended = 0;
    await Promise.all(
      Array.from({ length: 8 }, async (_, turn) => {
        const order = turn % 2 ? streams : streams.toReversed();
        for (let expected = 1; expected < 12; expected += 1) {
          const parts = order.map((stream) => ({ stream, expected, entries: entries(expected + 1, 1) }));
          const outcome = await store.append({ negotiation: id, parts, created: [] });
          if (outcome.kind === "appended") appended += 1;
        }
      }),
    );
    const versions = (await store.streams(id)).map(({ version }) => version);
    expect(versions).toEqual([appended + 1, appended + 1]);
  });

  test("throws what is the caller's mistake and writes nothing of it", async () => {
    const { id, hall } = await made();
    const gap = { negotiation: id, parts: [{ stream: hall, expected: 1, entries: entries(3, 1) }], created: [] };
    await expect(store.append(gap)).rejects.toThrow("entry 3 stands where 2 belongs");
    await expect(store.append(append(id, newId(), 1))).rejects.toThrow("no stream");
    await expect(store.append(append(newId(), hall, 1))).rejects.toThrow();
    await expect(store.append({ negotiation: id, parts: [], created: [] })).rejects.toThrow("without an entry");
    expect(await store.head(id, hall)).toMatchObject({ version: 1 });
  });

  test("shows a seat its own streams; one that is forbidden and one that is not there are the same", async () => {
    const { id, hall, backChannel, seats } = await made();
    expect((await other.streamsOf(id, seats.ukraine)).map(({ stream }) => stream)).toEqual([hall, backChannel].sort());
    expect((await other.streamsOf(id, seats.europe)).map(({ stream }) => stream)).toEqual([hall]);
    expect(await other.streamsOf(id, newId())).toEqual([]);
    expect(await other.streamsOf(newId(), seats.europe)).toEqual([]);
    expect(await other.entriesFor(seats.russia, id, backChannel, 0, 9)).toHaveLength(1);
    expect(await other.entriesFor(seats.europe, id, backChannel, 0, 9)).toBeUndefined();
    expect(await other.entriesFor(seats.europe, id, newId(), 0, 9)).toBeUndefined();
    expect(await other.entriesFor(seats.europe, newId(), hall, 0, 9)).toBeUndefined();
    expect((await other.head(id, backChannel))?.audience).toEqual([seats.ukraine, seats.russia].sort());
  });

  test("changes an audience with the entry that says so, at once", async () => {
    const { id, backChannel, seats } = await made();
    const removal = { stream: backChannel, expected: 1, entries: entries(2, 1), audience: [seats.ukraine] };
    await store.append({ negotiation: id, parts: [removal], created: [] });
    expect(await other.entriesFor(seats.russia, id, backChannel, 0, 9)).toBeUndefined();
    expect((await other.streamsOf(id, seats.russia)).map(({ stream }) => stream)).not.toContain(backChannel);
    const addition = { ...removal, expected: 2, entries: entries(3, 1), audience: [seats.ukraine, seats.europe] };
    await store.append({ negotiation: id, parts: [addition], created: [] });
    expect(await other.entriesFor(seats.europe, id, backChannel, 0, 9)).toHaveLength(3);
  });

  test("redeems a single-use invitation for one of ten at once", async () => {
    const one = await made();
    const single = invitation(one);
    await store.invite(single);
    const sessions = Array.from({ length: 10 }, () => session(one));
    const outcomes = await Promise.all(
      sessions.map((mine, turn) => (turn % 2 ? store : other).redeem(single.tokenDigest, mine, at(2))),
    );
    expect(outcomes.toSorted()).toEqual(["redeemed", ...Array(9).fill("used")]);
    const winner = outcomes.indexOf("redeemed");
    for (const [turn, mine] of sessions.entries()) {
      expect(await store.session(mine.tokenDigest)).toEqual(turn === winner ? mine : undefined);
    }
    expect(await store.invitation(single.tokenDigest)).toEqual({ ...single, uses: 1 });
    // the answer was lost: the same session is not a second use
    expect(await store.redeem(single.tokenDigest, sessions[winner]!, at(3))).toBe("redeemed");
  });

  test("redeems a reusable invitation often, and none that is expired, revoked or unknown", async () => {
    const reusable = (one: Sample) => invitation(one, { reusable: true });
    let often = invitation(sample());
    const one = await made((it) => {
      often = reusable(it);
      return { invitations: [often] };
    });
    expect(await store.redeem(often.tokenDigest, session(one), at(2))).toBe("redeemed");
    expect(await store.redeem(often.tokenDigest, session(one), at(3))).toBe("redeemed");
    expect((await store.invitation(often.tokenDigest))?.uses).toBe(2);
    expect(await store.redeem(often.tokenDigest, session(one), at(30))).toBe("expired");
    await store.revokeInvitation(newId(), often.tokenDigest); // another negotiation's host
    expect(await store.redeem(often.tokenDigest, session(one), at(4))).toBe("redeemed");
    await store.revokeInvitation(one.id, often.tokenDigest);
    expect(await store.redeem(often.tokenDigest, session(one), at(4))).toBe("unknown");
    expect(await store.redeem(newId(), session(one), at(4))).toBe("unknown");
    const theirs = reusable(one);
    await store.invite(theirs);
    await expect(store.redeem(theirs.tokenDigest, session(one, { seat: one.seats.russia }), at(4))).rejects.toThrow();
  });

  test("lets in nobody when the hall has moved on, and ends a seat's other sessions when it is taken", async () => {
    const one = await made();
    const door = invitation(one, { reusable: true });
    await store.invite(door);
    const [first, second] = [session(one), session(one)];
    const hall = { stream: one.hall, version: 1 };
    expect(await store.redeem(door.tokenDigest, first, at(2), { ...hall, version: 2 })).toBe("changed");
    expect(await other.session(first.tokenDigest)).toBeUndefined();
    expect(await store.redeem(door.tokenDigest, first, at(2), hall)).toBe("redeemed");
    expect(await other.redeem(door.tokenDigest, second, at(2), hall)).toBe("redeemed");
    expect(await store.invitation(door.tokenDigest)).toMatchObject({ uses: 2 });
    const takesSeat = { seat: one.seats.ukraine, sessionDigest: second.tokenDigest };
    await store.append(append(one.id, one.hall, 1, { takesSeat }));
    expect(await other.session(first.tokenDigest)).toBeUndefined();
    expect(await other.session(second.tokenDigest)).toEqual(second);
    expect(await store.redeem(door.tokenDigest, session(one), at(3), hall)).toBe("changed");
  });

  test("ends the sessions and invitations of a seat that is freed, which goes on seeing its streams", async () => {
    const one = await made();
    const door = invitation(one, { reusable: true });
    await store.invite(door);
    const mine = session(one);
    expect(await store.redeem(door.tokenDigest, mine, at(2))).toBe("redeemed");
    const streams = async () => (await other.streamsOf(one.id, one.seats.ukraine)).map(({ stream }) => stream);
    const before = await streams();
    await store.append(append(one.id, one.hall, 1, { freesSeats: [one.seats.ukraine] }));
    expect(await other.session(mine.tokenDigest)).toBeUndefined();
    expect(await other.redeem(door.tokenDigest, session(one), at(3))).toBe("unknown");
    expect(await streams()).toEqual(before);
  });

  test("of one who takes a seat and ten who open its link at once, none but the one is left inside", async () => {
    const one = await made();
    const door = invitation(one, { reusable: true });
    await store.invite(door);
    const own = session(one);
    await store.redeem(door.tokenDigest, own, at(2));
    const others = Array.from({ length: 10 }, () => session(one));
    const takesSeat = { seat: one.seats.ukraine, sessionDigest: own.tokenDigest };
    const opens = (mine: SessionRow) => other.redeem(door.tokenDigest, mine, at(2), { stream: one.hall, version: 1 });
    const takes = () => store.append(append(one.id, one.hall, 1, { takesSeat }));
    await Promise.all([...others.slice(0, 5).map(opens), takes(), ...others.slice(5).map(opens)]);
    for (const mine of others) expect(await store.session(mine.tokenDigest)).toBeUndefined();
    expect(await store.session(own.tokenDigest)).toEqual(own);
  });

  test("ends the sessions of a seat; with its removal also its invitations and all it sees", async () => {
    const one = await made();
    const [first, second, third] = [session(one), session(one), session(one, { seat: one.seats.russia })];
    for (const mine of [first, second, third]) {
      const door = invitation(one, { seat: mine.seat });
      await store.invite(door);
      expect(await store.redeem(door.tokenDigest, mine, at(2))).toBe("redeemed");
    }
    await store.endSessions(one.id, one.seats.ukraine);
    expect(await other.session(first.tokenDigest)).toBeUndefined();
    expect(await other.session(second.tokenDigest)).toBeUndefined();
    expect(await other.session(third.tokenDigest)).toEqual(third);
    const open = invitation(one, { seat: one.seats.russia, reusable: true });
    await store.invite(open);
    await store.append(append(one.id, one.hall, 1, { removesSeats: [one.seats.russia] }));
    expect(await other.session(third.tokenDigest)).toBeUndefined();
    expect(await other.redeem(open.tokenDigest, session(one, { seat: one.seats.russia }), at(3))).toBe("unknown");
    // and it sees no stream any more, those among them that this did not append to
    expect(await other.streamsOf(one.id, one.seats.russia)).toEqual([]);
    expect(await other.entriesFor(one.seats.russia, one.id, one.backChannel, 0, 9)).toBeUndefined();
    expect(await other.entriesFor(one.seats.ukraine, one.id, one.backChannel, 0, 9)).toHaveLength(1);
  });

  test("holds answers to an open call and deletes them with the outcome", async () => {
    const one = await made();
    const call = newId();
    const early = await store.holdAnswer(held(one, call, "ukraine", true), at(1));
    expect(early).toBe("closed");
    const opensCall = { stream: one.backChannel, call, until: at(10) };
    await store.append(append(one.id, one.backChannel, 1, { opensCall }));
    expect(await store.holdAnswer(held(one, call, "ukraine", false), at(2))).toBe("held");
    expect(await store.holdAnswer(held(one, call, "ukraine", false), at(2))).toBe("held");
    expect(await other.holdAnswer(held(one, call, "ukraine", true), at(3))).toBe("changed");
    expect(await other.holdAnswer(held(one, call, "russia", true), at(10))).toBe("closed");
    expect(await other.holdAnswer(held(one, call, "russia", true), at(4))).toBe("held");
    const answers = [held(one, call, "russia", true), held(one, call, "ukraine", true)];
    expect(await store.heldAnswers(one.id, call)).toEqual(answers);

    expect((await store.openCalls(at(9))).filter((open) => open.negotiation === one.id)).toEqual([]);
    const due = [{ negotiation: one.id, stream: one.backChannel, call }];
    expect((await store.openCalls(at(10))).filter((open) => open.negotiation === one.id)).toEqual(due);

    const stale = [answers[0]!, held(one, call, "ukraine", false)];
    const closing = (given: typeof answers) =>
      append(one.id, one.backChannel, 2, { closesCall: { call, answers: given } });
    expect(await store.append(closing(stale))).toEqual({ kind: "conflict" });
    const outcome = closing(answers);
    expect(await store.append(outcome)).toEqual({ kind: "appended" });
    expect(await store.append(outcome)).toEqual({ kind: "appended" }); // again, its answer having been lost
    expect(await other.heldAnswers(one.id, call)).toEqual([]);
    expect(await other.holdAnswer(held(one, call, "russia", false), at(5))).toBe("closed");
    expect((await other.openCalls(at(59))).filter((open) => open.negotiation === one.id)).toEqual([]);
  });

  test("keeps for the house what was offered first", async () => {
    const name = newId();
    const all = await Promise.all(
      ["a", "b", "c", "d"].map((value, turn) => (turn % 2 ? store : other).keepOnce(name, value)),
    );
    expect(new Set(all).size).toBe(1);
    expect(await store.keepOnce(name, "late")).toBe(all[0]);
  });

  presenceContract(() => [store, other]);
  test("tells listeners of its own appends and of another process's, until they leave", async () => {
    const { id, hall, backChannel } = await made();
    const heard: Grown[] = [];
    const leave = other.onGrown((grown) => heard.push(grown));
    const heardOf = (stream: string) => heard.some((grown) => grown.stream === stream && grown.negotiation === id);
    await store.append(append(id, hall, 1));
    await eventually(() => heardOf(hall), 2000);
    heard.length = 0;
    await other.append(append(id, backChannel, 1));
    await eventually(() => heardOf(backChannel), 2000);
    leave();
    heard.length = 0;
    await other.append(append(id, hall, 2));
    await store.append(append(id, hall, 3));
    await new Promise((resume) => setTimeout(resume, 50));
    expect(heard).toEqual([]);
  });
});
