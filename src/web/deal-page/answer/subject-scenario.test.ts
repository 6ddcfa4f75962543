import { expect, test } from "vitest";
import type { Analysis } from "#analysis";
import type { Package, Scenario } from "#model";
import { presentedPackage } from "#report";
import { subjectScenario } from "./subject-scenario.ts";

const one = (id: string, status?: string): Package => ({
  id,
  name: id,
  choices: {},
  overrides: [],
  authors: [],
  addressees: [],
  sources: [],
  ...(status ? { status } : {}),
});

test("the report of a scenario is about the chosen package, and about the presented one when none is chosen", () => {
  const packages = [one("first"), one("tabled", "presented"), one("mine", "composed here")];
  const scenario = { packages } as unknown as Scenario; // what the question asks of a scenario, and no more
  const analysis = { packages: { first: {}, tabled: {}, mine: {} } } as unknown as Analysis; // likewise
  const about = (chosen: string | undefined) => presentedPackage(subjectScenario(scenario, chosen), analysis)?.id;
  for (const { id } of packages) expect(about(id)).toBe(id);
  expect(about(undefined)).toBe("tabled");
  expect(about("no longer there")).toBe("tabled");
  expect(subjectScenario(scenario, "tabled")).toBe(scenario);
});
