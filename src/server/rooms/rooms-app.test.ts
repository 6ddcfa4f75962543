import { createConnection } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memoryStore } from "#store";
import type { Door } from "./host.ts";
import { openSocket, type TrialServer, trialClient, trialServer, versionsIn, wordsIn } from "./trial/trial-server.ts";
import { done, said, type TrialSeat, type TrialTalks, trialTalks } from "./trial/trial-talks.ts";

const store = memoryStore();
const time = { now: "2026-11-23T13:00:00.000Z" };
let server: TrialServer;
let talks: TrialTalks;
const sessions = new Map<TrialSeat, string>();

beforeAll(async () => {
  talks = await trialTalks({ store, time });
  server = await trialServer({ store, time });
  for (const seat of ["fleet", "line", "town", "mediator"] as const) sessions.set(seat, await sessionOf(talks, seat));
});
afterAll(() => server.close());

async function sessionOf({ host, negotiation, entry }: TrialTalks, seat: TrialSeat): Promise<string> {
  const joined = await host.join(negotiation, entry(seat, "a".repeat(32)));
  if (!joined.ok) throw new Error("the seat joins");
  return joined.value.session;
}

const pathOf = ({ negotiation, seat }: Door): string => `/negotiations/${negotiation}/seats/${seat}`;
const cookie = (seat: TrialSeat): Record<string, string> => ({ cookie: `entente-seat=${sessions.get(seat)}` });
const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.origin}${path}`, init);
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  ask(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const client = (seat: TrialSeat, have: Record<string, number> = {}) =>
  trialClient(server, talks.door(seat), sessions.get(seat) ?? "", { have });

async function whole(response: Response): Promise<object> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "date"));
  return { status: response.status, headers, body: await response.text() };
}

test("joining gives a cookie for that seat's paths alone, out of reach of scripts", async () => {
  const fresh = await trialTalks({ store, time, seed: "joining", joined: [] });
  const path = `/negotiations/${fresh.negotiation}/join`;
  const joined = await post(path, { token: fresh.token("fleet") });
  expect(joined.status).toBe(200);
  expect(await joined.json()).toEqual({ seat: fresh.door("fleet").seat, agenda: fresh.request.agenda });
  const [set = ""] = joined.headers.getSetCookie();
  expect(set).toMatch(/^entente-seat=[0-9a-f]{64}; /);
  for (const part of [`Path=${pathOf(fresh.door("fleet"))}`, "HttpOnly", "SameSite=Strict"])
    expect(set).toContain(part);
  expect(set).not.toContain("Secure");
  const behind = await post(path, { token: fresh.token("line") }, { "x-forwarded-proto": "https" });
  expect(behind.headers.getSetCookie()[0]).toContain("Secure");
  const again = await post(path, { token: fresh.token("fleet") });
  expect([again.status, ((await again.json()) as { message: string }).message]).toEqual([
    409,
    expect.stringContaining("has been used"),
  ]);
});

test("creating over HTTP answers with the hall and makes the convenor's session", async () => {
  const other = await trialTalks({ seed: "over HTTP" });
  const created = await post("/negotiations", other.request);
  expect(created.status).toBe(200);
  const answer = (await created.json()) as { negotiation: string; hall: string };
  expect(answer.negotiation).toBe(other.negotiation);
  const [session = ""] = (created.headers.getSetCookie()[0] ?? "").split(";");
  const streams = await ask(`${pathOf(other.door("convenor"))}/streams`, { headers: { cookie: session } });
  expect(await streams.json()).toMatchObject({
    streams: expect.arrayContaining([{ stream: answer.hall, kind: "hall", version: 1 }]),
  });
  expect((await post("/negotiations", { ...other.request, more: 1 })).status).toBe(400);
  expect((await post("/negotiations", { ...other.request, agenda: "x".repeat(4_000_000) })).status).toBe(413);
});

test("what is not there and what is not yours have one answer, to the byte", async () => {
  const { door } = talks;
  const expected = await whole(await ask(`/negotiations/${"0".repeat(32)}/seats/${"0".repeat(32)}/streams`));
  expect(expected).toMatchObject({ status: 404, body: '{"message":"There is nothing here for you."}' });
  const asked = [
    ask(`${pathOf(door("fleet"))}/streams`),
    ask(`${pathOf(door("fleet"))}/streams`, { headers: cookie("line") }),
    ask(`${pathOf({ ...door("fleet"), seat: "0".repeat(32) })}/streams`, { headers: cookie("fleet") }),
    ask(`${pathOf({ ...door("fleet"), negotiation: "0".repeat(32) })}/streams`, { headers: cookie("fleet") }),
    ask("/negotiations/nothing/seats/nothing/streams", { headers: cookie("fleet") }),
    ask("/negotiations/nothing"),
    ask(`${pathOf(door("town"))}/streams/${talks.group}/entries`, { headers: cookie("town") }),
    ask(`${pathOf(door("town"))}/streams/${"0".repeat(32)}/entries`, { headers: cookie("town") }),
    ask(`${pathOf(door("town"))}/streams/%00/entries`, { headers: cookie("town") }),
    ask(`${pathOf(door("town"))}/streams/${"s".repeat(65)}/entries`, { headers: cookie("town") }),
    ask(`${pathOf(door("town"))}/commands/${"0".repeat(32)}`, { headers: cookie("town") }),
    post(`/negotiations/${talks.negotiation}/join`, { token: "no such" }),
    post(`/negotiations/${"0".repeat(32)}/join`, { token: talks.token("observer") }),
    ask(`${pathOf(door("fleet"))}/socket`, { headers: cookie("fleet") }), // no upgrade
  ];
  for (const response of asked) expect(await whole(await response)).toEqual(expected);
});

test("a page of another address changes nothing and gets no socket", async () => {
  const { door } = talks;
  const command = await talks.signed("fleet", talks.plenary, said("from elsewhere"));
  const body = { command: command.text, signature: command.signature };
  const before = await talks.version(talks.plenary);
  for (const origin of ["https://evil.example", "null", `http://127.0.0.1:${server.port + 1}`]) {
    const refused = await post(`${pathOf(door("fleet"))}/commands`, body, { ...cookie("fleet"), origin });
    expect(refused.status).toBe(403);
    await expect(openSocket(server, door("fleet"), sessions.get("fleet") ?? "", { origin })).rejects.toThrow(
      "HTTP 403",
    );
  }
  expect(await talks.version(talks.plenary)).toBe(before);
  const own = await post(`${pathOf(door("fleet"))}/commands`, body, { ...cookie("fleet"), origin: server.origin });
  expect(await own.json()).toEqual({ stream: talks.plenary, version: before + 1 });
  const again = await ask(`${pathOf(door("fleet"))}/commands/${command.key}`, { headers: cookie("fleet") });
  expect(await again.json()).toEqual({ stream: talks.plenary, version: before + 1 });
});

