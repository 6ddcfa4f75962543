import { describe, expect, test } from "vitest";
import { checkMandate, type Instruction, type Mandate, type MandateItem, mandateText, readMandate } from "#room";
import { minute } from "../../../test/tabled-offers.ts";
import { line, sheet, when } from "../../../test/tiny-scenario.ts";

const own = sheet("A", {
  reservation: 45,
  issues: { land: [3, { keep: 100, share: 50, give: 0 }], money: [1, { none: 0, some: 100 }] },
  redLines: [line("no-giving", when({ land: "give" }))],
});

const instruction = (id: string, at: number, ...items: MandateItem[]): Instruction => {
  return { id, by: "the minister", at: minute(at), items };
};
const mandate = (...instructions: Instruction[]): Mandate => ({ delegation: "A", instructions });
const check = (given: Mandate, choices: Record<string, string>, at = 10, more = {}) =>
  checkMandate(given, own, choices, minute(at), more);

describe("what a mandate says of a package", () => {
  test("an option that is forbidden, one not allowed and one that needs clearance are three breaches", () => {
    const given = mandate(
      instruction(
        "i1",
        0,
        { kind: "forbidden", issue: "land", options: ["give"] },
        { kind: "allowed", issue: "land", options: ["keep", "share"] },
        { kind: "needs clearance", issue: "money", options: ["none"] },
      ),
    );
    const { breaches, within } = check(given, { land: "give", money: "none" });
    expect(within).toBe(false);
    expect(breaches.map(({ kind, issue }) => `${kind}: ${issue}`)).toEqual([
      "forbidden: land",
      "not allowed: land",
      "needs clearance: money",
    ]);
    expect(breaches[2]).toMatchObject({
      instruction: { id: "i1", by: "the minister", at: minute(0) },
      clearance: "Ask the minister to clear none on money.",
    });
    expect(check(given, { land: "share" }).within).toBe(true);
  });

  test("the latest instruction prevails item by item, whatever their order in the list", () => {
    const later = instruction("i2", 5, { kind: "allowed", issue: "land", options: ["give"] });
    const earlier = instruction(
      "i1",
      0,
      { kind: "allowed", issue: "land", options: ["keep"] },
      { kind: "forbidden", issue: "money", options: ["none"] },
    );
    for (const given of [mandate(later, earlier), mandate(earlier, later)]) {
      expect(check(given, { land: "give" }).within).toBe(true);
      expect(check(given, { land: "keep" }).breaches).toMatchObject([{ instruction: { id: "i2" } }]);
      expect(check(given, { money: "none" }).breaches).toMatchObject([{ instruction: { id: "i1" } }]);
      // before it is dated it does not count
      expect(check(given, { land: "keep" }, 4).within).toBe(true);
    }
  });

  test("what was cleared needs no clearance until an instruction asks for it again", () => {
    const needs: MandateItem = { kind: "needs clearance", issue: "land", options: ["share", "give"] };
    const cleared = instruction("i2", 2, { kind: "cleared", issue: "land", options: ["share"] });
    const given = mandate(instruction("i1", 0, needs), cleared);
    expect(check(given, { land: "share" }).within).toBe(true);
    expect(check(given, { land: "give" }).breaches).toMatchObject([{ kind: "needs clearance", option: "give" }]);
    expect(check(mandate(...given.instructions, instruction("i3", 3, needs)), { land: "share" }).within).toBe(false);
  });

  test("an empty list takes an earlier instruction back", () => {
    const given = mandate(
      instruction("i1", 0, { kind: "allowed", issue: "land", options: ["keep"] }, { kind: "floor", least: 90 }),
      instruction("i2", 1, { kind: "allowed", issue: "land", options: [] }, { kind: "floor", least: null }),
    );
    expect(check(given, { land: "give", money: "none" }).within).toBe(true);
  });

  test("authority ends after its last moment, and a level too low is a breach", () => {
    const given = mandate(
      instruction("i1", 0, { kind: "expires", at: minute(10) }, { kind: "level", level: "minister" }),
    );
    expect(check(given, { land: "keep" }, 10).within).toBe(true);
    expect(check(given, { land: "keep" }, 11).breaches).toMatchObject([{ kind: "expired" }]);
    expect(check(given, { land: "keep" }, 10, { level: "deputy" }).breaches).toMatchObject([{ kind: "level" }]);
    expect(check(given, { land: "keep" }, 10, { level: "minister" }).within).toBe(true);
  });
});

