import { expect, test } from "vitest";
import type { OfferStatus } from "#room";
import { stillThere } from "./still-there.ts";

test("an announced offer that was withdrawn or countered is not announced any more, and all else is", () => {
  const at = "2026-11-23T13:00:00.000Z";
  const offers = new Map<string, { readonly status: OfferStatus }>([
    ["o1", { status: { kind: "live", acceptedBy: [], rejectedBy: [] } }],
    ["o2", { status: { kind: "withdrawn", at } }],
    ["o3", { status: { kind: "countered", by: "o1" } }],
  ]);
  const news = [
    { offer: "o1", text: "one" },
    { offer: "o2", text: "two" },
    { offer: "o3", text: "three" },
    { text: "call" },
  ];
  expect(stillThere(news, offers).map(({ text }) => text)).toEqual(["one", "call"]);
});