test("another seat's cookie, or none, opens no socket", async () => {
  const { door } = talks;
  await expect(openSocket(server, door("fleet"), sessions.get("line") ?? "")).rejects.toThrow("HTTP 404");
  await expect(openSocket(server, door("fleet"), "")).rejects.toThrow("HTTP 404");
  const elsewhere = { ...door("fleet"), negotiation: "0".repeat(32) };
  await expect(openSocket(server, elsewhere, sessions.get("fleet") ?? "")).rejects.toThrow("HTTP 404");
});

test("a command's answer and its entry come to its sender, the entry to all who see it, in order, once", async () => {
  const [fleet, line, town] = [await client("fleet"), await client("line"), await client("town")];
  const { group, plenary } = talks;
  const first = await fleet.command(await talks.signed("fleet", group, said("in the group")));
  expect(first).toMatchObject({ t: "done", stream: group });
  for (let index = 0; index < 20; index++) {
    const answer = await line.command(await talks.signed("line", plenary, said(`word ${index}`)));
    expect(answer.t).toBe("done");
  }
  await town.until(() => wordsIn(town.frames).includes("word 19"));
  for (const { frames } of [fleet, line, town]) {
    const versions = versionsIn(frames, plenary);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
  }
  expect(versionsIn(line.frames, group)).toContain(await talks.version(group));
  // that there is a group stands in the hall; what is in it goes to its members alone
  expect(town.frames.filter((frame) => "stream" in frame && frame.stream === group)).toEqual([]);
  for (const { socket } of [fleet, line, town]) socket.close();
});

test("who comes back is sent what it has missed and nothing that it has", async () => {
  const { plenary, hall } = talks;
  done(await talks.send("line", plenary, said("missed")));
  const have = {
    [plenary]: (await talks.version(plenary)) - 1,
    [hall]: await talks.version(hall),
    ["f".repeat(32)]: 3,
    [talks.group]: 1,
  };
  const back = await client("town", have);
  await back.until(({ t }) => t === "entries");
  await back.until(() => versionsIn(back.frames, plenary).length > 0);
  expect(wordsIn(back.frames)).toEqual(["missed"]);
  expect(versionsIn(back.frames, hall)).toEqual([]);
  // a stream that is not there and one that it does not see: the same
  const gone = back.frames.filter(({ t }) => t === "gone");
  expect(gone).toEqual([
    { t: "gone", stream: "f".repeat(32) },
    { t: "gone", stream: talks.group },
  ]);
  back.socket.close();
});