describe("the floor", () => {
  const floor = (least: number) => mandate(instruction("i1", 0, { kind: "floor", least }));

  test("is kept at equality and broken by a settlement below it", () => {
    expect(check(floor(37.5), { land: "share", money: "none" })).toMatchObject({ within: true, floorOpen: false });
    const { breaches, value } = check(floor(37.6), { land: "share", money: "none" });
    expect(value).toMatchObject({ status: "exact", least: { num: 75n, den: 2n }, most: { num: 75n, den: 2n } });
    expect(breaches).toMatchObject([{ kind: "floor", what: expect.stringContaining("at most 37.5") }]);
  });

  test("hangs on the rest while some way to settle it keeps the floor", () => {
    expect(check(floor(50), { land: "share" })).toMatchObject({ within: true, floorOpen: true });
    expect(check(floor(63), { land: "share" })).toMatchObject({ within: false, floorOpen: false });
    expect(check(floor(37), { land: "share" })).toMatchObject({ within: true, floorOpen: false });
  });

  test("counts what the composition has settled already, and the package's own choice before it", () => {
    const settled = { composition: { money: "none", land: "keep" } };
    expect(check(floor(50), { land: "share" }, 10, settled).breaches).toMatchObject([{ kind: "floor" }]);
    expect(check(floor(50), { money: "some" }, 10, settled)).toMatchObject({
      within: true,
      value: { most: { num: 100n } },
    });
  });
});

test("surplus is counted from the reservation value, and a red line crossed is named", () => {
  const { surplus, linesBroken } = check(mandate(), { land: "give" });
  expect(surplus).toMatchObject({ least: { num: -45n, den: 1n }, most: { num: -20n, den: 1n } });
  expect(linesBroken).toEqual([{ id: "no-giving", kind: "hard" }]);
});

describe("the text of a mandate", () => {
  const full = mandate(
    { ...instruction("i1", 0, { kind: "floor", least: 40.5 }, { kind: "level", level: "deputy" }), note: "by hand" },
    instruction(
      "i2",
      1,
      { kind: "expires", at: minute(9) },
      { kind: "expires", at: null },
      { kind: "level", level: null },
    ),
    instruction(
      "i3",
      2,
      { kind: "allowed", issue: "land", options: ["keep"] },
      { kind: "cleared", issue: "land", options: [] },
    ),
  );

  test("is read back as it was", () => {
    expect(readMandate(mandateText(full))).toEqual({ ok: true, value: full });
  });

  test("is read only as it is written", () => {
    const text = mandateText(full);
    for (const [from, to, why] of [
      ["{", "{ ", "fixed order"],
      ['"least":40.5', '"least":40.50', "fixed order"],
      ['"least":40.5', '"least":"40"', "items[0].least"],
      ['"least":40.5', '"least":40.5,"more":1', "not known"],
      ['"level":"deputy"', '"level":"king"', "items[1].level"],
      ['"kind":"cleared"', '"kind":"blessed"', "kinds"],
      ['"id":"i2"', '"id":"i1"', "share an id"],
      ['"id":"i2"', '"id":"i0","id":"i2"', "fixed order"],
      [minute(9), "tomorrow", "items[0].at"],
      ["mandate/1", "mandate/2", "schema"],
      ['"options":["keep"]', '"options":"keep"', "items[0]"],
    ] as const) {
      expect(text).toContain(from);
      const read = readMandate(text.replace(from, to));
      expect(read).toMatchObject({ ok: false });
      if (!read.ok) expect(read.error.join(" ")).toContain(why);
    }
    expect(readMandate("not json")).toMatchObject({ ok: false });
    expect(readMandate("[]")).toMatchObject({ ok: false });
    expect(readMandate(`"${"x".repeat(200_000)}"`)).toMatchObject({ ok: false });
  });
});
