import type { ResolvedParameter } from "#durability";
import { type Choices, holds, type LeverCondition, type Parameter, type PartyId, type Scenario } from "#model";
import type { Judged } from "./finding.ts";
import { backed } from "./judged.ts";
import { conditionText, figure, listed } from "./wording.ts";

type Owner = { readonly id: string; readonly parameters: Readonly<Partial<Record<string, Parameter>>> };

/** The cases that these parameters of a guarantee or limit take. Those that are unknown say nothing. */
export function judgedParameters(
  scenario: Scenario,
  owner: Owner,
  resolved: readonly ResolvedParameter<string>[],
): readonly Judged[] {
  return resolved.flatMap(({ id, symbol, name, resolution }): Judged[] => {
    if (resolution.status === "unknown") return [];
    const { judgement, placeholder, evidence, at } = resolution;
    const { low, mid, high } = judgement;
    const value = placeholder
      ? `${spread(low, high)}, a placeholder: nobody judged it`
      : `${figure(mid)}${low < high ? ` (${spread(low, high)})` : ""}`;
    const when = owner.parameters[id]?.cases[at]?.when ?? [];
    return [
      {
        kind: "parameter",
        id: `${owner.id}.${id}`,
        says: `${name} (${symbol})${when.length > 0 ? ` with ${conditionText(scenario, when)}` : ""}: ${value}`,
        ...backed(evidence, scenario.durability?.evidence ?? { sources: [] }),
      },
    ];
  });
}

function spread(low: number, high: number): string {
  return low < high ? `${figure(low)} to ${figure(high)}` : figure(low);
}

/** The preference statements of those who hold these levers, in force under these choices, that speak of one of them. */
export function judgedStatements(
  scenario: Scenario,
  choices: Choices,
  levers: readonly { readonly id: string; readonly party: PartyId }[],
): readonly Judged[] {
  const { aftermath, evidence: common = { sources: [] } } = scenario.durability ?? {};
  if (!aftermath) return [];
  return Object.entries(aftermath.statements).flatMap(([party, statements]) =>
    statements.flatMap(({ that, when, evidence }, at): Judged[] => {
      const named = that.flatMap((clause) => Object.keys(clause));
      if (!levers.some((lever) => lever.party === party)) return [];
      if (!holds(when, choices) || !levers.some(({ id }) => named.includes(id))) return [];
      const says = `Statement ${at + 1} of ${statements.length}, most important first: ${wishText(scenario, that)}`;
      return [{ kind: "statement", party, id: `${at + 1}`, says, ...backed(evidence, common) }];
    }),
  );
}

/** "not Russia renews the attack, or European forces join the fight", by the levers' own names. */
function wishText({ durability }: Scenario, that: LeverCondition): string {
  const levers = durability?.aftermath?.obligations.flatMap(({ breach, responses }) => [breach, ...responses]);
  const name = (id: string) => levers?.find((lever) => lever.id === id)?.name ?? id;
  return that
    .map((clause) => {
      return listed(Object.entries(clause).map(([id, taken]) => `${taken ? "" : "not "}"${name(id)}"`));
    })
    .join(", or ");
}
