import { describe, expect, test } from "vitest";
import { breaks, isSettlement } from "#model";
import { parseShipped, shippedFile, shippedNames, shippedScenario } from "./shipped-scenario.ts";

test("the flagship, the two smaller scenarios and seven textbook cases are shipped", () => {
  expect(shippedNames).toEqual([
    "essequibo-2025",
    "scarborough-2025",
    "ukraine-2025",
    "textbook/ceasefire-line",
    "textbook/harbour-town",
    "textbook/large-40",
    "textbook/nash-1950-barter",
    "textbook/no-deal",
    "textbook/opposed-favourites",
    "textbook/two-losses",
  ]);
});

describe.each(shippedNames)("%s", (name) => {
  test("parses without a single diagnostic", () => {
    expect(parseShipped(name).diagnostics).toEqual([]);
  });

  test("is called what its folder is called", () => {
    expect(`textbook/${shippedScenario(name).agenda.id}`).toContain(name);
  });

  test("has one sheet for every party", () => {
    const { agenda, sheets } = shippedScenario(name);
    expect(sheets.map(({ party }) => party)).toEqual(agenda.parties.map(({ id }) => id));
  });

  test("has complete named packages that keep every rule", () => {
    const { agenda, packages } = shippedScenario(name);
    for (const { id, choices } of packages) {
      expect([id, isSettlement(agenda, choices)]).toEqual([id, true]);
      expect([id, agenda.rules.filter((rule) => breaks(rule, choices)).map((rule) => rule.id)]).toEqual([id, []]);
    }
  });

  test("marks every rule as definitional and gives its reason", () => {
    for (const rule of shippedScenario(name).agenda.rules) {
      expect([rule.id, rule.definitional, rule.reason.length > 40]).toEqual([rule.id, true, true]);
    }
  });

  test("declares funding or interest for every source", () => {
    for (const source of shippedScenario(name).agenda.sources) expect(source.funding).not.toBe("");
  });

  test("has a README that shows how to run it and says where the judgements come from", () => {
    const readme = shippedFile(name, "README.md");
    expect(readme).toContain(`npx entente analyze ${name}\n`);
    expect(readme).toContain("## What it shows");
    expect(readme).toContain("## Where the judgements come from");
  });
});

test("weights sum to 100 wherever a sheet does not state other units", () => {
  for (const name of shippedNames.filter((name) => name !== "textbook/nash-1950-barter")) {
    for (const sheet of shippedScenario(name).sheets) {
      const weights = Object.values(sheet.issues).map(({ weight }) => weight.mid);
      expect([name, sheet.party, weights.reduce((sum, weight) => sum + weight, 0)]).toEqual([name, sheet.party, 100]);
    }
  }
});
