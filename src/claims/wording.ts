import type { Condition, Scenario } from "#model";

/** At most one decimal, and none where it would be 0: 43.1, 56. */
export function points(value: number): string {
  const text = value.toFixed(1);
  return text.endsWith(".0") ? (text === "-0.0" ? "0" : text.slice(0, -2)) : text;
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
