import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyze, evaluatePackage, type RedLinePrice, settlementQuestions } from "#analysis";
import { parseScenario } from "#language";
import type { Scenario } from "#model";
import { run } from "#prelude";
import { assume, asWritten, type WhatIf } from "../../deal/what-if.ts";
import { issuesTouched, leaveUntouched } from "./leave-untouched.ts";
import { columnsWithNews, priceOrder } from "./price-order.ts";
import { subjectPackage } from "./subject.ts";
import { unlockDraft } from "./unlock-draft.ts";
import { zoneUnlockWhatIf } from "./zone-unlock-what-if.ts";

describe("a package unlock applied to the composer", () => {
  const scenario = shipped("ukraine-2025");
  const subject = subjectPackage(scenario, undefined)!; // the flagship has packages
  const { packages } = run(analyze(scenario, { frontierLabels: 1 }));
  const unlocks = packages[subject.id]!.packageUnlocks;
  const sets = unlocks.status === "exact" || unlocks.status === "bounded" ? unlocks.sets : [];

  test("the package in question is the one presented, unless another is chosen", () => {
    expect(subject.status).toBe("presented");
    const other = scenario.packages.find(({ id }) => id !== subject.id)!; // it has several
    expect(subjectPackage(scenario, other.id)).toBe(other);
    expect(subjectPackage(scenario, "no-such-package")).toBe(subject);
  });

  test("every way makes a package that all accept, changing only the issues of its card", () => {
    expect(sets.length).toBeGreaterThan(0);
    for (const { issues, changes } of sets) {
      for (const { set } of changes) {
        const draft = unlockDraft(subject, set, "changed");
        expect(Object.keys(draft.choices).filter((issue) => draft.choices[issue] !== subject.choices[issue])).toEqual(
          scenario.agenda.issues.map(({ id }) => id).filter((id) => issues.includes(id)),
        );
        expect(draft.from).toBe(subject.id);
        const report = evaluatePackage(scenario, { ...subject, choices: draft.choices }, {});
        expect(report.refusedBy).toEqual([]);
        expect(report.surplus.RU).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test("leaving an issue untouched leaves out exactly the sets that change it", () => {
    for (const issue of issuesTouched(sets)) {
      const left = leaveUntouched(sets, [issue]);
      expect(left).toEqual(sets.filter(({ issues }) => !issues.includes(issue)));
      expect(left.length).toBeLessThan(sets.length);
    }
  });
});

describe("a zone unlock assumed", () => {
  test.each(["accepts", "refuses"] as const)("opens the agreement zone, whichever way is taken; equality %s", (tie) => {
    const scenario = shipped("textbook/no-deal");
    expectOpened({ ...scenario, agenda: { ...scenario.agenda, tie } }, asWritten);
  });

  test("opens it on top of what is assumed already: both sides' Donbas lines enforced", () => {
    expectOpened(shipped("ukraine-2025"), {
      ...asWritten,
      lines: { UA: { "ua-no-cession": true, "ua-no-withdrawal-from-donbas": true }, RU: { "ru-full-donbas": true } },
    });
  });

  function expectOpened(written: Scenario, whatIf: WhatIf): void {
    const { scenario, options } = assume(written, whatIf);
    const { agreementZone, zoneUnlocks } = run(analyze(scenario, { ...options, frontierLabels: 1 }));
    expect(agreementZone.exists).toEqual({ status: "exact", value: false });
    const found = zoneUnlocks.status === "exact" ? zoneUnlocks.value : [];
    expect(found.length).toBeGreaterThan(0);
    for (const unlock of found) {
      for (const cut of unlock.cuts.length > 0 ? unlock.cuts : [undefined]) {
        const assumed = assume(written, zoneUnlockWhatIf(whatIf, scenario, unlock, cut));
        const exists = settlementQuestions(assumed.scenario).zoneExists(assumed.options);
        expect(exists, JSON.stringify({ remove: unlock.remove, cut: cut?.cut })).toEqual({
          status: "exact",
          value: true,
        });
      }
    }
  }

  test("keeps what was assumed before", () => {
    const scenario = shipped("textbook/no-deal");
    const [party = ""] = scenario.agenda.consent;
    const before = { ...asWritten, lines: { [party]: { kept: true } } };
    const after = zoneUnlockWhatIf(
      before,
      scenario,
      { remove: [{ kind: "line", party, line: "other" }], witness: { utilities: {}, settlement: {} } },
      undefined,
    );
    expect(after.lines[party]).toEqual({ kept: true, other: false });
  });
});

test("the dearest line stands first, and one without which nothing changes stands apart", () => {
  const price = (line: string, gain: number): RedLinePrice => ({
    constraint: { kind: "line", party: "A", line },
    zoneWithout: { status: "exact", value: true },
    gain: {},
    idealGain: { A: 0, B: gain },
  });
  const { priced, free } = priceOrder([price("cheap", 1), price("free", 0), price("dear", 9)], false);
  expect(priced.map(({ constraint }) => constraint)).toEqual([
    { kind: "line", party: "A", line: "dear" },
    { kind: "line", party: "A", line: "cheap" },
  ]);
  expect(free).toHaveLength(1);
  expect(columnsWithNews(priced, false)).toEqual([]);
  expect(columnsWithNews(priced, true)).toEqual(["zone"]);
  // where there is no deal, a line that would open the zone is worth something though nobody's best is known
  expect(priceOrder([price("opens", 0)], true).priced).toHaveLength(1);
});

function shipped(name: string): Scenario {
  const folder = join(import.meta.dirname, "../../../../scenarios", name);
  const paths = ["scenario.yaml", ...readdirSync(join(folder, "sheets")).map((file) => `sheets/${file}`)];
  const { scenario } = parseScenario(new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")])));
  if (!scenario) throw new Error(`${name} has mistakes.`);
  return scenario;
}
