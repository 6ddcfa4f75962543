import { describe, expect, test } from "vitest";
import { trialAgenda } from "../../../../../test/tried-negotiation.ts";
import {
  asCommand,
  choicesOn,
  conditionsToTake,
  counterTo,
  emptyOffer,
  filledWith,
  kindsFor,
  toSend,
  withCondition,
  withOption,
} from "./offer-draft.ts";

const begun = withOption(emptyOffer("offer"), "withdrawal", "mutual");

describe("an offer in the making", () => {
  test("drops a condition on an issue that it then decides itself", () => {
    const waiting = withCondition(begun, { channel: "t", issue: "line", options: ["held"] });
    expect(waiting.conditions).toHaveLength(1);
    expect(withOption(waiting, "line", "held").conditions).toEqual([]);
  });

  test("has one condition for one issue of one channel, which goes with its last option", () => {
    const one = withCondition(begun, { channel: "t", issue: "line", options: ["held"] });
    const two = withCondition(one, { channel: "t", issue: "line", options: ["held", "moved"] });
    expect(two.conditions).toEqual([{ channel: "t", issue: "line", options: ["held", "moved"] }]);
    expect(withCondition(two, { channel: "t", issue: "line", options: [] }).conditions).toEqual([]);
  });

  test("is filled from a package with what is on this channel's agenda, and nothing that the agenda does not know", () => {
    const issues = trialAgenda.issues.filter(({ id }) => id === "force" || id === "line");
    const whole = { force: "light", line: "never heard of", pace: "slow" };
    expect(choicesOn(issues, whole)).toEqual({ force: "light" });
    const waiting = withCondition(
      withCondition(emptyOffer("offer"), { channel: "t", issue: "force", options: ["none"] }),
      { channel: "t", issue: "line", options: ["held"] },
    );
    const filled = filledWith({ ...waiting, note: "As before" }, issues, whole);
    expect(filled.choices).toEqual({ force: "light" });
    expect(filled.note).toBe("As before");
    expect(filled.conditions.map(({ issue }) => issue)).toEqual(["line"]); // its own issue is decided here now
  });

  test("can take over what another offer stands on, but for what it decides itself", () => {
    const there = { channel: "t", issue: "line", options: ["held"] };
    const decided = { channel: "t", issue: "withdrawal", options: ["mutual"] };
    const other = { conditions: [there, decided] };
    expect(conditionsToTake(begun, other)).toEqual([
      { condition: there, isDecidedHere: false },
      { condition: decided, isDecidedHere: true },
    ]);
    const otherwise = withCondition(begun, { ...there, options: ["moved"] });
    expect(conditionsToTake(otherwise, other)[0]?.condition).toEqual(there);
    expect(conditionsToTake(withCondition(otherwise, there), { conditions: [there] })).toEqual([]);
  });

  test("leaves an issue open again", () => {
    expect(withOption(begun, "withdrawal", undefined).choices).toEqual({});
  });

  test("goes out with its end as the host writes moments, and without a note that says nothing", () => {
    const sent = toSend({ ...begun, until: "2026-11-23T18:00", note: "  " });
    expect(sent.until).toMatch(/^2026-11-2\dT\d\d:\d\d:00\.000Z$/);
    expect("note" in sent).toBe(false);
    expect("until" in toSend(begun)).toBe(false);
  });

  test("as an answer begins with what it answers and names it, but a proposal answers nothing", () => {
    const offer = {
      id: "o1",
      number: 1,
      channel: "c",
      author: "s",
      delegation: "RU",
      kind: "offer",
      choices: { a: "x" },
      conditions: [],
      at: "2026-11-23T13:00:00.000Z",
    } as const;
    expect(counterTo(offer, kindsFor("negotiator"))).toMatchObject({
      as: "offer",
      choices: { a: "x" },
      counters: "o1",
    });
    expect(counterTo(offer, kindsFor("mediator"))).not.toHaveProperty("counters");
    expect(counterTo({ ...offer, kind: "supposal" }, kindsFor("negotiator")).as).toBe("supposal");
  });

  test("is judged as the command that it would be", () => {
    expect(asCommand(begun)).toMatchObject({ kind: "table", as: "offer", choices: { withdrawal: "mutual" } });
  });
});
