import { expect, test } from "vitest";
import type { Command } from "#room";
import { memoryStore } from "#store";
import { type TrialServer, trialClient, trialServer } from "./trial/trial-server.ts";
import { done, said, type TrialSeat, type TrialTalks, trialTalks } from "./trial/trial-talks.ts";

type World = (talks: TrialTalks) => {
  /** What happens out of sight, before, between and after what everybody sees. */
  readonly before: () => Promise<void>;
  readonly between: () => Promise<void>;
  readonly after: () => Promise<void>;
};

const nothing = async (): Promise<void> => {};
const quiet: World = () => ({ before: nothing, between: nothing, after: nothing });

/** The town sees neither the back channel, nor the group, nor what the fleet keeps for itself. */
const busy: World = (talks) => {
  let pier = "";
  const say = (seat: TrialSeat, text: string): Command => ({ kind: "say", words: { sealed: `${seat} ${text}` } });
  return {
    before: async () => {
      const members = [talks.door("fleet").seat, talks.door("line").seat];
      const plan = { kind: "back channel", name: "Pier", clusters: [], level: "expert", members } as const;
      const wordKeys = Object.fromEntries(members.map((member) => [member, "sealed"]));
      pier = done(await talks.send("fleet", "new", { kind: "convene", plan, wordKeys })).stream;
      done(await talks.send("line", pier, say("line", "nobody hears us here")));
      const call = {
        kind: "call sealed yes",
        call: "c",
        choices: { quay: "mornings" },
        until: "2026-11-23T13:50:00.000Z",
      } as const;
      done(await talks.send("mediator", talks.group, call));
      done(await talks.answer("fleet", "c", false));
    },
    between: async () => {
      done(
        await talks.send("fleet", pier, {
          kind: "table",
          as: "offer",
          offer: "o",
          choices: { night: "none" },
          conditions: [],
        }),
      );
      done(await talks.send("line", pier, { kind: "accept", offer: "o" }));
      done(await talks.answer("line", "c", true));
      const heads = await talks.host.streams(talks.door("fleet"));
      const own = heads.find(({ kind }) => kind === "delegation")?.stream ?? "";
      done(await talks.send("fleet", own, { kind: "keep", what: "note", sealed: "c2VhbGVk" }));
      await talks.send("fleet", pier, say("fleet", "")); // refused, for what it is worth
    },
    after: async () => {
      done(await talks.send("fleet", pier, { kind: "close channel" }));
    },
  };
};

async function seenByTheTown(world: World): Promise<readonly string[]> {
  const store = memoryStore();
  const time = { now: "2026-11-23T13:00:00.000Z" };
  const talks = await trialTalks({ store, time });
  const server = await trialServer({ store, time });
  const happens = world(talks);
  const town = await entering(talks, server);
  const seen: string[] = [];
  town.socket.on("message", (data) => seen.push(String(data)));
  await happens.before();
  const { plenary, group, hall } = talks;
  const tabled = { kind: "table", as: "offer", offer: "p", choices: { fund: "one" }, conditions: [] } as const;
  const steps: readonly [TrialSeat, string, Command][] = [
    ["fleet", plenary, said("hello")],
    ["line", plenary, tabled],
    ["convenor", hall, { kind: "set deadline", deadline: "2026-11-23T20:00:00.000Z" }],
    ["town", plenary, { kind: "accept", offer: "p" }],
    ["town", plenary, { kind: "accept", offer: "nothing" }],
    ["town", group, said("I am not in the group")],
    ["town", "e".repeat(32), said("and this is nothing")],
    // a condition on a channel that it does not see: what it is told must not tell
    ["town", plenary, { ...tabled, offer: "q", conditions: [{ channel: group, issue: "night", options: ["none"] }] }],
    ["fleet", plenary, said("and now")],
  ];
  for (const [seat, stream, command] of steps) {
    const signed = await talks.signed(seat, stream, command);
    if (seat === "town") await town.command(signed);
    else done(await talks.host.command(talks.door(seat), signed.text, signed.signature));
    await happens.between().then(
      () => {},
      () => {},
    ); // the second time most of it is refused
    const asked = await fetch(
      `${server.origin}/negotiations/${talks.negotiation}/seats/${talks.door("town").seat}/streams/${group}/entries`,
      {
        headers: { cookie: `entente-seat=${town.session}` },
      },
    );
    seen.push(
      JSON.stringify([asked.status, [...asked.headers].filter(([name]) => name !== "date"), await asked.text()]),
    );
  }
  await happens.after();
  await town.until(() => seen.some((text) => text.includes("and now")));
  const back = await entering(talks, server);
  await back.until((frame) => JSON.stringify(frame).includes("and now"));
  seen.push(...back.frames.map((frame) => JSON.stringify(frame)));
  for (const { socket } of [town, back]) socket.close();
  await server.close();
  return seen.filter((text) => !text.startsWith('{"t":"here"')).map((text) => text.replaceAll(server.origin, "ORIGIN"));
}

async function entering(talks: TrialTalks, server: TrialServer) {
  const joined = await talks.host.join(talks.negotiation, talks.entry("town", "a".repeat(32)));
  if (!joined.ok) throw new Error("the town joins");
  const client = await trialClient(server, talks.door("town"), joined.value.session);
  await client.until((frame) => frame.t === "entries" && frame.kind === "delegation");
  return { ...client, session: joined.value.session };
}

test("what a seat is sent is the same to the byte, whatever happens where it does not sit", async () => {
  const [one, other] = [await seenByTheTown(quiet), await seenByTheTown(busy)];
  expect(one.length).toBeGreaterThan(20);
  expect(other.toSorted()).toEqual(one.toSorted());
  expect(other).toEqual(one);
});

test("and the comparison sees a difference where there is one", async () => {
  const louder: World = (talks) => ({
    ...quiet(talks),
    after: async () => void done(await talks.send("line", talks.plenary, said("heard by all"))),
  });
  expect(await seenByTheTown(louder)).not.toEqual(await seenByTheTown(quiet));
});
