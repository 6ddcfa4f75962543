import { expect, test } from "vitest";
import type { DecisionRule } from "./procedure.ts";
import { agreed, move, offer, onlyIf, reopen, rule, secret, vote } from "./trial/moves.ts";
import { done, hallStream, type TrialRoom, trialOpening, trialRoom } from "./trial/trial-room.ts";

const settlement = { force: "light", backstop: "no", line: "freeze", pace: "slow" };

const withDecision = (decision: DecisionRule) => trialRoom({ procedure: { ...trialOpening.procedure, decision } });
const withPlenaryOn = (...clusters: string[]) => {
  return trialRoom({
    channels: trialOpening.channels.map((plan) => (plan.kind === "plenary" ? { ...plan, clusters } : plan)),
  });
};
const stage = (room: TrialRoom, motion = "m") => room.channel("plenary").motions.get(motion)?.stage;

test("R9.1 only the plenary adopts", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", move("m", settlement)))).toBe("R1.2");
  expect(rule(room.send("ua", "security", vote("m")))).toBe("R1.2");
  const signing = { kind: "sign", motion: "m", digest: "d", signature: "s" } as const;
  expect(rule(room.send("ua", "security", signing))).toBe("R1.2");
});

test("R9.2 adoption is moved by a party's negotiator or by those who preside, under an id of its own", () => {
  const room = trialRoom();
  for (const seat of ["ua-mandator", "observer"])
    expect(rule(room.send(seat, "plenary", move("m", settlement)))).toBe("R9.2");
  done(room.send("eu", "plenary", move("m", settlement)));
  done(room.send("ua", "plenary", vote("m", "no")));
  expect(rule(room.send("chair", "plenary", move("m", settlement)))).toBe("R9.2");
  done(room.send("chair", "plenary", move("n", settlement)));
});

test("R9.3 one motion at a time, and none while an adopted settlement stands", () => {
  const room = trialRoom();
  done(room.send("chair", "plenary", move("m", settlement)));
  expect(rule(room.send("ua", "plenary", move("n", settlement)))).toBe("R9.3");
  for (const seat of ["ua", "ru", "us"]) done(room.send(seat, "plenary", vote("m")));
  expect(rule(room.send("ua", "plenary", move("n", settlement)))).toBe("R9.3");
  done(room.send("ua", "plenary", { kind: "reopen settlement", motion: "m", reason: "new facts" }));
  done(room.send("ua", "plenary", move("n", settlement)));
});

test("R9.4 a motion names a whole settlement", () => {
  const room = trialRoom();
  const { pace: _open, ...partial } = settlement;
  expect(rule(room.send("chair", "plenary", move("m", partial)))).toBe("R9.4");
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, pace: "never" })))).toBe("R9.4");
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, more: "x" })))).toBe("R9.4");
});

test("R9.5 a settlement that breaks a rule of the agenda is not adopted", () => {
  const room = trialRoom();
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, force: "heavy", line: "back" })))).toBe("R9.5");
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, force: "none", backstop: "yes" })))).toBe(
    "R9.5",
  );
});

test("R9.6 what it closes is provisionally agreed, in channels that the whole plenary sees, and named once", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("live", { force: "light" })));
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  agreed(room, "territory", offer("t", { line: "freeze" }), "ua", "ru");
  const back = secret(room, "back channel", "ua", "ru");
  agreed(room, back, offer("b", { pace: "slow" }), "ua", "ru");
  const unseen = room.send("ua", "plenary", move("m", settlement, ["territory", "t"]));
  expect(rule(unseen)).toBe("R9.6");
  expect(room.send("ua", "plenary", move("m", settlement, [back, "b"]))).toEqual(unseen);
  expect(room.send("ua", "plenary", move("m", settlement, ["no such channel", "b"]))).toEqual(unseen);
  expect(room.send("ua", "plenary", move("m", settlement, ["security", "live"]))).toEqual(unseen);
  expect(room.send("ua", "plenary", move("m", settlement, ["security", "o"], ["security", "o"]))).toEqual(unseen);
  done(room.send("ua", "plenary", move("m", settlement, ["security", "o"])));
});

test("R9.7 it settles what the closed offers settle as they do, and the rest is the plenary's own", () => {
  const room = withPlenaryOn("T", "P");
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, force: "none" }, ["security", "o"])))).toBe(
    "R9.7",
  );
  expect(rule(room.send("chair", "plenary", move("m", settlement, ["security", "o"])))).toBe("R9.7");
  agreed(room, "security", offer("p", { backstop: "no" }), "ua", "ru", "us");
  done(room.send("chair", "plenary", move("m", settlement, ["security", "o"], ["security", "p"])));
});

test("R9.7 two agreed offers that contradict each other are not closed together", () => {
  const room = trialRoom();
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  agreed(room, "security", offer("p", { force: "none" }), "ua", "ru", "us");
  expect(rule(room.send("chair", "plenary", move("m", settlement, ["security", "o"], ["security", "p"])))).toBe("R9.7");
});

