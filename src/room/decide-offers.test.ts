import { expect, test } from "vitest";
import type { OfferCondition } from "./offer.ts";
import {
  accept,
  agreed,
  offer,
  onlyIf,
  proposal,
  reject,
  reopen,
  rule,
  said,
  secret,
  statusOf,
  supposal,
  withdraw,
} from "./trial/moves.ts";
import { done, hallStream, trialRoom } from "./trial/trial-room.ts";

test("R3.1 negotiators table offers, mediators and chairs proposals, both suppose", () => {
  const room = trialRoom();
  const choices = { force: "light" };
  for (const seat of ["ua-support", "ua-mandator", "mediator", "chair", "observer"]) {
    expect(rule(room.send(seat, "security", offer("o", choices)))).toBe("R3.1");
  }
  expect(rule(room.send("ua", "security", proposal("o", choices)))).toBe("R3.1");
  expect(rule(room.send("observer", "security", supposal("o", choices)))).toBe("R3.1");
  done(room.send("eu", "security", offer("1", choices)));
  done(room.send("ua", "security", supposal("2", choices)));
  done(room.send("chair", "security", supposal("3", choices)));
  done(room.send("mediator", "security", proposal("4", choices)));
});

test("R3.2 a package chooses at least one option", () => {
  expect(rule(trialRoom().send("ua", "security", offer("o", {})))).toBe("R3.2");
});

test("R3.3 a package chooses only issues of the channel's clusters; a channel without clusters takes every issue", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", offer("o", { force: "light", line: "freeze" })))).toBe("R3.3");
  expect(rule(room.send("ua", "security", offer("o", { unheard: "light" })))).toBe("R3.3");
  expect(rule(room.send("ua", "security", offer("o", { constructor: "light" })))).toBe("R3.3");
  done(room.send("ua", "plenary", offer("o", { force: "light", line: "freeze" })));
});

test("R3.4 a package chooses only options that its issues have", () => {
  expect(rule(trialRoom().send("ua", "security", offer("o", { force: "enormous" })))).toBe("R3.4");
});

test("R3.5 a package breaks no rule of the agenda by itself, and what it leaves open breaks nothing", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "plenary", offer("o", { force: "heavy", line: "back" })))).toBe("R3.5");
  expect(rule(room.send("ua", "plenary", offer("o", { backstop: "yes", force: "none" })))).toBe("R3.5");
  done(room.send("ua", "security", offer("o", { backstop: "yes" })));
  done(room.send("ua", "security", offer("p", { force: "heavy" })));
});

test("R3.6 an offer's id is new in the channel, and says nothing about other channels", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("o", { force: "light" })));
  expect(rule(room.send("ru", "security", offer("o", { force: "none" })))).toBe("R3.6");
  done(room.send("ru", "territory", offer("o", { line: "freeze" })));
});

test("R3.7 offers are numbered from 1 in their own channel", () => {
  const room = trialRoom();
  done(room.send("ua", "territory", offer("t", { line: "freeze" })));
  done(room.send("ua", "security", offer("1", { force: "light" })));
  expect(rule(room.send("ua", "security", offer("1", { force: "light" })))).toBe("R3.6");
  done(room.send("mediator", "security", proposal("2", { force: "none" })));
  done(room.send("ru", "security", supposal("3", { force: "none" })));
  expect([...room.channel("security").offers.values()].map(({ offer: { number } }) => number)).toEqual([1, 2, 3]);
});

test("R3.8 an offer stands until a moment later than now", () => {
  const room = trialRoom();
  for (const until of [room.clock, "2026-11-23T12:00:00.000Z", "soon"]) {
    expect(rule(room.send("ua", "security", offer("o", { force: "light" }, { until })))).toBe("R3.8");
  }
  done(room.send("ua", "security", offer("o", { force: "light" }, { until: "2026-11-23T13:00:00.001Z" })));
});

test("R3.9 a counteroffer answers what is live and another delegation's", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("o", { force: "light" })));
  const counter = (id: string) => offer(id, { force: "none" }, { counters: "o" });
  expect(rule(room.send("ua", "security", counter("c")))).toBe("R3.9");
  done(room.send("ru", "security", counter("c")));
  expect(rule(room.send("us", "security", counter("d")))).toBe("R3.9");
});

test("R3.10 what binds nobody makes no offer lapse", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("o", { force: "light" })));
  done(room.send("ua", "security", supposal("s", { force: "light" })));
  expect(rule(room.send("ru", "security", supposal("x", { force: "none" }, { counters: "o" })))).toBe("R3.10");
  expect(rule(room.send("mediator", "security", proposal("x", { force: "none" }, { counters: "s" })))).toBe("R3.10");
  done(room.send("ru", "security", supposal("x", { force: "none" }, { counters: "s" })));
  done(room.send("ru", "security", offer("y", { force: "none" }, { counters: "o" })));
});

