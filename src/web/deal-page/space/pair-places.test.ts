import { describe, expect, test } from "vitest";
import type { Scenario } from "#model";
import { isNamed } from "./draft-mark.ts";
import { choicesAt, nearest, type Place, utilitiesAt } from "./pair-places.ts";

const same = { x: (value: number) => value, y: (value: number) => value };

function place(id: string, x: number, y: number, rest: Partial<Place> = {}): Place {
  return { id, kind: "efficient", label: "", x, y, ...rest };
}

describe("what is pointed at", () => {
  test("is the nearest place within reach, in the drawing's pixels", () => {
    const places = [place("far", 30, 30), place("near", 12, 10), place("nearer", 11, 10)];
    expect(nearest(places, { x: 10, y: 10 }, same, 14)?.place.id).toBe("nearer");
    expect(nearest(places, { x: 10, y: 10 }, { ...same, x: (value) => value * 10 }, 14)).toBeUndefined();
    expect(nearest([], { x: 0, y: 0 }, same, 14)).toBeUndefined();
  });

  test("is the first of several at the same place, so that a mark comes before the dot under it", () => {
    expect(nearest([place("mark", 5, 5), place("dot", 5, 5)], { x: 5, y: 6 }, same, 14)?.place.id).toBe("mark");
  });
});

test("a place stands for its mark's settlement, else for its row's", () => {
  const table = {
    parties: ["A", "B"],
    issues: [{ id: "land", options: ["keep", "cede"] }],
    count: 2,
    utilities: Float64Array.of(1, 2, 3, 4),
    options: Uint16Array.of(0, 1),
    ties: ["1", "1"],
  };
  const row = place("row 1", 3, 4, { row: 1 });
  expect(choicesAt(table, row)).toEqual({ land: "cede" });
  expect(utilitiesAt(table, row)).toEqual({ A: 3, B: 4 });
  const mark = { choices: { land: "keep" }, utilities: { A: 9, B: 8 } };
  expect(choicesAt(table, place("package p", 9, 8, { mark }))).toBe(mark.choices);
  expect(utilitiesAt(table, place("package p", 9, 8, { mark }))).toBe(mark.utilities);
});

test("a draft is a mark of its own unless a package settles every issue the same way", () => {
  const scenario = {
    agenda: { issues: [{ id: "land" }, { id: "force" }] },
    packages: [{ choices: { land: "keep", force: "none" } }],
  } as unknown as Scenario; // what the question asks of a scenario, and no more
  expect(isNamed(scenario, { land: "keep", force: "none" })).toBe(true);
  expect(isNamed(scenario, { land: "keep", force: "some" })).toBe(false);
  expect(isNamed(scenario, { land: "keep" })).toBe(false);
});
