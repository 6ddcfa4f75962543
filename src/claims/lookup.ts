import {
  type Choices,
  type Guarantee,
  isSettlement,
  type Package,
  type PreferenceSheet,
  type Scenario,
  type Variant,
} from "#model";
import type { Day } from "#prelude";

export function sheetOf(scenario: Scenario, party: string): PreferenceSheet | undefined {
  return scenario.sheets.find((sheet) => sheet.party === party);
}

export function guaranteeOf({ durability }: Scenario, id: string): Guarantee | undefined {
  return durability?.guarantees.find((guarantee) => guarantee.id === id);
}

export function packageOf(scenario: Scenario, id: string): Package {
  const found = scenario.packages.find((one) => one.id === id);
  if (!found) throw new Error(`A claim names a package "${id}" that the scenario does not have.`);
  return found;
}

/** A package with some options changed, ready to be judged on the package's date, or the agenda's. */
export type ReadVariant = {
  readonly package: Package;
  readonly choices: Choices;
  readonly on: Day;
  readonly complete: boolean;
};

export function readVariant(scenario: Scenario, variant: Variant): ReadVariant {
  const named = packageOf(scenario, variant.package);
  const choices = { ...named.choices, ...variant.set };
  return {
    package: named,
    choices,
    on: named.date ?? scenario.agenda.asOf,
    complete: isSettlement(scenario.agenda, choices),
  };
}
