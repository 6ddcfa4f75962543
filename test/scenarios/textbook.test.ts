import { describe, expect, test } from "vitest";
import type { Choices, Scenario } from "#model";
import { toNumber } from "#prelude";
import { makeLarge40 } from "../../bench/make-large-40.ts";
import { accepts, evaluationsOf, everySettlement, shippedFile, shippedScenario } from "./shipped-scenario.ts";

function surpluses(scenario: Scenario, settlement: Choices): number[] {
  return [...evaluationsOf(scenario, settlement).values()].map(({ surplus }) => toNumber(surplus));
}

const product = (numbers: readonly number[]): number => numbers.reduce((a, b) => a * b, 1);

/** The rows with the largest product of surpluses. */
function largest(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const most = Math.max(...rows.map(product));
  return rows.filter((row) => product(row) === most);
}

function acceptedByAll(scenario: Scenario): readonly Choices[] {
  return everySettlement(scenario).filter((choices) => [...evaluationsOf(scenario, choices).values()].every(accepts));
}

test("Bill and Jack's barter has the gains Nash published in 1950: 12 and 5, and no tie", () => {
  const scenario = shippedScenario("textbook/nash-1950-barter");
  const gains = everySettlement(scenario).map((settlement) => surpluses(scenario, settlement));
  expect(gains).toHaveLength(512);
  expect(largest(gains.filter((row) => row.every((gain) => gain > 0)))).toEqual([[12, 5]]);
  const published = scenario.packages.find(({ id }) => id === "nash_bargaining")!;
  expect(surpluses(scenario, published.choices)).toEqual([12, 5]);
});

test("in the three towns the largest bare product of surpluses belongs to a settlement with two losers", () => {
  const scenario = shippedScenario("textbook/two-losses");
  const rows = everySettlement(scenario).map((settlement) => surpluses(scenario, settlement));
  expect(largest(rows)).toEqual([[-38, -37, 60]]);
  expect(largest(rows.filter((row) => row.every((surplus) => surplus > 0)))).toEqual([[20, 22, 7]]);
  expect(acceptedByAll(scenario)).toHaveLength(7);
});

test("the bridge at Ostwell has no deal, for five minimal reasons that its README lists", () => {
  const scenario = shippedScenario("textbook/no-deal");
  const violated = everySettlement(scenario).map((settlement) => {
    return [...evaluationsOf(scenario, settlement)].flatMap(([party, { surplus, linesBroken, floorsBroken }]) => [
      ...(surplus.num < 0n ? [`${party} value`] : []),
      ...linesBroken.map(({ id }) => id),
      ...floorsBroken.map(({ floor }) => floor.id),
    ]);
  });
  expect(violated).toHaveLength(81);
  const conflicts = subsets([...new Set(violated.flat())])
    .filter((set) => violated.every((broken) => broken.some((id) => set.includes(id))))
    .filter((set, _, all) => !all.some((other) => other.length < set.length && other.every((id) => set.includes(id))));
  expect(new Set(conflicts.map((set) => set.toSorted().join(" + ")))).toEqual(
    new Set([
      "east-holds-bridge + west-no-east-bridge",
      "east-holds-bridge + guard value + west value",
      "east-holds-bridge + guard-sends-a-post + west value",
      "east value + guard value + west value + west-needs-post",
      "east value + guard-sends-a-post + west value + west-needs-post",
    ]),
  );
});

test("on the river commission no first choice of seat survives, and six settlements do", () => {
  const scenario = shippedScenario("textbook/opposed-favourites");
  for (const sheet of scenario.sheets) {
    const seats = sheet.issues.seat!.values;
    const favourite = Object.keys(seats).find((seat) => seats[seat]!.mid === 100)!;
    const refused = scenario.sheets.filter(({ redLines }) => {
      return redLines.some(({ when }) => when.some(({ options }) => options.includes(favourite)));
    });
    expect(refused.map(({ party }) => party === sheet.party)).toEqual([false]);
  }
  const deals = acceptedByAll(scenario);
  expect(deals).toHaveLength(6);
  expect(new Set(deals.map((deal) => deal.seat))).toEqual(new Set(["rotating", "island"]));
});

describe("the large scenario", () => {
  test("is what its generator writes", () => {
    for (const [path, content] of makeLarge40()) expect(shippedFile("textbook/large-40", path)).toBe(content);
  });

  test("has 40 issues of 5 options, 6 parties, 20 linkages and 8 red lines", () => {
    const { agenda, sheets } = shippedScenario("textbook/large-40");
    expect(agenda.issues.map(({ options }) => options.length)).toEqual(Array.from({ length: 40 }, () => 5));
    expect(sheets).toHaveLength(6);
    expect(sheets.flatMap(({ linkages }) => linkages)).toHaveLength(20);
    expect(sheets.flatMap(({ redLines }) => redLines)).toHaveLength(8);
  });
});

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}
