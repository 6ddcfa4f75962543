import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choices, certainlyBreaks, evaluate, type PreferenceSheet } from "#model";
import { compare, noDay, rationalOf, toNumber } from "#prelude";
import { beliefAbout, type CounterofferOptions, counteroffers, type SeenOffer } from "#room";
import { linkedSheets, xyz } from "../../../test/linked-sheets.ts";
import { live, minute, offer, provided } from "../../../test/tabled-offers.ts";
import { forbid, judged, line, scenario, sheet, when } from "../../../test/tiny-scenario.ts";

const { agenda } = scenario({
  issues: { land: ["keep", "share", "give"], money: ["none", "some"], flag: ["red", "blue"] },
  sheets: {},
});
const mine = sheet("A", {
  reservation: 40,
  issues: {
    land: [6, { keep: 100, share: 50, give: 0 }],
    money: [3, { none: 0, some: 100 }],
    flag: [1, { red: 100, blue: 0 }],
  },
});

const seen = (delegation: string, at: number, choices: Choices): SeenOffer => {
  const tabled = offer("T", `${delegation}${at}`, choices, {
    delegation,
    number: at + 1,
    at: minute(at),
    status: live,
  });
  return { ...tabled, channelName: "Territory", acceptedBy: [] };
};
const aboutB = beliefAbout("B", [
  seen("B", 0, { land: "give", flag: "blue", money: "none" }),
  seen("B", 1, { land: "give", flag: "blue", money: "some" }),
]);
const ask = (choices: Choices, more: Partial<CounterofferOptions> & { conditions?: [] } = {}) =>
  counteroffers(agenda, mine, { choices, conditions: [] }, [aboutB], {
    keepAtLeast: 40,
    issues: agenda.issues,
    on: noDay,
    ...more,
  });

