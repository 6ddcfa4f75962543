import { expect, test } from "vitest";
import type { ConveneCommand } from "./command.ts";
import { rule, said, secret } from "./trial/moves.ts";
import { done, emptyRoom, hallStream, trialKeys, trialOpening, trialRoom } from "./trial/trial-room.ts";

const convening = (
  kind: ConveneCommand["plan"]["kind"],
  members: readonly string[],
  more: Partial<ConveneCommand["plan"]> = {},
): ConveneCommand => ({
  kind: "convene",
  plan: { kind, name: "A channel", clusters: [], members, level: "expert", ...more },
  ...(kind === "back channel" || kind === "caucus"
    ? { wordKeys: Object.fromEntries(members.map((member) => [member, "sealed"])) }
    : {}),
});

test("R7.1 channels are convened by the roles that the rules of procedure name, and no second plenary is", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "new", convening("working group", ["ua", "ru"])))).toBe("R7.1");
  expect(rule(room.send("mediator", "new", convening("back channel", ["mediator", "ua", "ru"])))).toBe("R7.1");
  expect(rule(room.send("observer", "new", convening("caucus", ["observer", "mediator", "ua"])))).toBe("R7.1");
  expect(rule(room.send("convenor", "new", convening("plenary", ["ua", "ru"])))).toBe("R7.1");
});

test("R7.2 a channel is convened among seats that are there, with a name, a level and clusters of the agenda", () => {
  const room = trialRoom();
  const group = (members: readonly string[], more: Partial<ConveneCommand["plan"]> = {}) => {
    return rule(room.send("convenor", "new", convening("working group", members, more)));
  };
  expect(group(["ua", "nobody"])).toBe("R7.2");
  expect(group(["ua", "ru"], { clusters: ["X"] })).toBe("R7.2");
  expect(group(["ua", "ru"], { chair: "us" })).toBe("R7.2");
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "ru" }));
  expect(group(["ua", "ru"])).toBe("R7.2");
  expect(group(["ua", "us"], { clusters: ["P"], chair: "us" })).toBeUndefined();
});

test("R7.3 whoever convenes a back channel or a caucus sits in it", () => {
  const room = trialRoom();
  expect(rule(room.send("us", "new", convening("back channel", ["ua", "ru"])))).toBe("R7.3");
  expect(rule(room.send("us", "new", convening("caucus", ["ua", "mediator"])))).toBe("R7.3");
});

test("R7.4 a caucus has a mediator and a party's delegation in it", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "new", convening("caucus", ["ua", "ru"])))).toBe("R7.4");
  expect(rule(room.send("mediator", "new", convening("caucus", ["mediator", "chair"])))).toBe("R7.4");
  secret(room, "caucus", "ua", "mediator");
});

test("R7.5 a back channel has at least two parties' delegations in it", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "new", convening("back channel", ["ua", "ua-support"])))).toBe("R7.5");
  expect(rule(room.send("ua", "new", convening("back channel", ["ua", "mediator"])))).toBe("R7.5");
});

test("R7.6 the key for its words is sealed to each member and to nobody else", () => {
  const room = trialRoom();
  const back = convening("back channel", ["ua", "ru"]);
  const keys: Record<string, string>[] = [
    {},
    { ua: "sealed" },
    { ua: "sealed", ru: "" },
    { ua: "sealed", us: "sealed" },
    { ua: "sealed", ru: "sealed", us: "sealed" },
  ];
  for (const wordKeys of keys) {
    expect(rule(room.send("ua", "new", { ...back, wordKeys }))).toBe("R7.6");
  }
  const group = { ...convening("working group", ["ua", "ru"]), wordKeys: { ua: "sealed" } };
  expect(rule(room.send("convenor", "new", group))).toBe("R7.6");
});

test("R7.6 nothing can be sealed to a seat that has not joined", () => {
  const room = emptyRoom();
  done(room.send("convenor", hallStream, trialOpening));
  done(room.send("ua", hallStream, { kind: "join", keys: trialKeys("ua") }));
  expect(rule(room.send("ua", "new", convening("back channel", ["ua", "ru"])))).toBe("R7.6");
});

test("R7.7 a working group is written in the hall as well", () => {
  const room = trialRoom();
  const appends = done(room.send("mediator", "new", convening("working group", ["ua", "ru"], { clusters: ["P"] })));
  expect(appends.map(({ stream, events }) => [stream === hallStream, events.map(({ kind }) => kind)])).toEqual([
    [true, ["group convened"]],
    [false, ["channel opened"]],
  ]);
  expect(room.hall().channels.at(-1)?.id).toBe(appends[1]?.stream);
});

test("R7.7 a back channel and a caucus are written in their own streams and nowhere else", () => {
  const room = trialRoom();
  const before = new Map(room.streams);
  const back = secret(room, "back channel", "ua", "ru");
  const caucus = secret(room, "caucus", "ua", "mediator");
  for (const [id, stream] of room.streams) {
    if (id !== back && id !== caucus) expect(stream).toBe(before.get(id));
  }
  expect(rule(room.send("us", back, said("who is there?")))).toBe("R1.1");
});
