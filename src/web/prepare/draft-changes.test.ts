import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyDraft, type SheetDraft, type Statement } from "#elicitation";
import type { Agenda } from "#model";
import {
  movedBy,
  newLineId,
  placedAt,
  stretched,
  tiedWithAbove,
  withMost,
  withoutStatements,
  withRedLine,
  withStatement,
  withSwingOrder,
} from "./draft-changes.ts";
import { begun, changedTo, redone, undone } from "./sheet-history.ts";

const empty = emptyDraft({ id: "a" } as Agenda, "A", "Staff"); // all that an empty draft takes from it
const draftOf = (...statements: readonly Statement[]): SheetDraft => ({ ...empty, statements });

describe("saying a thing again", () => {
  test("replaces what was said before, in its place, and keeps what was noted beside it", () => {
    const before = draftOf(
      { id: "swing a", kind: "swing", issue: "a", against: "m", low: 1, high: 2, why: "because" },
      { id: "most", kind: "matters-most", issue: "m" },
    );
    const after = withStatement(before, { id: "swing a", kind: "swing", issue: "a", against: "m", low: 5, high: 5 });
    expect(after.statements.map(({ id }) => id)).toEqual(["swing a", "most"]);
    expect(after.statements[0]).toMatchObject({ low: 5, high: 5, why: "because" });
  });

  test("another most important issue takes the ratings over, and is not rated against itself", () => {
    const before = draftOf(
      { id: "most", kind: "matters-most", issue: "m" },
      { id: "swing a", kind: "swing", issue: "a", against: "m", low: 80, high: 80 },
      { id: "swing b", kind: "swing", issue: "b", against: "m", low: 40, high: 40 },
    );
    expect(withMost(before, "a").statements).toEqual([
      { id: "most", kind: "matters-most", issue: "a" },
      { id: "swing b", kind: "swing", issue: "b", against: "a", low: 40, high: 40 },
    ]);
  });

  test("an order without members is withdrawn", () => {
    const ordered = withSwingOrder(empty, [["a"], ["b"]]);
    expect(ordered.statements).toHaveLength(1);
    expect(withSwingOrder(ordered, [[], []]).statements).toEqual([]);
    expect(withoutStatements(ordered, ["swing-order"]).statements).toEqual([]);
  });
});

describe("an order", () => {
  const order = fc
    .array(fc.array(fc.constant(""), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
    .map((ranks) => {
      let next = 0;
      return ranks.map((rank) => rank.map(() => String(next++)));
    });

  test("keeps every member once, whatever is moved, placed, tied or loosened", () => {
    fc.assert(
      fc.property(order, fc.nat(), fc.integer({ min: -3, max: 20 }), fc.boolean(), (ranks, pick, place, tied) => {
        const members = ranks.flat();
        const member = members[pick % members.length]!;
        for (const next of [
          movedBy(ranks, member, -1),
          movedBy(ranks, member, 1),
          placedAt(ranks, member, place),
          tiedWithAbove(ranks, member, tied),
        ]) {
          expect([...next.flat()].sort()).toEqual([...members].sort());
          expect(next.every((rank) => rank.length > 0)).toBe(true);
        }
      }),
    );
  });

  test("moves one out of a tie just above or below it", () => {
    expect(movedBy([["a", "b"], ["c"]], "b", -1)).toEqual([["b"], ["a"], ["c"]]);
    expect(movedBy([["a", "b"], ["c"]], "a", 1)).toEqual([["b"], ["a"], ["c"]]);
    expect(movedBy([["a"], ["b"]], "b", -1)).toEqual([["b"], ["a"]]);
  });

  test("ties with the rank above, and lets go again", () => {
    const tied = tiedWithAbove([["a"], ["b"], ["c"]], "b", true);
    expect(tied).toEqual([["a", "b"], ["c"]]);
    expect(tiedWithAbove(tied, "b", false)).toEqual([["a"], ["b"], ["c"]]);
  });
});

test("ratings are stretched so that the best counts 100 and the worst 0", () => {
  const value = (option: string, low: number, high: number): Statement => ({
    id: option,
    kind: "option-value",
    issue: "i",
    option,
    low,
    high,
  });
  const { statements } = stretched(draftOf(value("x", 90, 90), value("y", 40, 60), value("z", 10, 10)), "i");
  expect(statements).toEqual([value("x", 100, 100), value("y", 37.5, 62.5), value("z", 0, 0)]);
});

test("a red line's id is made from its name, and is its own", () => {
  const line = { kind: "hard", when: [], evidence: { sources: [] } } as const;
  const first = newLineId(empty, "No foreign bases!");
  expect(first).toBe("no-foreign-bases");
  expect(newLineId(withRedLine(empty, { ...line, id: first }), "no foreign bases")).toBe("no-foreign-bases-2");
  expect(newLineId(empty, "Жодних баз")).toMatch(/^[a-z0-9]/);
});

describe("going back", () => {
  const at = (name: string) => ({ name, draft: empty });
  test("takes a number typed digit by digit back in one step, and goes forth again", () => {
    const typed = changedTo(changedTo(begun(at("")), at("8"), "weight"), at("80"), "weight");
    expect(undone(typed).present).toEqual(at(""));
    expect(redone(undone(typed)).present).toEqual(at("80"));
  });

  test("a change after going back is a step of its own", () => {
    const typed = changedTo(begun(at("a")), at("b"), "weight");
    const again = changedTo(undone(typed), at("c"), "weight");
    expect(undone(again).present).toEqual(at("a"));
    expect(redone(again).present).toEqual(at("c"));
  });
});
