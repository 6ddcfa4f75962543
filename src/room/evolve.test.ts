import { expect, test } from "vitest";
import type { Event } from "./event.ts";
import { evolve, evolveAll } from "./evolve.ts";
import { accept, offer } from "./trial/moves.ts";
import { done, hallStream, trialRoom } from "./trial/trial-room.ts";

const place = { version: 99, at: "2026-11-23T13:00:00.000Z" };

test("R11.3 an event that does not belong into its stream is no history, and stops it", () => {
  const room = trialRoom();
  const misplaced: [string, Event][] = [
    [hallStream, { kind: "said", seat: "ua", words: { plain: "x" } }],
    ["security", { kind: "ended", reason: "x" }],
    ["security", { kind: "accepted", offer: "none", delegation: "UA" }],
    ["security", { kind: "withdrawn", offer: "none" }],
    ["security", { kind: "sealed yes answered", call: "none", allSaidYes: true }],
    ["security", { kind: "kept", seat: "ua", what: "note", sealed: "x" }],
    ["plenary", { kind: "adopted", motion: "none", digest: "d" }],
    [hallStream, { kind: "seat removed", seat: "nobody" }],
  ];
  for (const [stream, event] of misplaced) {
    expect(() => evolve(room.streams.get(stream), event, place)).toThrow(
      /belong|no .*(offer|call|motion|seat)|sealed yes/,
    );
  }
  expect(() => evolve(undefined, { kind: "seat removed", seat: "ua" }, place)).toThrow("empty stream");
  const opened = room.entries[0]?.events ?? [];
  expect(() => evolveAll(room.streams.get(hallStream), opened, place)).toThrow("does not belong");
  expect(() => evolveAll(undefined, [], place)).toThrow("opens no stream");
});

test("R11.3 all events of an entry stand at its version", () => {
  const room = trialRoom();
  done(room.send("ua", "territory", offer("o", { line: "freeze" })));
  done(room.send("ru", "territory", accept("o")));
  const { version, tableVersion, offers } = room.channel("territory");
  expect([version, tableVersion, offers.get("o")?.version]).toEqual([3, 3, 2]);
  expect(room.entries.at(-1)?.events.length).toBe(2);
});
