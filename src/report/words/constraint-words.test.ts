import { describe, expect, test } from "vitest";
import type { Condition, Scenario } from "#model";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { namesOf } from "./names.ts";

const whole = ceasefireScenario();
const issue = (id: string) => whole.agenda.issues.find((one) => one.id === id)!;
const donbas = issue("T1_donbas");
const refusing = (...options: number[]): Condition => [
  { issue: donbas.id, options: options.map((at) => donbas.options[at]!.id) },
];
const both: Condition = [...refusing(0), { issue: "P1_sequencing", options: ["partial_truces"] }];
const evidence = { sources: [] };

/** Ukraine with these hard lines, each under its id. */
function withLines(lines: Readonly<Record<string, Condition>>): Scenario {
  const sheets = whole.sheets.map((sheet) => ({
    ...sheet,
    redLines:
      sheet.party === "UA"
        ? Object.entries(lines).map(([id, when]) => ({ id, kind: "hard" as const, when, evidence }))
        : sheet.redLines,
  }));
  return { ...whole, sheets };
}
const line = (id: string) => ({ kind: "line", party: "UA", line: id }) as const;
const option = (at: number) => donbas.options[at]!.name;

describe("a red line or floor in a sentence", () => {
  test("is named by its issue, not by its id", () => {
    const names = namesOf(withLines({ "ua-x": refusing(0) }));
    expect(plainText(names.constraint(line("ua-x")))).toBe("Ukraine’s hard line on Donbas");
    expect(plainText(names.constraint({ kind: "floor", party: "EU", floor: "deploy" }))).toBe(
      "European coalition of the willing’s floor on European presence",
    );
  });

  test("over several issues names each of them", () => {
    const names = namesOf(withLines({ "ua-x": both }));
    expect(plainText(names.ownConstraint(line("ua-x")))).toBe("hard line on Donbas with Sequencing");
  });

  test("says the options it rules out where the party has another of its kind on the same issue", () => {
    const names = namesOf(withLines({ one: refusing(0), two: refusing(1), three: both }));
    const words = ["one", "two", "three"].map((id) => plainText(names.ownConstraint(line(id))).replace(/[“”]/g, ""));
    expect(words).toEqual([
      `hard line on Donbas against ${option(0)}`,
      `hard line on Donbas against ${option(1)}`,
      "hard line on Donbas with Sequencing",
    ]);
  });

  test("keeps its id where nothing else tells it apart, or it is on no sheet", () => {
    const names = namesOf(withLines({ one: refusing(0, 1), two: refusing(1, 0) }));
    expect(plainText(names.ownConstraint(line("two")))).toBe("hard line two");
    expect(plainText(names.ownConstraint(line("gone")))).toBe("red line gone");
  });

  test("beside another party's on the same issue says what it rules out", () => {
    const names = namesOf(whole);
    const brigades = { kind: "line", party: "RU", line: "no-european-brigades" } as const;
    const deploy = { kind: "floor", party: "EU", floor: "deploy" } as const;
    const presence = issue("S1_eu_presence").options.filter(({ id }) => id === "west_capped" || id === "deep_wide");
    expect(plainText(names.constraint(brigades, [brigades, deploy])).replace(/[“”]/g, "")).toBe(
      `Russia’s hard line on European presence against ${presence.map(({ name }) => name).join(" or ")}`,
    );
    expect(plainText(names.constraint(brigades, [brigades, line("no-cession")]))).toBe(
      "Russia’s hard line on European presence",
    );
  });

  test("stands in a row with others of its kind, with its id only when a table asks for it", () => {
    const names = namesOf(withLines({ one: refusing(0), two: [{ issue: "P1_sequencing", options: ["x"] }] }));
    const refs = [line("one"), line("two"), { kind: "reservation", party: "UA" } as const];
    expect(plainText(names.constraints(refs))).toBe(
      "Ukraine: hard lines on Donbas and Sequencing and reservation value",
    );
    expect(plainText(names.constraints(refs, { ids: true }))).toBe(
      "Ukraine: hard lines on Donbas (one) and Sequencing (two) and reservation value",
    );
  });
});

test("issue names that hold a comma or an and stand in quotation marks in a row, so that each is seen to end", () => {
  const issues = whole.agenda.issues.map((one, at) => (at === 0 ? { ...one, name: "Maps, governor and IDs" } : one));
  const names = namesOf({ ...whole, agenda: { ...whole.agenda, issues } });
  const words = plainText(names.issues([issues[0]!.id, donbas.id]));
  expect(words).toBe("“Maps, governor and IDs” and Donbas");
});