describe("counteroffers", () => {
  test("give what the other held on to, as far as my own value allows, and say why", () => {
    const { counteroffers: list, valueNow, status } = ask({ land: "keep", money: "some", flag: "red" });
    expect(status).toEqual({ kind: "exact" });
    expect(toNumber(valueNow)).toBe(100);
    // the flag helps B as much as the land, and costs me less; both together leave 30, which is too little
    const [flag, land] = [list[0]!, list.find(({ changes }) => changes[0]!.issue === "land")!];
    expect(flag).toMatchObject({ changes: [{ issue: "flag", from: "red", to: "blue" }], rank: 1 });
    expect(land.changes).toEqual([{ issue: "land", from: "keep", to: "give" }]);
    expect(land.valueChange).toEqual({ num: -60n, den: 1n });
    expect(land.believedChange).toEqual(flag.believedChange);
    expect(land.believedChange.B).toBeGreaterThan(0.2);
    expect(land.evidence).toEqual([
      "B tabled give on land (Territory, offer 2).",
      "B tabled give on land (Territory, offer 1).",
      "B has kept to its choice on land once.",
    ]);
  });

  test("with less to keep, more is given", () => {
    const [first] = ask({ land: "keep", money: "some", flag: "red" }, { keepAtLeast: 30 }).counteroffers;
    expect(first!.changes.map(({ to }) => to)).toEqual(["give", "blue"]);
    expect(first!.value).toEqual({ num: 30n, den: 1n });
  });

  test("only issues of the channel are touched, and none that the offer's conditions wait on", () => {
    const issues = [{ id: "flag" }, { id: "land" }];
    const waiting = counteroffers(
      agenda,
      mine,
      { choices: { flag: "red" }, conditions: [provided("T", "land", "keep")] },
      [aboutB],
      {
        keepAtLeast: 0,
        issues,
        on: noDay,
      },
    );
    expect(waiting.counteroffers.map(({ changes }) => changes)).toEqual([[{ issue: "flag", from: "red", to: "blue" }]]);
  });

  test("an issue that the offer left open may be added", () => {
    const [first] = ask({ flag: "red" }, { issues: [{ id: "land" }] }).counteroffers;
    expect(first!.changes).toEqual([{ issue: "land", to: "give" }]);
    expect(ask({ flag: "red" }).valuedIn).toEqual({ flag: "red", land: "keep", money: "some" });
  });

  test("own hard lines, rules and the mandate leave changes out", () => {
    const lined: PreferenceSheet = { ...mine, redLines: [line("never", when({ land: "give" }))] };
    const start = { land: "keep", money: "some", flag: "red" };
    const none = (list: readonly { readonly choices: Choices }[]) =>
      list.every(({ choices }) => choices.land !== "give");
    const options = { keepAtLeast: 0, issues: agenda.issues, on: noDay };
    const offered = { choices: start, conditions: [] };
    expect(none(counteroffers(agenda, lined, offered, [aboutB], options).counteroffers)).toBe(true);
    const ruled = { ...agenda, rules: [forbid("r", when({ land: "give", money: "some" }))] };
    expect(
      counteroffers(ruled, mine, offered, [aboutB], options).counteroffers.every(
        ({ choices }) => choices.land !== "give" || choices.money === "none",
      ),
    ).toBe(true);
    expect(none(ask(start, { keepAtLeast: 0, allows: ({ land }) => land !== "give" }).counteroffers)).toBe(true);
    expect(none(ask(start, { keepAtLeast: 0 }).counteroffers)).toBe(false);
  });

  test("where nothing is known of the others, none is made up", () => {
    const empty = counteroffers(agenda, mine, { choices: { land: "keep" }, conditions: [] }, [beliefAbout("B", [])], {
      keepAtLeast: 0,
      issues: agenda.issues,
      on: noDay,
    });
    expect(empty).toMatchObject({ counteroffers: [], none: expect.stringContaining("nothing") });
  });

  test("nothing is given up that helps nobody", () => {
    const { counteroffers: list } = ask({ land: "keep", money: "some", flag: "red" });
    // B asked for give alone: sharing the land would cost me and is believed to please nobody
    expect(list.length).toBeGreaterThan(0);
    expect(list.flatMap(({ changes }) => changes.map(({ to }) => to))).not.toContain("share");
  });

  test("equal ones are tied, and those cut off are counted", () => {
    const two = scenario({ issues: { a: ["x", "y"], b: ["x", "y"] }, sheets: {} }).agenda;
    const even = sheet("A", { reservation: 0, issues: { a: [1, { x: 100, y: 0 }], b: [1, { x: 100, y: 0 }] } });
    const belief = beliefAbout("B", [seen("B", 0, { a: "y", b: "y" })]);
    const tied = counteroffers(two, even, { choices: { a: "x", b: "x" }, conditions: [] }, [belief], {
      keepAtLeast: 50,
      issues: two.issues,
      on: noDay,
      atMost: 1,
    });
    expect(tied).toMatchObject({ counteroffers: [{ rank: 1, changes: [{ issue: "a" }] }], moreTied: 1 });
  });

  test("too many changes to look at are said to be bounded", () => {
    const wide = scenario({
      issues: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`i${at}`, xyz])),
      sheets: {},
    }).agenda;
    const party = sheet("A", {
      reservation: 0,
      issues: Object.fromEntries(wide.issues.map(({ id }, at) => [id, [at + 1, { x: 100, y: 40, z: 0 }] as const])),
    });
    const all = (option: string) => Object.fromEntries(wide.issues.map(({ id }) => [id, option]));
    const belief = beliefAbout("B", [seen("B", 0, all("z"))]);
    const options = { keepAtLeast: 50, issues: wide.issues, on: noDay };
    const exact = counteroffers(wide, party, { choices: all("x"), conditions: [] }, [belief], options);
    const bounded = counteroffers(wide, party, { choices: all("x"), conditions: [] }, [belief], {
      ...options,
      steps: 2000,
    });
    expect(exact.status.kind).toBe("exact");
    expect(bounded.status.kind).toBe("bounded");
    expect(bounded.counteroffers[0]!.believedSum).toBe(exact.counteroffers[0]!.believedSum);
  });
});

const names = ["i0", "i1", "i2", "i3", "i4"];
const ruled = scenario({
  issues: Object.fromEntries(names.map((id) => [id, xyz])),
  sheets: {},
  agenda: {
    rules: [forbid("r1", when({ i0: "x", i1: ["x", "y"] })), forbid("r2", when({ i2: "z", i3: "z", i4: "z" }))],
  },
}).agenda;
const packageOf = fc
  .dictionary(fc.constantFrom(...names), fc.constantFrom(...xyz), { minKeys: 1 })
  .map((all) => ({ ...all }));
const shown = fc.array(fc.record({ by: fc.constantFrom("B", "C"), choices: packageOf }), {
  minLength: 1,
  maxLength: 6,
});
const beliefsOf = (list: readonly { by: string; choices: Choices }[]) => {
  const offers = list.map((each, at) => seen(each.by, at, each.choices));
  return [beliefAbout("B", offers), beliefAbout("C", offers)];
};

