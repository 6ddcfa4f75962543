import { expect, test } from "vitest";
import { acceptability, robustness } from "#analysis";
import type { Scenario } from "#model";
import { run } from "#prelude";
import { oracle } from "../oracle/oracle.ts";
import { judged } from "../oracle/plain-scenario.ts";
import { bitsOf, named, rowsBeforeReservations } from "../oracle/settlement-table.ts";
import { anyPlace, anyScenario, law } from "./law.ts";

const noSpread = { weightSigma: 0, value: 0 };
const draws = 40;

test("without any spread every draw is the scenario itself: shares are nought or one, as the enumeration says", () => {
  law([anyScenario], (drawn) => {
    const scenario = inNumbers(drawn);
    const answer = oracle(scenario);
    const { zone, packages } = run(robustness(scenario, { draws: 3, seed: 1, spread: noSpread }));
    expect(zone.share).toBe(answer.zoneCount > 0 ? 1 : 0);
    for (const [id, verdict] of answer.verdicts) {
      const refusing = (party: string): boolean => verdict.refusals.some((name) => name.startsWith(`${party}'s `));
      for (const party of answer.parties)
        expect(packages[id]?.acceptedBy[party]?.share, `${id} ${party}`).toBe(refusing(party) ? 0 : 1);
      if (verdict.rulesBroken.length === 0)
        expect(packages[id]?.acceptedByAll.share).toBe(verdict.refusals.length === 0 ? 1 : 0);
    }
  });
});

test("without any spread the accepted settlements are those above every reservation value", () => {
  law([anyScenario], (drawn) => {
    const scenario = inNumbers(drawn);
    const { table } = oracle(scenario);
    const rows = rowsBeforeReservations(table).slice(0, 60);
    if (rows.length === 0) return;
    const wanted = bitsOf(table, ({ ref }) => ref.kind === "reservation");
    const settlements = rows.map(({ choice }) => named(scenario, choice));
    const { accepted } = run(acceptability(scenario, settlements, { draws: 2, seed: 1, spread: noSpread }));
    expect([...accepted]).toEqual(rows.map(({ met }) => ((met & wanted) === wanted ? 2 : 0)));
  });
});

test("no settlement is accepted in more draws than there is an agreement zone in, and asking for more never helps", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    const { table } = oracle(scenario);
    const settlements = rowsBeforeReservations(table)
      .slice(0, 40)
      .map(({ choice }) => named(scenario, choice));
    if (settlements.length === 0) return;
    const { accepted } = run(acceptability(scenario, settlements, { draws, seed }));
    const { zone } = run(robustness(scenario, { draws, seed }));
    for (const count of accepted) expect(count / draws).toBeLessThanOrEqual(zone.share + 1e-12);
    const more = askingMore(scenario, seed % scenario.sheets.length);
    const { accepted: fewer } = run(acceptability(more, settlements, { draws, seed }));
    fewer.forEach((count, place) => {
      expect(count).toBeLessThanOrEqual(accepted[place]!);
    });
    expect(run(robustness(more, { draws, seed })).zone.share).toBeLessThanOrEqual(zone.share);
  });
});

test("the same seed gives the same shares", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    expect(run(robustness(scenario, { draws: 10, seed }))).toEqual(run(robustness(scenario, { draws: 10, seed })));
  });
});

/** Values stated as an order are drawn anew whatever the spread: as plain numbers they stay. */
function inNumbers(scenario: Scenario): Scenario {
  const sheets = scenario.sheets.map((sheet) => {
    const issues = Object.entries(sheet.issues).map(([id, { order: _, ...preference }]) => [id, preference] as const);
    return { ...sheet, issues: Object.fromEntries(issues) };
  });
  return { ...scenario, sheets };
}

function askingMore(scenario: Scenario, place: number): Scenario {
  const sheets = scenario.sheets.map((sheet, index) =>
    index === place ? { ...sheet, reservation: { ...sheet.reservation, ...judged(sheet.reservation.mid + 3) } } : sheet,
  );
  return { ...scenario, sheets };
}
