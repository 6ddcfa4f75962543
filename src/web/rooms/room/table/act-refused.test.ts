import { expect, test } from "vitest";
import { actRefused } from "./act-refused.ts";

const offer = { id: "o1", kind: "offer", number: 1 } as const;

test("what was refused about an offer is told with its rule, and what was done is not told", () => {
  const refused = { kind: "refused", rule: "R5.1", message: "The offer was withdrawn." } as const;
  expect(actRefused(offer, "accept", refused)).toEqual({
    offer,
    act: "accept",
    rule: "R5.1",
    message: "The offer was withdrawn.",
  });
  expect(actRefused(offer, "accept", { kind: "done", stream: "c", version: 3 })).toBeUndefined();
  expect(actRefused(offer, "other", undefined)).toBeUndefined();
});

test("what may or may not have been done is told as well", () => {
  expect(actRefused(offer, "other", { kind: "unknown", message: "The connection has ended." })).toMatchObject({
    rule: "client",
    message: "The connection has ended.",
  });
});
