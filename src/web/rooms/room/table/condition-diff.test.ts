import { describe, expect, test } from "vitest";
import { conditionDiff } from "./condition-diff.ts";

const line = { channel: "t", issue: "line", options: ["held", "mutual"] };
const money = { channel: "m", issue: "money", options: ["some"] };
const arms = { channel: "t", issue: "arms", options: ["none"] };

describe("the conditions of an offer beside those of another", () => {
  test("are new, changed or the same, and what it dropped comes last", () => {
    const narrowed = { ...line, options: ["held"] };
    expect(conditionDiff([arms, narrowed], [line, money])).toEqual([
      { how: "new", condition: arms },
      { how: "changed", condition: narrowed, before: line },
      { how: "dropped", condition: money },
    ]);
  });

  test("are the same whatever the order of their options", () => {
    expect(conditionDiff([{ ...line, options: ["mutual", "held"] }], [line]).map(({ how }) => how)).toEqual(["same"]);
  });

  test("about one issue are two where they are about two channels", () => {
    const elsewhere = { ...line, channel: "x" };
    expect(conditionDiff([elsewhere], [line]).map(({ how }) => how)).toEqual(["new", "dropped"]);
  });

  test("are all dropped by an offer that stands by itself", () => {
    expect(conditionDiff([], [line, money]).map(({ how }) => how)).toEqual(["dropped", "dropped"]);
  });
});
