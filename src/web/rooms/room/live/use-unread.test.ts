import { expect, test } from "vitest";
import type { Happened } from "#seat";
import { unreadIn } from "./use-unread.ts";

const entry = (version: number, author: string, kind: "withdrawn" | "countersigned" = "withdrawn"): Happened => ({
  version,
  at: "2026-11-23T13:00:00.000Z",
  author,
  events:
    kind === "withdrawn"
      ? [{ kind, offer: "o" }]
      : [{ kind, seat: author, version: 1, head: "0".repeat(64), signature: "0".repeat(128) }],
});

const happened = [entry(1, "a"), entry(2, "b"), entry(3, "me"), entry(4, "b"), entry(5, "b", "countersigned")];

test("unread is what others did after the last that was looked at; my own acts and witnesses’ signatures are not", () => {
  expect(unreadIn(happened, 0, "me")).toBe(3);
  expect(unreadIn(happened, 1, "me")).toBe(2);
  expect(unreadIn(happened, 2, "me")).toBe(1);
  expect(unreadIn(happened, 5, "me")).toBe(0);
});
