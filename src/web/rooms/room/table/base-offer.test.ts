import { describe, expect, test } from "vitest";
import type { TabledOffer } from "#room";
import { baseOffer } from "./base-offer.ts";

function tabled(number: number, delegation: string, counters?: string): TabledOffer {
  return {
    offer: {
      id: `o${number}`,
      number,
      channel: "c",
      author: "s",
      delegation,
      kind: "offer",
      choices: {},
      conditions: [],
      at: "2026-11-23T13:00:00.000Z",
      ...(counters === undefined ? {} : { counters }),
    },
    status: { kind: "live", acceptedBy: [], rejectedBy: [] },
    version: number,
  };
}

const ua1 = tabled(1, "UA");
const us2 = tabled(2, "US");
const ru3 = tabled(3, "RU", "o1");
const ua4 = tabled(4, "UA");
const all = [ua1, us2, ru3, ua4];

describe("an offer is laid beside", () => {
  test("the one that it counters, though another came between", () => {
    expect(baseOffer(all, ru3, "other", "UA")).toBe(ua1);
  });
  test("else the last one of another delegation before it", () => {
    expect(baseOffer(all, ua4, "other", "UA")).toBe(ru3);
    expect(baseOffer(all, ua1, "other", "UA")).toBeUndefined();
  });
  test("on request the last of my own side, which for my own offer is the one before", () => {
    expect(baseOffer(all, ru3, "mine", "UA")).toBe(ua4);
    expect(baseOffer(all, ua4, "mine", "UA")).toBe(ua1);
    expect(baseOffer(all, ua1, "mine", "RU")).toBe(ru3);
  });
});
