import { expect, test } from "vitest";
import type { ChannelCommand } from "./command.ts";
import { mayAnswerSealedYes, sealedYesOutcome } from "./decide-sealed-yes.ts";
import { offer, rule, secret } from "./trial/moves.ts";
import { done, hallStream, trialOpening, trialRoom } from "./trial/trial-room.ts";

type Call = Extract<ChannelCommand, { kind: "call sealed yes" }>;

const until = "2026-11-23T15:00:00.000Z";
const calling = (call: string, more: Partial<Call> = {}): Call => {
  return { kind: "call sealed yes", call, choices: { force: "light" }, until, ...more };
};

test("R6.1 mediators and chairs call for a sealed yes, or whom the rules of procedure name", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", calling("c")))).toBe("R6.1");
  done(room.send("chair", "security", calling("c")));
  const other = trialRoom({ procedure: { ...trialOpening.procedure, mayCallSealedYes: ["negotiator"] } });
  expect(rule(other.send("mediator", "security", calling("c")))).toBe("R6.1");
  done(other.send("ua", "security", calling("c")));
});

test("R6.2 its package is held to the rules of an offer", () => {
  const room = trialRoom();
  expect(rule(room.send("mediator", "security", calling("c", { choices: {} })))).toBe("R3.2");
  expect(rule(room.send("mediator", "security", calling("c", { choices: { line: "back" } })))).toBe("R3.3");
  expect(rule(room.send("mediator", "security", calling("c", { choices: { force: "vast" } })))).toBe("R3.4");
  const choices = { force: "none", backstop: "yes" };
  expect(rule(room.send("mediator", "security", calling("c", { choices })))).toBe("R3.5");
});

test("R6.3 one call at a time in a channel, each with an id of its own", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", calling("c")));
  expect(rule(room.send("mediator", "security", calling("d")))).toBe("R6.3");
  done(room.send("mediator", "territory", calling("c", { choices: { line: "freeze" } })));
  done(room.asHost("security", { kind: "answer sealed yes", call: "c", allSaidYes: false }));
  expect(rule(room.send("mediator", "security", calling("c")))).toBe("R6.3");
  done(room.send("mediator", "security", calling("d")));
});

test("R6.4 it is answered until a moment later than now", () => {
  const room = trialRoom();
  expect(rule(room.send("mediator", "security", calling("c", { until: room.clock })))).toBe("R6.4");
  expect(rule(room.send("mediator", "security", calling("c", { until: "later" })))).toBe("R6.4");
});

test("R6.5 where fewer than two parties decide, the outcome would show the answer", () => {
  const room = trialRoom();
  const caucus = secret(room, "caucus", "mediator", "ua", "eu");
  expect(rule(room.send("mediator", caucus, calling("c")))).toBe("R6.5");
});

test("R6.6 it is answered by negotiators of the deciding delegations, while it is being asked", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", calling("c")));
  const answering = (seat: string, call = "c") => {
    const outcome = mayAnswerSealedYes(room.situation("security"), seat, call);
    return outcome.ok ? outcome.value : outcome.error.rule;
  };
  expect(["ua", "ru", "us"].map((seat) => answering(seat))).toEqual(["UA", "RU", "US"]);
  for (const seat of ["eu", "ua-support", "mediator", "observer"]) expect(answering(seat)).toBe("R6.6");
  expect(answering("ua", "other")).toBe("R6.6");
  expect(answering("convenor")).toBe("R1.1");
  room.clock = "2026-11-23T15:00:00.001Z";
  expect(answering("ua")).toBe("R6.6");
  room.clock = until;
  expect(answering("ua")).toBe("UA");
  done(room.asHost("security", { kind: "answer sealed yes", call: "c", allSaidYes: true }));
  expect(answering("ua")).toBe("R6.6");
});

test("R8.1 a sealed yes is answered at the channel's level", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", calling("c")));
  done(room.send("convenor", hallStream, { kind: "set seat level", seat: "ua", level: "expert" }));
  expect(mayAnswerSealedYes(room.situation("security"), "ua", "c")).toMatchObject({
    ok: false,
    error: { rule: "R8.1" },
  });
});

test("R1.1 whether something is asked in a channel is not told to those who do not see it", () => {
  const room = trialRoom();
  done(room.send("mediator", "territory", calling("c", { choices: { line: "back" } })));
  const unseen = mayAnswerSealedYes(room.situation("territory"), "us", "c");
  expect(unseen).toEqual(mayAnswerSealedYes(room.situation("no such stream"), "us", "c"));
  expect(unseen).toMatchObject({ ok: false, error: { rule: "R1.1" } });
});

test("R6.7 nothing is decided before all have answered or its time is over, and silence is no", () => {
  const said = (answers: Record<string, boolean>) => new Map(Object.entries(answers));
  const deciding = ["UA", "RU"];
  expect(sealedYesOutcome(deciding, said({ UA: false }), false)).toBeUndefined();
  expect(sealedYesOutcome(deciding, said({ UA: true }), true)).toBe(false);
  expect(sealedYesOutcome(deciding, said({ UA: true, RU: false }), false)).toBe(false);
  expect(sealedYesOutcome(deciding, said({ UA: true, RU: true }), false)).toBe(true);
  expect(sealedYesOutcome(deciding, said({ UA: true, RU: true, EU: false }), false)).toBe(true);
  expect(sealedYesOutcome(["UA"], said({ UA: true }), false)).toBeUndefined();
  expect(sealedYesOutcome(["UA"], said({ UA: true }), true)).toBe(false);
});

test("R6.7 the host writes once whether all said yes, and nothing else", () => {
  const room = trialRoom();
  expect(rule(room.asHost("security", { kind: "answer sealed yes", call: "c", allSaidYes: true }))).toBe("R6.7");
  done(room.send("mediator", "security", calling("c")));
  const [append] = done(room.asHost("security", { kind: "answer sealed yes", call: "c", allSaidYes: true }));
  expect(append?.events).toEqual([{ kind: "sealed yes answered", call: "c", allSaidYes: true }]);
  expect(rule(room.asHost("security", { kind: "answer sealed yes", call: "c", allSaidYes: false }))).toBe("R6.7");
  expect(room.channel("security").calls.get("c")?.allSaidYes).toBe(true);
});

test("R6.7 the end of the negotiation leaves no call open", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", calling("c")));
  done(room.send("ua", "security", offer("o", { force: "light" })));
  done(room.send("convenor", hallStream, { kind: "end", reason: "enough" }));
  done(room.asHost("security", { kind: "answer sealed yes", call: "c", allSaidYes: false }));
});
