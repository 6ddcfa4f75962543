import { type Condition, floorSubject, lineSubject, type PreferenceSheet, type Scenario, type Variant } from "#model";

/** At most one decimal, and none where it would be 0: 43.1, 56. */
export function points(value: number): string {
  const text = value.toFixed(1);
  return text.endsWith(".0") ? (text === "-0.0" ? "0" : text.slice(0, -2)) : text;
}

/** "26.4 of the 56 it needs"; for one that has enough "71 and needs 48". */
export function worth(utility: number, needed: number): string {
  return utility < needed
    ? `${points(utility)} of the ${points(needed)} it needs`
    : `${points(utility)} and needs ${points(needed)}`;
}

/** Up to six significant digits and no idle zeros: 0.03, 1122.51. For quantities that `points` would round away. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A number as it was written, its thousands separated: 100,000. */
export function separated(value: number | bigint): string {
  const [whole = "", fraction] = String(value).split(".");
  if (!/^-?\d+$/.test(whole)) return String(value);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "none") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

export function partyName({ agenda }: Scenario, id: string): string {
  return agenda.parties.find((party) => party.id === id)?.name ?? id;
}

export function issueName({ agenda }: Scenario, id: string): string {
  return agenda.issues.find((issue) => issue.id === id)?.name ?? id;
}

/** An issue's or a cluster's name. */
export function topicName(scenario: Scenario, id: string): string {
  return scenario.agenda.clusters.find((cluster) => cluster.id === id)?.name ?? issueName(scenario, id);
}

export function optionName({ agenda }: Scenario, issue: string, id: string): string {
  const options = agenda.issues.find((one) => one.id === issue)?.options ?? [];
  return options.find((option) => option.id === id)?.name ?? id;
}

/** "European presence: none or reactive; US role: support". */
export function conditionText(scenario: Scenario, condition: Condition): string {
  return condition
    .map(({ issue, options }) => {
      const names = options.map((option) => `"${optionName(scenario, issue, option)}"`);
      return `${issueName(scenario, issue)} ${names.join(" or ")}`;
    })
    .join("; ");
}

/** "hard line on Donbas", "floor on European presence for "Hubs""; the options always with `apart`. An id only when need be. */
export function constraintText(
  scenario: Scenario,
  sheet: PreferenceSheet,
  of: { readonly line: string } | { readonly floor: string },
  apart = false,
): string {
  const isLine = "line" in of;
  const kind = isLine ? `${sheet.redLines.find(({ id }) => id === of.line)?.kind ?? "red"} line` : "floor";
  const subject = isLine ? lineSubject(sheet, of.line) : floorSubject(sheet, of.floor);
  if (!subject) return `${kind} ${isLine ? of.line : of.floor}`;
  const { clauses, options } = subject;
  const issues = clauses.map(({ issue }) => issueName(scenario, issue)).join(" with ");
  if (!options && !apart) return `${kind} on ${issues}`;
  return `${kind} on ${issues} ${isLine ? "against" : "for"} ${optionsText(scenario, clauses)}`;
}

/** "The draft"; with changes "The draft" with US role "None". */
export function variantText(scenario: Scenario, { package: id, set }: Variant): string {
  const name = scenario.packages.find((one) => one.id === id)?.name ?? id;
  const changes = Object.entries(set).map(([issue, option]) => {
    return `${issueName(scenario, issue)} "${optionName(scenario, issue, option)}"`;
  });
  return changes.length === 0 ? `"${name}"` : `"${name}" with ${listed(changes)}`;
}

/** The options alone where one issue is at stake; else each with its issue. */
export function optionsText(scenario: Scenario, condition: Condition): string {
  const [only, ...rest] = condition;
  if (!only || rest.length > 0) return conditionText(scenario, condition);
  return only.options.map((option) => `"${optionName(scenario, only.issue, option)}"`).join(" or ");
}
