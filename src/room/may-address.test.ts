import { expect, test } from "vitest";
import type { Command } from "./command.ts";
import { accept, agreed, move, offer, reject, reopen, rule, said, secret, vote, withdraw } from "./trial/moves.ts";
import { done, emptyRoom, hallStream, trialOpening, trialRoom } from "./trial/trial-room.ts";

test("R1.1 a stream that is not there and one that the seat does not see are answered in the same words", () => {
  const room = trialRoom();
  const commands: Command[] = [
    said("hello"),
    offer("o", { line: "freeze" }),
    { kind: "end", reason: "x" },
    { kind: "keep", what: "note", sealed: "x" },
    vote("m"),
  ];
  for (const command of commands) {
    const missing = room.send("us", "no such stream", command, 0);
    expect(rule(missing)).toBe("R1.1");
    expect(room.send("us", "territory", command)).toEqual(missing);
    expect(room.send("us", "territory", command, 99)).toEqual(missing);
  }
});

test("R1.1 a sender without a seat is told no more than one who does not see the stream", () => {
  const room = trialRoom();
  expect(room.send("stranger", "plenary", said("hello"))).toEqual(room.send("us", "territory", said("hello")));
});

test("R1.2 each kind of command goes to its kind of stream", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", hallStream, said("hello")))).toBe("R1.2");
  expect(rule(room.send("ua", "new", said("hello")))).toBe("R1.2");
  expect(rule(room.send("mediator", "plenary", { kind: "end", reason: "over" }))).toBe("R1.2");
  expect(rule(room.send("ua", "plenary", { kind: "keep", what: "note", sealed: "x" }))).toBe("R1.2");
  expect(rule(room.asHost(hallStream, { kind: "settle motion", motion: "m" }))).toBe("R1.2");
});

test("R1.3 a removed seat does nothing more, from the removal on", () => {
  const room = trialRoom();
  done(room.send("ru", "security", said("before")));
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "ru" }));
  expect(rule(room.send("ru", "security", said("after")))).toBe("R1.3");
  expect(rule(room.send("ru", hallStream, { kind: "end", reason: "x" }))).toBe("R1.3");
});

test("R1.4 a seat that has not joined does nothing but join", () => {
  const room = emptyRoom();
  done(room.send("convenor", hallStream, trialOpening));
  expect(rule(room.send("ua", "security", said("hello")))).toBe("R1.4");
});

test("R1.5 after the end only heads are countersigned and a delegation's own things kept", () => {
  const room = trialRoom();
  done(room.send("convenor", hallStream, { kind: "end", reason: "no mandate" }));
  expect(rule(room.send("ua", "plenary", said("wait")))).toBe("R1.5");
  expect(rule(room.send("convenor", hallStream, { kind: "end", reason: "again" }))).toBe("R1.5");
  const own = [...room.streams].find(([, stream]) => stream.kind === "delegation" && stream.delegation === "UA")?.[0];
  done(room.send("ua", own ?? "", { kind: "keep", what: "sheet", sealed: "x" }));
  done(room.send("ua", "plenary", { kind: "countersign", version: 1, head: "h", signature: "s" }));
});

test("R1.6 in a closed channel nothing is done", () => {
  const room = trialRoom();
  done(room.send("mediator", "security", { kind: "close channel" }));
  expect(rule(room.send("ua", "security", said("hello")))).toBe("R1.6");
  expect(rule(room.send("mediator", "security", { kind: "close channel" }))).toBe("R1.6");
});

test("R1.7 past the deadline words still go, offers do not", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", { force: "light" })));
  done(room.send("convenor", hallStream, { kind: "set deadline", deadline: "2026-11-23T14:00:00.000Z" }));
  room.clock = "2026-11-23T14:00:00.000Z";
  done(room.send("ua", "security", offer("in-time", { force: "heavy" })));
  room.clock = "2026-11-23T14:00:00.001Z";
  const call: Command = {
    kind: "call sealed yes",
    call: "c",
    choices: { force: "light" },
    until: "2026-11-24T00:00:00.000Z",
  };
  expect(rule(room.send("ua", "security", offer("late", { force: "none" })))).toBe("R1.7");
  expect(rule(room.send("ua", "security", accept("o")))).toBe("R1.7");
  expect(rule(room.send("mediator", "security", call))).toBe("R1.7");
  expect(rule(room.send("chair", "plenary", move("m", {})))).toBe("R1.7");
  expect(rule(room.send("ua", "plenary", vote("m")))).toBe("R1.7");
  done(room.send("ua", "security", said("we need another day")));
  done(room.send("ua", "security", reject("o")));
  done(room.send("ua", "security", withdraw("in-time")));
  done(room.send("convenor", hallStream, { kind: "set deadline", deadline: null }));
  done(room.send("ua", "security", offer("late", { force: "none" })));
});

