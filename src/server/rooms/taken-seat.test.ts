import { afterAll, beforeAll, expect, test } from "vitest";
import { documentDigest, signCommand, signingKey, signWith } from "#record";
import { memoryStore } from "#store";
import type { Door } from "./host.ts";
import { type TrialServer, trialClient, trialServer, wordsIn } from "./trial/trial-server.ts";
import { done, inAnHour, said, type TrialSeat, type TrialTalks, trialTalks } from "./trial/trial-talks.ts";

const store = memoryStore();
const time = { now: "2026-11-23T13:00:00.000Z" };
let server: TrialServer;

beforeAll(async () => {
  server = await trialServer({ store, time });
});
afterAll(() => server.close());

async function sessionOf({ host, negotiation, entry }: TrialTalks, seat: TrialSeat): Promise<string> {
  const joined = await host.join(negotiation, entry(seat, "a".repeat(32)));
  if (!joined.ok) throw new Error("the seat joins");
  return joined.value.session;
}

const pathOf = ({ negotiation, seat }: Door): string => `/negotiations/${negotiation}/seats/${seat}`;
const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.origin}${path}`, init);
const post = (path: string, body: unknown): Promise<Response> =>
  ask(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });

test("a second opener of a taken seat's link gets no session, and one from before is cut off", async () => {
  const fresh = await trialTalks({ store, time, seed: "taken", joined: [], reusable: true });
  const path = `/negotiations/${fresh.negotiation}/join`;
  const entered = async (attempt: string) => {
    const joined = await post(path, fresh.entry("fleet", attempt));
    return /^entente-seat=([0-9a-f]{64});/.exec(joined.headers.getSetCookie()[0] ?? "")?.[1] ?? "";
  };
  const [early, own] = [await entered("1".repeat(32)), await entered("2".repeat(32))];
  const streams = (session: string) =>
    ask(`${pathOf(fresh.door("fleet"))}/streams`, { headers: { cookie: `entente-seat=${session}` } });
  expect((await streams(early)).status).toBe(200);
  const listening = await trialClient(server, fresh.door("fleet"), early);
  const taking = await trialClient(server, fresh.door("fleet"), own);
  const join = await fresh.signed("fleet", fresh.hall, { kind: "join", keys: fresh.keys("fleet").public });
  expect(await taking.command(join)).toMatchObject({ t: "done" });
  expect(await listening.until(({ t }) => t === "bye")).toMatchObject({ again: false });
  await listening.closed;
  expect((await streams(early)).status).toBe(404);
  expect((await streams(own)).status).toBe(200);
  const late = await post(path, { token: fresh.token("fleet"), attempt: "3".repeat(32) });
  expect([late.status, late.headers.getSetCookie()]).toEqual([409, []]);
  expect(await late.json()).toMatchObject({ rule: "H10", message: expect.stringContaining("another browser") });
  taking.socket.close();
});

test("a seat that is freed is shut at once, and taken anew with a new link and other keys", async () => {
  const fresh = await trialTalks({ store, time, seed: "freed", reusable: true });
  const own = await sessionOf(fresh, "line");
  const [line, fleet] = [
    await trialClient(server, fresh.door("line"), own),
    await trialClient(server, fresh.door("fleet"), await sessionOf(fresh, "fleet")),
  ];
  const free = await fresh.signed("convenor", fresh.hall, { kind: "free seat", seat: fresh.door("line").seat });
  done(await fresh.host.command(fresh.door("convenor"), free.text, free.signature));
  done(await fresh.send("fleet", fresh.plenary, said("after")));
  await line.closed;
  expect(line.frames.at(-1)).toMatchObject({ t: "bye", again: false, message: expect.stringContaining("freed") });
  await fleet.until(() => wordsIn(fleet.frames).includes("after"));
  expect(wordsIn(line.frames)).not.toContain("after");
  const streams = (session: string) =>
    ask(`${pathOf(fresh.door("line"))}/streams`, { headers: { cookie: `entente-seat=${session}` } });
  expect((await streams(own)).status).toBe(404);
  // the old link gives nothing, with the old keys neither
  const path = `/negotiations/${fresh.negotiation}/join`;
  expect((await post(path, fresh.entry("line", "a".repeat(32)))).status).toBe(404);
  const token = "9".repeat(64);
  const invited = { seat: fresh.door("line").seat, tokenDigest: documentDigest(token), reusable: false };
  expect((await fresh.host.invite(fresh.door("convenor"), { ...invited, expiresAt: inAnHour })).ok).toBe(true);
  const joined = await post(path, { token, attempt: "b".repeat(32) });
  const session = /^entente-seat=([0-9a-f]{64});/.exec(joined.headers.getSetCookie()[0] ?? "")?.[1] ?? "";
  expect((await streams(session)).status).toBe(200);
  const again = await trialClient(server, fresh.door("line"), session);
  const old = await fresh.signed("line", fresh.hall, { kind: "join", keys: fresh.keys("line").public });
  expect(await again.command(old)).toMatchObject({ t: "refused", rule: "R2.8" });
  const pair = signingKey(new Uint8Array(32).fill(5));
  const keys = { signing: pair.publicKey, sealing: "5".repeat(64) };
  const { text } = await fresh.signed("line", fresh.hall, { kind: "join", keys }, { key: "7".repeat(32) });
  const signature = signCommand(text, signWith(pair));
  expect(await again.command({ text, signature, key: "7".repeat(32) })).toMatchObject({ t: "done" });
  const late = await fresh.signed("line", fresh.plenary, said("with the old key"));
  expect(await again.command(late)).toMatchObject({ t: "refused", rule: "H3" });
  for (const { socket } of [fleet, again]) socket.close();
});
