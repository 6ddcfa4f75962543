import { expect, test } from "vitest";
import type { Happened } from "#seat";
import { enteredAt, unreadIn } from "./use-unread.ts";

const entry = (version: number, author: string, kind: "withdrawn" | "countersigned" = "withdrawn"): Happened => ({
  version,
  at: `2026-11-23T13:0${version}:00.000Z`,
  author,
  events:
    kind === "withdrawn"
      ? [{ kind, offer: "o" }]
      : [{ kind, seat: author, version: 1, head: "0".repeat(64), signature: "0".repeat(128) }],
});

const happened = [entry(1, "a"), entry(2, "b"), entry(3, "me"), entry(4, "b"), entry(5, "b", "countersigned")];

const me = { seat: "me", since: "2026-11-23T13:00:00.000Z" };

test("unread is what others did after the last that was looked at; my own acts and witnesses’ signatures are not", () => {
  expect(unreadIn(happened, 0, me)).toBe(3);
  expect(unreadIn(happened, 1, me)).toBe(2);
  expect(unreadIn(happened, 2, me)).toBe(1);
  expect(unreadIn(happened, 5, me)).toBe(0);
});

test("what stood there when the seat entered is no news to it", () => {
  expect(unreadIn(happened, 0, { seat: "me", since: "2026-11-23T13:02:00.000Z" })).toBe(1);
  expect(unreadIn(happened, 0, { seat: "me", since: "2026-11-23T13:04:00.000Z" })).toBe(0);
});

const joined = (version: number, seat: string): Happened => ({
  ...entry(version, seat),
  events: [{ kind: "joined", seat, keys: { signing: "", sealing: "" } }],
});

test("a seat has entered when it last joined; the convenor, who opens the hall, with the opening", () => {
  const hall = [entry(1, "convenor"), joined(2, "me"), joined(3, "other"), joined(4, "me")];
  expect(enteredAt(hall, "me")).toBe("2026-11-23T13:04:00.000Z");
  expect(enteredAt(hall, "convenor")).toBe("2026-11-23T13:01:00.000Z");
  expect(enteredAt(hall, "absent")).toBeUndefined();
});