test("no counteroffer is worth less to me than I keep, breaks a rule, changes more than three issues or helps nobody", () => {
  let listed = 0;
  fc.assert(
    fc.property(
      linkedSheets("A", 5),
      packageOf,
      shown,
      fc.integer({ min: 0, max: 90 }),
      (party, choices, list, keepAtLeast) => {
        fc.pre(!ruled.rules.some((rule) => certainlyBreaks(rule, choices)));
        const result = counteroffers(ruled, party, { choices, conditions: [] }, beliefsOf(list), {
          keepAtLeast,
          issues: ruled.issues,
          on: noDay,
        });
        for (const each of result.counteroffers) {
          listed++;
          const settled = { ...result.valuedIn, ...each.choices };
          expect(evaluate(party, settled, noDay).utility).toEqual(each.value);
          expect(compare(each.value, rationalOf(keepAtLeast))).toBeGreaterThanOrEqual(0);
          expect(ruled.rules.some((rule) => certainlyBreaks(rule, each.choices))).toBe(false);
          expect(each.changes.length).toBeLessThanOrEqual(3);
          expect(each.believedSum).toBeGreaterThan(0);
        }
        const sums = result.counteroffers.map(({ believedSum }) => believedSum);
        expect([...sums].sort((a, b) => b - a)).toEqual(sums);
      },
    ),
    { numRuns: 200, seed: 12 },
  );
  expect(listed).toBeGreaterThan(200);
});

test("no change of one or two issues that I may propose helps the others more than the first listed", () => {
  fc.assert(
    fc.property(
      linkedSheets("A", 5),
      packageOf,
      shown,
      fc.integer({ min: 0, max: 70 }),
      (party, choices, list, keepAtLeast) => {
        const beliefs = beliefsOf(list);
        const options = { keepAtLeast, issues: ruled.issues, on: noDay };
        const result = counteroffers(ruled, party, { choices, conditions: [] }, beliefs, options);
        const best = result.counteroffers[0]?.believedSum ?? 0;
        const score = (each: Choices): number =>
          beliefs.reduce((sum, { issues }) => {
            return Object.entries(each).reduce((inner, [issue, option]) => {
              const known = issues.get(issue);
              if (known === undefined) return inner;
              return inner + known.weight * ((known.options.get(option)?.score ?? known.otherwise) - 0.5);
            }, sum);
          }, 0);
        for (const [a, one] of names.entries()) {
          for (const two of names.slice(a)) {
            for (const x of xyz) {
              for (const y of xyz) {
                const changed = { ...choices, [one]: x, [two]: y };
                if (ruled.rules.some((rule) => certainlyBreaks(rule, changed))) continue;
                const value = evaluate(party, { ...result.valuedIn, ...changed }, noDay).utility;
                if (compare(value, rationalOf(keepAtLeast)) < 0) continue;
                expect(score(changed) - score(choices)).toBeLessThanOrEqual(best + 1e-5);
              }
            }
          }
        }
      },
    ),
    { numRuns: 40, seed: 13 },
  );
});

test("adding a constant to every option of an issue, and to what I keep, changes no ranking", () => {
  fc.assert(
    fc.property(linkedSheets("A", 5), packageOf, shown, fc.constantFrom(...names), (linked, choices, list, issue) => {
      const { cap: _, ...party } = {
        ...linked,
        linkages: linked.linkages.filter(({ kind }) => kind === "combination"),
      };
      const { weight, values, ...rest } = party.issues[issue]!;
      const raised: PreferenceSheet = {
        ...party,
        total: 100,
        issues: {
          ...party.issues,
          [issue]: {
            ...rest,
            weight,
            values: Object.fromEntries(Object.entries(values).map(([option, { mid }]) => [option, judged(mid + 100)])),
          },
        },
      };
      const options = { issues: ruled.issues, on: noDay };
      const offered = { choices, conditions: [] };
      const before = counteroffers(ruled, { ...party, total: 100 }, offered, beliefsOf(list), {
        ...options,
        keepAtLeast: 30,
      });
      const after = counteroffers(ruled, raised, offered, beliefsOf(list), {
        ...options,
        keepAtLeast: 30 + weight.mid,
      });
      expect(after.counteroffers.map(({ changes, rank }) => ({ changes, rank }))).toEqual(
        before.counteroffers.map(({ changes, rank }) => ({ changes, rank })),
      );
      expect(after.moreTied).toBe(before.moreTied);
    }),
    { numRuns: 100, seed: 14 },
  );
});