test("R3.11 what is countered lapses, and nothing else does", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("o", { force: "light" })));
  done(room.send("us", "security", offer("p", { force: "heavy" })));
  done(room.send("ru", "security", offer("c", { force: "none" }, { counters: "o" })));
  expect(room.channel("security").offers.get("o")?.status).toEqual({ kind: "countered", by: "c" });
  expect(statusOf(room, "security", "p")).toBe("live");
  expect(rule(room.send("us", "security", accept("o")))).toBe("R5.2");
});

test("R3.12 what is live is withdrawn by those of its own delegation who may table such a one", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("o", { force: "light" })));
  done(room.send("mediator", "security", proposal("m", { force: "light" })));
  expect(rule(room.send("ru", "security", withdraw("o")))).toBe("R3.12");
  expect(rule(room.send("ua-support", "security", withdraw("o")))).toBe("R3.12");
  expect(rule(room.send("ua", "security", withdraw("m")))).toBe("R3.12");
  done(room.send("ua", "security", withdraw("o")));
  expect(rule(room.send("ua", "security", withdraw("o")))).toBe("R3.12");
  done(room.send("chair", "security", withdraw("m")));
});

test("R3.12 what is provisionally agreed is reopened, not withdrawn", () => {
  const room = trialRoom();
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  expect(rule(room.send("ua", "security", withdraw("o")))).toBe("R3.12");
});

test("R3.13 what is not on the table of this channel cannot be answered there", () => {
  const room = trialRoom();
  done(room.send("ua", "territory", offer("o", { line: "freeze" })));
  const counter = offer("c", { force: "none" }, { counters: "o" });
  for (const command of [accept("o"), reject("o"), withdraw("o"), reopen("o"), counter]) {
    expect(rule(room.send("ru", "security", command))).toBe("R3.13");
  }
});

test("R3.14 every seat has a voice in its channels, but observers' and trainers' have none", () => {
  const room = trialRoom();
  for (const seat of ["ua", "ua-support", "ua-mandator", "mediator", "chair"])
    done(room.send(seat, "security", said("hello")));
  expect(rule(room.send("observer", "security", said("hello")))).toBe("R3.14");
  done(room.send("mediator", "security", { kind: "add member", seat: "trainer" }));
  expect(rule(room.send("trainer", "security", said("hello")))).toBe("R3.14");
});

test("R4.1 a condition names only a channel that every member of this one sees, whether or not there is such a channel", () => {
  const room = trialRoom();
  const on = (channel: string) => offer("o", { force: "light" }, { conditions: [onlyIf(channel, "line", "freeze")] });
  const unseen = room.send("ua", "security", on("territory"));
  expect(rule(unseen)).toBe("R4.1");
  expect(room.send("ua", "security", on("no such channel"))).toEqual(unseen);
  expect(room.send("ua", "security", on(hallStream))).toEqual(unseen);
  const back = secret(room, "back channel", "ua", "ru");
  expect(room.send("ua", "security", on(back))).toEqual(unseen);
  done(
    room.send("ua", "territory", offer("t", { line: "freeze" }, { conditions: [onlyIf("security", "force", "none")] })),
  );
});

test("R4.1 a seat that was removed hides no channel from those who stay", () => {
  const room = trialRoom();
  const on = offer("o", { force: "light" }, { conditions: [onlyIf("territory", "line", "freeze")] });
  const back = secret(room, "back channel", "ua", "ru", "us");
  expect(rule(room.send("ua", back, on))).toBe("R4.1");
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "us" }));
  done(room.send("ua", back, on));
});

/** What stands against an offer on the force, tabled in a back channel, with these conditions. */
function againstWaiting(conditions: (back: string) => readonly OfferCondition[]): string | undefined {
  const room = trialRoom();
  const back = secret(room, "back channel", "ua", "ru");
  return rule(room.send("ua", back, offer("o", { force: "light" }, { conditions: conditions(back) })));
}

test("R4.2 a condition names another channel", () => {
  expect(againstWaiting((back) => [onlyIf(back, "line", "freeze")])).toBe("R4.2");
});

test("R4.3 a condition names an issue of that channel and options that it has, each once", () => {
  expect(againstWaiting(() => [onlyIf("territory", "pace", "slow")])).toBe("R4.3");
  expect(againstWaiting(() => [onlyIf("territory", "line", "sideways")])).toBe("R4.3");
  expect(againstWaiting(() => [onlyIf("territory", "line")])).toBe("R4.3");
  expect(againstWaiting(() => [onlyIf("territory", "line", "back", "back")])).toBe("R4.3");
  expect(againstWaiting(() => [onlyIf("territory", "line", "back", "freeze")])).toBeUndefined();
});

test("R4.4 an offer waits on nothing that it decides itself", () => {
  expect(againstWaiting(() => [onlyIf("security", "force", "light")])).toBe("R4.4");
});

test("R4.5 one condition for one issue of one channel", () => {
  expect(againstWaiting(() => [onlyIf("territory", "line", "back"), onlyIf("territory", "line", "back")])).toBe("R4.5");
  expect(
    againstWaiting(() => [onlyIf("territory", "line", "back"), onlyIf("plenary", "line", "back")]),
  ).toBeUndefined();
});