test("R9.8 the conditions of what it closes are met by others that it closes, in a circle too", () => {
  const room = withPlenaryOn("T", "P");
  done(room.send("mediator", "security", { kind: "remove member", seat: "ua-support" }));
  agreed(
    room,
    "security",
    offer("s", { force: "light", backstop: "no" }, { conditions: [onlyIf("plenary", "line", "freeze")] }),
    "ua",
    "ru",
    "us",
  );
  agreed(
    room,
    "plenary",
    offer("l", { line: "freeze" }, { conditions: [onlyIf("security", "force", "light")] }),
    "ua",
    "ru",
    "us",
  );
  agreed(room, "plenary", offer("k", { line: "back" }), "ua", "ru", "us");
  const s = ["security", "s"] as const;
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, line: "back" }, s, ["plenary", "k"])))).toBe(
    "R9.8",
  );
  expect(rule(room.send("chair", "plenary", move("m", { ...settlement, line: "defer" }, s)))).toBe("R9.8");
  done(room.send("chair", "plenary", move("m", settlement, s, ["plenary", "l"])));
});

test("R9.8 a condition on the plenary is met by what the motion settles there itself", () => {
  const room = withPlenaryOn("T", "P");
  done(room.send("mediator", "security", { kind: "remove member", seat: "ua-support" }));
  agreed(
    room,
    "security",
    offer("s", { force: "light", backstop: "no" }, { conditions: [onlyIf("plenary", "line", "freeze")] }),
    "ua",
    "ru",
    "us",
  );
  done(room.send("chair", "plenary", move("m", settlement, ["security", "s"])));
});

test("R9.9 the vote is cast by negotiators of the parties whose consent is needed, once for each", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "plenary", vote("m")))).toBe("R9.9");
  done(room.send("chair", "plenary", move("m", settlement)));
  for (const seat of ["eu", "ua-mandator", "chair", "observer"]) {
    expect(rule(room.send(seat, "plenary", vote("m")))).toBe("R9.9");
  }
  done(room.send("ua", "plenary", vote("m")));
  expect(rule(room.send("ua", "plenary", vote("m", "no")))).toBe("R9.9");
});

test("R8.4 the vote needs the level that the rules of procedure name", () => {
  const room = trialRoom();
  done(room.send("chair", "plenary", move("m", settlement)));
  done(room.send("convenor", hallStream, { kind: "set seat level", seat: "ua", level: "expert" }));
  expect(rule(room.send("ua", "plenary", vote("m")))).toBe("R8.4");
});

test("R9.10 unanimity adopts with the last yes and falls with the first vote that is none", () => {
  const room = trialRoom();
  done(room.send("chair", "plenary", move("m", settlement)));
  for (const seat of ["ua", "ru"]) done(room.send(seat, "plenary", vote("m")));
  expect(stage(room)).toBe("moved");
  done(room.send("us", "plenary", vote("m")));
  expect(stage(room)).toBe("adopted");
  for (const says of ["no", "abstains"] as const) {
    const other = trialRoom();
    done(other.send("chair", "plenary", move("m", settlement)));
    done(other.send("us", "plenary", vote("m", says)));
    expect(stage(other)).toBe("fell");
  }
});

test("R9.11 silence consents when the hours are over, and the host says so, not earlier", () => {
  const room = withDecision({ kind: "consensus", hours: 24 });
  done(room.send("chair", "plenary", move("m", settlement)));
  room.clock = "2026-11-24T13:00:00.000Z";
  expect(rule(room.asHost("plenary", { kind: "settle motion", motion: "m" }))).toBe("R9.11");
  done(room.send("ua", "plenary", vote("m", "abstains")));
  room.clock = "2026-11-24T13:00:00.001Z";
  expect(rule(room.send("ru", "plenary", vote("m", "no")))).toBe("R9.11");
  done(room.asHost("plenary", { kind: "settle motion", motion: "m" }));
  expect(stage(room)).toBe("adopted");
  expect(rule(room.asHost("plenary", { kind: "settle motion", motion: "m" }))).toBe("R9.9");
});

test("R9.11 one no ends a consensus, and silence decides under no other rule", () => {
  const room = withDecision({ kind: "consensus", hours: 24 });
  done(room.send("chair", "plenary", move("m", settlement)));
  done(room.send("us", "plenary", vote("m", "no")));
  expect(stage(room)).toBe("fell");
  const other = trialRoom();
  done(other.send("chair", "plenary", move("m", settlement)));
  expect(rule(other.asHost("plenary", { kind: "settle motion", motion: "m" }))).toBe("R9.11");
});

test("R9.13 a motion falls if something that it closes was reopened meanwhile", () => {
  const room = trialRoom();
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  done(room.send("chair", "plenary", move("m", settlement, ["security", "o"])));
  done(room.send("ua", "plenary", vote("m")));
  done(room.send("us", "security", reopen("o")));
  const [append] = done(room.send("ru", "plenary", vote("m")));
  expect(append?.events.map(({ kind }) => kind)).toEqual(["voted", "fell"]);
});

test("R9.13 silence does not consent to what was reopened", () => {
  const room = withDecision({ kind: "consensus", hours: 24 });
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  done(room.send("chair", "plenary", move("m", settlement, ["security", "o"])));
  done(room.send("us", "security", reopen("o")));
  room.clock = "2026-11-25T13:00:00.000Z";
  done(room.asHost("plenary", { kind: "settle motion", motion: "m" }));
  expect(stage(room)).toBe("fell");
});
