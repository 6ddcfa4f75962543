import { analyze, appraiseDraw } from "#analysis";
import { breaks, type Choices, type Scenario } from "#model";
import { seededRandom } from "#prelude";

/**
 * Settlements of the agreement zone, the same each time: a walk from one that all accept, an issue at a time. Refused
 * ones would be too easy: who asks about acceptability has a short list of serious ones.
 */
export function acceptedSettlements(scenario: Scenario, count: number): readonly Choices[] {
  const { agenda, sheets } = scenario;
  const random = seededRandom(7);
  const isAccepted = (settlement: Choices): boolean =>
    !agenda.rules.some((rule) => breaks(rule, settlement)) &&
    sheets.every((sheet) => {
      const { surplus, linesBroken, floorsBroken } = appraiseDraw(sheet, settlement, agenda.asOf);
      return surplus >= 0 && !linesBroken.some(({ kind }) => kind === "hard") && floorsBroken.length === 0;
    });
  let here = witness(scenario);
  const found = new Map([[JSON.stringify(here), here]]);
  while (found.size < count) {
    const issue = agenda.issues[random.below(agenda.issues.length)]!;
    const there = { ...here, [issue.id]: issue.options[random.below(issue.options.length)]!.id };
    if (isAccepted(there)) {
      here = there;
      found.set(JSON.stringify(here), here);
    }
  }
  return [...found.values()];
}

/** Told to finish at the first refinable step: the witness is found long before. */
function witness(scenario: Scenario): Choices {
  const search = analyze(scenario);
  let step = search.next("continue");
  while (!step.done) step = search.next(step.value.refinable ? "finish" : "continue");
  const { certificate } = step.value.agreementZone;
  if (certificate?.kind !== "witness") throw new Error(`${scenario.agenda.id} has no agreement zone to walk in.`);
  return certificate.settlement;
}
