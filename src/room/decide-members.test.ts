import { expect, test } from "vitest";
import { audienceOf } from "./audience.ts";
import { accept, offer, rule, said, secret, statusOf, supposal } from "./trial/moves.ts";
import { done, hallStream, trialKeys, trialOpening, trialRoom } from "./trial/trial-room.ts";

const add = (seat: string) => ({ kind: "add member", seat }) as const;
const remove = (seat: string) => ({ kind: "remove member", seat }) as const;
const close = { kind: "close channel" } as const;

test("R7.8 members are added by those who run the channel", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "territory", add("us")))).toBe("R7.8");
  expect(rule(room.send("mediator", "territory", add("nobody")))).toBe("R7.8");
  expect(rule(room.send("mediator", "territory", add("ua")))).toBe("R7.8");
  done(room.send("mediator", "territory", add("us")));
  done(room.send("us", "territory", said("hello")));
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "eu" }));
  expect(rule(room.send("mediator", "territory", add("eu")))).toBe("R7.8");
});

test("R7.8 in a back channel its negotiators add", () => {
  const room = trialRoom();
  const back = secret(room, "back channel", "ua", "ru", "ua-support");
  expect(rule(room.send("ua-support", back, { ...add("us"), wordKey: "sealed" }))).toBe("R7.8");
  done(room.send("ru", back, { ...add("us"), wordKey: "sealed" }));
  expect(room.channel(back).wordKeys.us).toBe("sealed");
});

test("R7.8 a member that has joined anew is given the channel's key once more, to its new key, and once only", () => {
  const room = trialRoom();
  const back = secret(room, "back channel", "ua", "ru", "us");
  const anew = { ...add("us"), wordKey: "sealed anew" };
  done(room.send("convenor", hallStream, { kind: "free seat", seat: "us" }));
  expect(rule(room.send("ua", back, anew))).toBe("R7.8");
  room.clock = "2026-11-23T13:10:00.000Z";
  done(room.send("us", hallStream, { kind: "join", keys: trialKeys("us anew") }));
  expect(rule(room.send("ua", back, add("us")))).toBe("R7.6");
  expect(rule(room.send("ua", back, { ...add("ru"), wordKey: "sealed anew" }))).toBe("R7.8");
  room.clock = "2026-11-23T13:11:00.000Z";
  done(room.send("ua", back, anew));
  expect(room.channel(back).plan.members).toEqual(["ua", "ru", "us"]);
  expect(room.channel(back).wordKeys).toEqual({ ua: "sealed to ua", ru: "sealed to ru", us: "sealed anew" });
  expect(rule(room.send("ua", back, anew))).toBe("R7.8");
  // where nothing is sealed there is nothing to give
  expect(rule(room.send("mediator", "plenary", add("us")))).toBe("R7.8");
});

test("R7.6 whoever comes into a back channel is handed its key, and nobody is handed one elsewhere", () => {
  const room = trialRoom();
  const back = secret(room, "back channel", "ua", "ru");
  expect(rule(room.send("ru", back, add("us")))).toBe("R7.6");
  expect(rule(room.send("mediator", "territory", { ...add("us"), wordKey: "sealed" }))).toBe("R7.6");
});

test("R7.9 members are removed by those who preside, and anybody may leave", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", remove("ru")))).toBe("R7.9");
  expect(rule(room.send("mediator", "security", remove("convenor")))).toBe("R7.9");
  done(room.send("eu", "security", remove("eu")));
  done(room.send("mediator", "security", remove("ru")));
  done(room.send("chair", "plenary", remove("ru")));
  const back = secret(room, "back channel", "ua", "ru", "us");
  expect(rule(room.send("ua", back, remove("us")))).toBe("R7.9");
});

test("R7.10 what remains is still a caucus or a back channel", () => {
  const room = trialRoom();
  const back = secret(room, "back channel", "ua", "ru", "us");
  done(room.send("us", back, remove("us")));
  expect(rule(room.send("ru", back, remove("ru")))).toBe("R7.10");
  const caucus = secret(room, "caucus", "mediator", "chair", "ua");
  expect(rule(room.send("chair", caucus, remove("mediator")))).toBe("R7.10");
  done(room.send("mediator", caucus, remove("chair")));
});

test("R7.11 a channel is closed by those who run it, and the plenary never", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", close))).toBe("R7.11");
  expect(rule(room.send("chair", "plenary", close))).toBe("R7.11");
  const back = secret(room, "back channel", "ua", "ru");
  done(room.send("ru", back, close));
  done(room.send("mediator", "security", close));
});

test("R7.12 a seat that was removed from a channel is in its audience no more", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", remove("ru")));
  expect(audienceOf(room.hall(), room.channel("security"))).not.toContain("ru");
  expect(rule(room.send("ru", "security", said("hello?")))).toBe("R1.1");
  expect(audienceOf(room.hall(), room.channel("plenary"))).toContain("ru");
});

test("R7.12 a seat that was removed from the negotiation is in no audience", () => {
  const room = trialRoom();
  secret(room, "back channel", "ua", "ru");
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "ru" }));
  for (const stream of room.streams.values()) expect(audienceOf(room.hall(), stream)).not.toContain("ru");
});

test("R8.1 an offer is accepted at the channel's level or above", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", { force: "light" })));
  done(room.send("mediator", "security", { kind: "set level", level: "head of government" }));
  expect(rule(room.send("us", "security", accept("o")))).toBe("R8.1");
  done(room.send("convenor", hallStream, { kind: "set seat level", seat: "us", level: "head of government" }));
  done(room.send("us", "security", accept("o")));
  expect(statusOf(room, "security", "o")).toBe("live");
});

test("R8.2 an offer is tabled at the channel's level, a supposal at any", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", { kind: "set level", level: "head of government" }));
  expect(rule(room.send("ua", "security", offer("o", { force: "light" })))).toBe("R8.2");
  done(room.send("ua", "security", supposal("s", { force: "light" })));
});

test("R8.3 the level of a channel is set by those who run it", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", { kind: "set level", level: "expert" }))).toBe("R8.3");
  const back = secret(room, "back channel", "ua", "ru");
  done(room.send("ru", back, { kind: "set level", level: "minister" }));
  expect(room.channel(back).plan.level).toBe("minister");
});

test("R7.9 a chair who leaves presides no more, not even after coming back", () => {
  const channels = trialOpening.channels.map((plan) => (plan.id === "territory" ? { ...plan, chair: "ua" } : plan));
  const room = trialRoom({ channels });
  done(room.send("ua", "territory", add("us")));
  done(room.send("ua", "territory", remove("ua")));
  done(room.send("mediator", "territory", add("ua")));
  expect(room.channel("territory").plan.chair).toBeUndefined();
  expect(rule(room.send("ua", "territory", remove("us")))).toBe("R7.9");
});