test("R1.8 an answer to a table that has changed is refused, and words are not", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", { force: "light" })));
  const seen = room.channel("security").version;
  done(room.send("us", "security", offer("p", { force: "heavy" })));
  const counter = offer("c", { force: "none" }, { counters: "o" });
  const call: Command = {
    kind: "call sealed yes",
    call: "c",
    choices: { force: "light" },
    until: "2026-11-24T00:00:00.000Z",
  };
  for (const command of [accept("o"), reject("o"), counter, withdraw("o"), reopen("o"), call]) {
    expect(rule(room.send("ru", "security", command, seen))).toBe("R1.8");
  }
  done(room.send("ua", "security", said("a word"), seen));
  done(room.send("ua", "security", offer("q", { backstop: "no" }), seen));
});

test("R1.8 motions and votes are answers to the table", () => {
  const room = trialRoom();
  const settlement = { force: "light", backstop: "no", line: "freeze", pace: "slow" };
  const seen = room.channel("plenary").version;
  done(room.send("ru", "plenary", offer("o", { force: "light" })));
  expect(rule(room.send("chair", "plenary", move("m", settlement), seen))).toBe("R1.8");
  done(room.send("chair", "plenary", move("m", settlement)));
  expect(rule(room.send("ua", "plenary", vote("m"), seen))).toBe("R1.8");
});

test("R1.8 words, and what others accept, reject and vote, make no answer stale", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", { force: "light" })));
  const seen = room.channel("security").version;
  done(room.send("us", "security", accept("o")));
  done(room.send("eu", "security", reject("o")));
  done(room.send("ru", "security", said("well?")));
  done(room.send("ua", "security", accept("o"), seen));
  done(
    room.send(
      "chair",
      "plenary",
      move("m", { force: "light", backstop: "no", line: "freeze", pace: "slow" }, ["security", "o"]),
    ),
  );
  const moved = room.channel("plenary").version;
  done(room.send("us", "plenary", vote("m")));
  done(room.send("ua", "plenary", vote("m"), moved));
});

test("R1.8 whoever comes or goes, and the level they sit at, change the table", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", { force: "light" })));
  const seen = room.channel("security").version;
  done(room.send("mediator", "security", { kind: "set level", level: "minister" }));
  expect(rule(room.send("us", "security", accept("o"), seen))).toBe("R1.8");
  const raised = room.channel("security").version;
  done(room.send("mediator", "security", { kind: "remove member", seat: "us" }));
  expect(rule(room.send("ua", "security", accept("o"), raised))).toBe("R1.8");
});

test("R1.9 nobody has seen more of a stream than there is", () => {
  const room = trialRoom();
  for (const after of [room.channel("security").version + 1, -1, 0.5, Number.NaN]) {
    expect(rule(room.send("ua", "security", said("hello"), after))).toBe("R1.9");
  }
});

test("R1.10 words are plain where everybody may know of the channel, and sealed elsewhere", () => {
  const room = trialRoom();
  const back = secret(room, "back channel", "ua", "ru");
  const sealed: Command = { kind: "say", words: { sealed: "c2VhbGVk" } };
  expect(rule(room.send("ua", "security", sealed))).toBe("R1.10");
  expect(rule(room.send("ua", back, said("plain")))).toBe("R1.10");
  done(room.send("ua", back, sealed));
  expect(rule(room.send("ua", back, offer("o", { force: "light" }, { note: { plain: "psst" } })))).toBe("R1.10");
  agreed(room, back, offer("o", { force: "light" }), "ua", "ru");
  expect(rule(room.send("ru", back, reopen("o")))).toBe("R1.10");
  done(room.send("ru", back, offer("p", { force: "none" })));
  const why: Command = { kind: "reject", offer: "p", reasons: [{ issue: "force", words: { plain: "no" } }] };
  expect(rule(room.send("ua", back, why))).toBe("R1.10");
});

test("R1.10 words are neither empty nor endless", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", "security", said("  ")))).toBe("R1.10");
  expect(rule(room.send("ua", "security", said("x".repeat(16_001))))).toBe("R1.10");
  done(room.send("ua", "security", said("x".repeat(16_000))));
});