test("a stranger to the frames is told so and cut; an endless one is cut", async () => {
  const [fleet, line] = [await client("fleet"), await client("line")];
  const heard = line.frames.length;
  const cut = async (text: string) => {
    const one = await client("fleet");
    one.send(text);
    const code = await one.closed;
    return [code, one.frames.at(-1)?.t];
  };
  expect(await cut("{")).toEqual([1000, "bye"]);
  expect(await cut('{"t":"command"}')).toEqual([1000, "bye"]);
  expect(await cut('{"t":"resume","have":{}}')).toEqual([1000, "bye"]);
  expect((await cut("x".repeat(64 * 1024 + 1)))[0]).toBe(1009);
  const early = await openSocket(server, talks.door("fleet"), sessions.get("fleet") ?? "");
  early.send({ t: "ask", key: "0".repeat(32) });
  expect(await early.closed).toBe(1000);
  expect(early.frames).toMatchObject([{ t: "bye", again: false }]);
  const binary = await client("fleet");
  binary.socket.send(Buffer.from("{}"));
  expect(await binary.closed).toBe(1000);
  expect(line.frames.slice(heard).filter(({ t }) => t !== "here")).toEqual([]);
  expect(fleet.socket.readyState).toBe(fleet.socket.OPEN);
  for (const { socket } of [fleet, line]) socket.close();
});

test("forged, replayed and stale commands are refused to their sender alone", async () => {
  const [fleet, line] = [await client("fleet"), await client("line")];
  const { plenary } = talks;
  await line.until(() => versionsIn(line.frames, plenary).length > 0);
  const heard = line.frames.filter(({ t }) => t !== "here").length;
  const forged = await talks.signed("fleet", plenary, said("x"), { signedBy: "line" });
  expect(await fleet.command(forged)).toMatchObject({ t: "refused", rule: "H3" });
  const others = await talks.signed("line", plenary, said("x"));
  expect(await fleet.command(others)).toMatchObject({ t: "refused", rule: "H2" });
  const renamed = await talks.signed("fleet", plenary, said("x"));
  expect(await fleet.command({ ...renamed, key: "e".repeat(32) })).toMatchObject({ t: "refused", rule: "H2" });
  const unseen = await talks.signed("fleet", plenary, said("x"), { after: 1000 });
  expect(await fleet.command(unseen)).toMatchObject({ t: "refused", rule: "R1.9" });
  fleet.send({ t: "ask", key: "d".repeat(32) });
  expect(await fleet.until(({ t }) => t === "not done")).toEqual({ t: "not done", key: "d".repeat(32) });
  expect(line.frames.filter(({ t }) => t !== "here").length).toBe(heard);
  for (const { socket } of [fleet, line]) socket.close();
});

test("of more commands than may wait at once the last are refused, and the first are done", async () => {
  const fleet = await client("fleet");
  const signed = [];
  const after = await talks.version(talks.plenary);
  for (let index = 0; index < 12; index++)
    signed.push(await talks.signed("fleet", talks.plenary, said(`burst ${index}`), { after }));
  const answers = await Promise.all(signed.map((one) => fleet.command(one)));
  const kinds = answers.map(({ t }) => t);
  expect(kinds.slice(0, 4)).toEqual(["done", "done", "done", "done"]);
  expect(answers.filter(({ t }) => t === "refused").length).toBeGreaterThan(0);
  expect(answers.find(({ t }) => t === "refused")).toMatchObject({ rule: "H6" });
  fleet.socket.close();
});

test("a client whose clock is an hour off is told the host's, and its own moments are refused or kept by that", async () => {
  const fleet = await client("mediator");
  expect(fleet.frames[0]).toMatchObject({ t: "welcome", now: time.now });
  const late = {
    kind: "call sealed yes",
    call: "late",
    choices: { night: "none" },
    until: "2026-11-23T12:30:00.000Z",
  } as const;
  expect(await fleet.command(await talks.signed("mediator", talks.group, late))).toMatchObject({
    t: "refused",
    rule: "R6.4",
  });
  fleet.socket.close();
});

test("who is here is told of the negotiation as a whole, to all of it", async () => {
  const fleet = await client("fleet");
  const line = await client("line");
  const both = [talks.door("fleet").seat, talks.door("line").seat].sort();
  const isBoth = (frame: { t: string }) => frame.t === "here" && JSON.stringify(frame).includes(JSON.stringify(both));
  await fleet.until(isBoth);
  line.socket.close();
  await fleet.until((frame) => frame.t === "here" && frame.seats.length === 1);
  fleet.socket.close();
});

