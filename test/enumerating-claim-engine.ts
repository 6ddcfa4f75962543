import { appraise, refusals, rulesInForce } from "#analysis";
import type { ClaimEngine } from "#claims";
import { breaks, type Choices, holds, type Scenario } from "#model";
import { exact } from "#prelude";

/** Answers by trying every settlement: for scenarios of a few dozen, and shares no code with the real engine. */
export function enumeratingClaimEngine(scenario: Scenario): ClaimEngine {
  const all = scenario.agenda.issues.reduce<Choices[]>(
    (partial, { id, options }) =>
      partial.flatMap((choices) => options.map((option) => ({ ...choices, [id]: option.id }))),
    [{}],
  );
  const feasible = (options: Parameters<ClaimEngine["zoneExists"]>[0]) => {
    const inForce = rulesInForce(scenario, options);
    const settlements = all.filter(
      (choices) =>
        !inForce.rules.some((rule) => breaks(rule, choices)) &&
        Object.entries(inForce.locks).every(([issue, option]) => choices[issue] === option) &&
        holds(inForce.where, choices),
    );
    return { inForce, settlements };
  };
  return {
    zoneExists: (options) => {
      const { inForce, settlements } = feasible(options);
      return exact(
        settlements.some((choices) =>
          scenario.sheets.every((sheet) => {
            if (!inForce.consent.includes(sheet.party)) return true;
            return refusals(sheet, choices, appraise(sheet, choices, inForce.on), inForce).length === 0;
          }),
        ),
      );
    },
    best: (party, options) => {
      const { inForce, settlements } = feasible(options);
      const sheet = scenario.sheets.find((one) => one.party === party)!;
      const valued = settlements
        .filter((choices) => !inForce.lines.some(({ line }) => holds(line.when, choices)))
        .map((settlement) => ({ settlement, value: appraise(sheet, settlement, inForce.on).utility }));
      return valued.sort((a, b) => b.value - a.value)[0];
    },
  };
}
