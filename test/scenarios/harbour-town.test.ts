import { expect, test } from "vitest";
import type { Choices } from "#model";
import { toNumber } from "#prelude";
import { accepts, evaluationsOf, everySettlement, shippedFile, shippedScenario } from "./shipped-scenario.ts";

const name = "textbook/harbour-town";
const scenario = shippedScenario(name);
const brief = (file: string): string => shippedFile(name, `briefs/${file}.md`);
/** The cells of every table row of a brief, headings and rulers aside. */
const rows = (file: string): string[][] =>
  brief(file)
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

test.each(scenario.sheets)("the confidential brief of $party has the points of its sheet", (sheet) => {
  const points = scenario.agenda.issues.flatMap((issue) =>
    issue.options.map((option) => [issue.name, option.name, String(sheet.issues[issue.id]!.values[option.id]!.mid)]),
  );
  expect(rows(sheet.party)).toEqual([["Issue", "Option", "Points"], ...points]);
  expect(brief(sheet.party)).toContain(`**${sheet.reservation.mid} points**`);
  expect(sheet.kind).toBe("own");
});

test.each(scenario.sheets)("the best option of every issue gives $party 100 points, at their face value", (sheet) => {
  const best = Object.values(sheet.issues).map((issue) => Math.max(...Object.values(issue.values).map((v) => v.mid)));
  expect(best.reduce((sum, points) => sum + points, 0)).toBe(100);
  expect(Object.values(sheet.issues).map((issue) => issue.weight.mid)).toEqual(best);
});

test("the public brief names every issue and option, and no party's points", () => {
  for (const issue of scenario.agenda.issues) {
    expect(brief("PUBLIC")).toContain(issue.name);
    for (const option of issue.options) expect(brief("PUBLIC")).toContain(option.name);
  }
  for (const { reservation } of scenario.sheets) expect(brief("PUBLIC")).not.toContain(`${reservation.mid} points`);
});

const utilities = (settlement: Choices): number[] =>
  [...evaluationsOf(scenario, settlement).values()].map(({ utility }) => toNumber(utility));
const all = everySettlement(scenario);
const deals = all.filter((choices) => [...evaluationsOf(scenario, choices).values()].every(accepts));

test("the trainer's page lists exactly the settlements all three accept, with their points", () => {
  const dominated = (own: number[]): boolean =>
    all.map(utilities).some((other) => other.every((u, at) => u >= own[at]!) && other.some((u, at) => u > own[at]!));
  const expected = deals.map((deal) => [
    ...scenario.agenda.issues.map((issue) => issue.options.find(({ id }) => id === deal[issue.id])!.name),
    ...utilities(deal).map(String),
    dominated(utilities(deal)) ? "no" : "yes",
  ]);
  expect(all).toHaveLength(576);
  expect(rows("TRAINER").slice(1)).toEqual(expected);
});

test.each([
  { id: "users_pact", points: [71, 63, 41], accepted: [true, true, false] },
  { id: "shore_pact", points: [79, 33, 94], accepted: [true, false, true] },
  { id: "split_the_difference", points: [68, 55, 67], accepted: [true, true, true] },
  { id: "trade", points: [69, 57, 68], accepted: [true, true, true] },
])("$id gives the points the trainer's page says", ({ id, points, accepted }) => {
  const { choices } = scenario.packages.find((each) => each.id === id)!;
  expect(utilities(choices)).toEqual(points);
  expect([...evaluationsOf(scenario, choices).values()].map(accepts)).toEqual(accepted);
  const [a, b, c] = points;
  expect(brief("TRAINER").replaceAll("\n ", "")).toMatch(new RegExp(`${a}, ${b}\\s+and ${c}|${a}, ${b} and ${c}`));
});

test("the trainer's page gives the fairness criteria right", () => {
  const surplus = (deal: Choices): number[] =>
    [...evaluationsOf(scenario, deal).values()].map((evaluation) => toNumber(evaluation.surplus));
  const least = (deal: Choices): number => Math.min(...surplus(deal));
  const product = (deal: Choices): number => surplus(deal).reduce((a, b) => a * b, 1);
  const total = (deal: Choices): number => utilities(deal).reduce((a, b) => a + b, 0);
  const best = (worth: (deal: Choices) => number): number[][] => {
    const most = Math.max(...deals.map(worth));
    return deals.filter((deal) => worth(deal) === most).map(utilities);
  };
  const ideal = [0, 1, 2].map((at) => Math.max(...deals.map((deal) => surplus(deal)[at]!)));
  expect(best(product)).toEqual([[69, 57, 68]]);
  expect(Math.max(...deals.map(product))).toBe(234);
  expect(best(least)).toEqual([[60, 58, 74]]);
  expect(best((deal) => Math.min(...surplus(deal).map((points, at) => points / ideal[at]!)))).toEqual([[60, 58, 74]]);
  expect(best(total)).toEqual([[69, 57, 68]]);
  expect(total(scenario.packages.find(({ id }) => id === "trade")!.choices)).toBe(194);
});