test("a member that is removed from a channel loses it; a seat that is removed loses everything, at once", async () => {
  const other = await trialTalks({ store, time, seed: "removal" });
  const enter = async (seat: TrialSeat) => trialClient(server, other.door(seat), await sessionOf(other, seat));
  const [fleet, line, convenor] = [await enter("fleet"), await enter("line"), other.door("convenor")];
  const mediator = await enter("mediator");
  await line.until(() => versionsIn(line.frames, other.group).length > 0);
  done(await other.send("mediator", other.plenary, said("before")));
  await line.until(() => wordsIn(line.frames).includes("before"));
  const signed = await other.signed("mediator", other.plenary, {
    kind: "remove member",
    seat: other.door("line").seat,
  });
  expect((await mediator.command(signed)).t).toBe("done");
  await line.until(({ t }) => t === "gone");
  const removal = await other.signed("convenor", other.hall, { kind: "remove seat", seat: other.door("line").seat });
  // on another host's socket: this one hears of it from the store
  done(await other.host.command(convenor, removal.text, removal.signature));
  done(await other.send("fleet", other.plenary, said("after")));
  expect(await line.closed).toBe(1000);
  await fleet.until(() => wordsIn(fleet.frames).includes("after"));
  expect(line.frames.at(-1)).toEqual({
    t: "bye",
    message: "This seat was removed from the negotiation by the convenor.",
    again: false,
  });
  expect(wordsIn(line.frames)).toEqual(["before"]);
  expect(versionsIn(line.frames, other.hall).at(-1)).toBe((await other.version(other.hall)) - 1);
  expect(JSON.stringify(line.frames)).not.toContain('\\"seat removed\\"');
  await expect(trialClient(server, other.door("line"), await sessionOf(other, "fleet"))).rejects.toThrow("HTTP 404");
  for (const { socket } of [fleet, mediator]) socket.close();
});

test("whoever is added to a channel reads it from its beginning", async () => {
  const other = await trialTalks({ store, time, seed: "adding" });
  const town = await trialClient(server, other.door("town"), await sessionOf(other, "town"));
  done(await other.send("fleet", other.group, said("early")));
  done(await other.send("mediator", other.group, { kind: "add member", seat: other.door("town").seat }));
  await town.until(() => versionsIn(town.frames, other.group).length === 3);
  done(await other.send("fleet", other.group, said("late")));
  await town.until(() => wordsIn(town.frames).includes("late"));
  expect(versionsIn(town.frames, other.group)).toEqual([1, 2, 3, 4]);
  town.socket.close();
});

test("a client that takes nothing in is cut, and others go on", async () => {
  const other = await trialTalks({ store, time, seed: "slow" });
  const session = await sessionOf(other, "town");
  const slow = await trialClient(server, other.door("town"), session);
  await slow.until(() => versionsIn(slow.frames, other.plenary).length > 0);
  slow.socket.pause();
  const quick = await trialClient(server, other.door("fleet"), await sessionOf(other, "fleet"));
  for (let index = 0; index < 700; index++) {
    done(await other.send("line", other.plenary, said(`${index} ${"x".repeat(15_000)}`)));
    if (index % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await quick.until(() => wordsIn(quick.frames.slice(-1)).some((text) => text.startsWith("699 ")));
  slow.socket.resume();
  expect(await slow.closed).toBeGreaterThanOrEqual(1000);
  expect(versionsIn(slow.frames, other.plenary).length).toBeLessThan(701);
  const back = await trialClient(server, other.door("town"), session, {
    have: { [other.plenary]: versionsIn(slow.frames, other.plenary).length },
  });
  await back.until(() => versionsIn(back.frames, other.plenary).at(-1) === 701);
  const all = [...versionsIn(slow.frames, other.plenary), ...versionsIn(back.frames, other.plenary)];
  expect(all).toEqual(Array.from({ length: 701 }, (_, index) => index + 1));
  for (const { socket } of [quick, back]) socket.close();
});

test("what is no HTTP, or names another host, is answered with a refusal", async () => {
  const strict = await trialServer({ store: memoryStore(), isOwnHost: (host) => host === "localhost:1" });
  expect((await fetch(`${strict.origin}/negotiations`)).status).toBe(421);
  await strict.close();
  const raw = await new Promise<string>((resolve) => {
    const socket = createConnection(server.port, "127.0.0.1", () =>
      socket.write(
        "POST /negotiations HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 1\r\ncontent-type: application/json\r\n\r\n{",
      ),
    );
    let text = "";
    socket.on("data", (data) => {
      text += data;
    });
    socket.on("close", () => resolve(text));
  });
  expect(raw).toMatch(/^HTTP\/1.1 400 /);
  expect(raw).not.toMatch(/stack|node_modules|at /);
});

test("a server that closes says so, and to come back", async () => {
  const own = await trialServer({ store, time });
  const fleet = await trialClient(own, talks.door("fleet"), sessions.get("fleet") ?? "");
  const from = performance.now();
  await own.close();
  expect(performance.now() - from).toBeLessThan(1000);
  await fleet.closed;
  expect(fleet.frames.at(-1)).toMatchObject({ t: "bye", again: true });
});
