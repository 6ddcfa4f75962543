import { type Choices, evaluate, isSettlement, type PartyId, type Scenario } from "#model";
import { toNumber } from "#prelude";

/** What the choices are worth to each party with a sheet; nothing while they leave issues open. */
export function utilitiesOf(scenario: Scenario, choices: Choices): Readonly<Record<PartyId, number>> | undefined {
  const { agenda, sheets } = scenario;
  if (!isSettlement(agenda, choices)) return undefined;
  return Object.fromEntries(
    sheets.map((sheet) => [sheet.party, toNumber(evaluate(sheet, choices, agenda.asOf).utility)]),
  );
}
