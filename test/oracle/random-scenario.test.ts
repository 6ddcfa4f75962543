import { expect, test } from "vitest";
import { exactUtility } from "./exact-utility.ts";
import { fraction } from "./fraction.ts";
import { oracle } from "./oracle.ts";
import { randomOptions, randomScenario } from "./random-scenario.ts";
import { named, settlementTable } from "./settlement-table.ts";

const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1);

test("the same seed gives the same scenario and options", () => {
  for (const seed of [1, 2, 77]) {
    expect(randomScenario(seed)).toEqual(randomScenario(seed));
    expect(randomOptions(seed, randomScenario(seed))).toEqual(randomOptions(seed, randomScenario(seed)));
  }
  expect(randomScenario(1)).not.toEqual(randomScenario(2));
});

test("the whole-number table gives every settlement the utility of the definition", () => {
  for (const seed of seeds.slice(0, 100)) {
    const scenario = randomScenario(seed);
    const table = settlementTable(scenario, {}, scenario.agenda.asOf);
    const every = Math.ceil(table.rows.length / 25);
    for (const row of table.rows.filter((_, place) => place % every === 0)) {
      const chosen = named(scenario, row.choice);
      const utilities = scenario.sheets.map((sheet) => exactUtility(sheet, chosen));
      expect(
        row.utilities.map((utility) => fraction(BigInt(utility), table.unit)),
        `seed ${seed}`,
      ).toEqual(utilities);
      const met = table.constraints.map(({ isMetBy }) => isMetBy(chosen));
      expect(
        met.map((_, place) => (row.met & (1 << place)) !== 0),
        `seed ${seed}`,
      ).toEqual(met);
    }
  }
});

test("the generated scenarios have some of everything", () => {
  const seen = {
    empty: 0,
    full: 0,
    contradictory: 0,
    strictTie: 0,
    equality: 0,
    outsider: 0,
    definitional: 0,
    tables: 0,
    combinations: 0,
    order: 0,
    cap: 0,
    floors: 0,
    hard: 0,
    declared: 0,
    dated: 0,
    noNash: 0,
    tiedSolution: 0,
    leftOut: 0,
    severalConflicts: 0,
    jointCuts: 0,
    unlockableByLine: 0,
    packageUnlocks: 0,
    oneOption: 0,
  };
  for (const seed of seeds) {
    const scenario = randomScenario(seed);
    const answer = oracle(scenario);
    const { agenda, sheets } = scenario;
    const lines = sheets.flatMap(({ redLines }) => redLines);
    const linkages = sheets.flatMap((sheet) => sheet.linkages);
    const note = (key: keyof typeof seen, holds: boolean): void => {
      if (holds) seen[key]++;
    };
    note("empty", answer.zoneCount === 0);
    note("full", answer.zoneCount > 0);
    note("contradictory", answer.settlements === 0);
    note("strictTie", agenda.tie === "refuses");
    note(
      "equality",
      answer.table.rows.some((row) => row.utilities.some((u, party) => u === answer.table.reservations[party])),
    );
    note("outsider", agenda.consent.length < agenda.parties.length);
    note("definitional", answer.settlements !== answer.settlementsWithoutDefinitionalRules);
    note(
      "tables",
      linkages.some(({ kind }) => kind === "table"),
    );
    note(
      "combinations",
      linkages.some(({ kind }) => kind === "combination"),
    );
    note(
      "order",
      sheets.some(({ issues }) => Object.values(issues).some(({ order }) => order !== undefined)),
    );
    note(
      "cap",
      sheets.some(({ cap }) => cap !== undefined),
    );
    note(
      "floors",
      sheets.some(({ floors }) => floors.length > 0),
    );
    note(
      "hard",
      lines.some(({ kind }) => kind === "hard"),
    );
    note(
      "declared",
      lines.some(({ kind }) => kind === "declared"),
    );
    note(
      "dated",
      lines.some(({ from, until }) => from !== undefined || until !== undefined),
    );
    note("noNash", answer.zoneCount > 0 && answer.solutions.nashBargaining.vectors.length === 0);
    note(
      "tiedSolution",
      Object.values(answer.solutions).some(({ vectors }) => vectors.length > 1),
    );
    note("leftOut", answer.solutions.kalaiSmorodinsky.leftOut.length > 0);
    note("severalConflicts", answer.conflicts.length > 1);
    note(
      "jointCuts",
      answer.zoneUnlocks.some(({ cuts }) => cuts.length > 1),
    );
    note(
      "unlockableByLine",
      answer.zoneUnlocks.some(({ remove, cuts }) => remove.length > 0 && cuts.length === 0),
    );
    note(
      "packageUnlocks",
      [...answer.packageUnlocks.values()].some((unlock) => (unlock?.size ?? 0) > 1),
    );
    note(
      "oneOption",
      agenda.issues.some(({ options }) => options.length === 1),
    );
  }
  expect(seen.empty).toBeGreaterThan(75);
  expect(seen.empty).toBeLessThan(150);
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(2);
});
