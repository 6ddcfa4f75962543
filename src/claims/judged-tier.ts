import type { Choices, Scenario, Tier } from "#model";
import { unreachable } from "#prelude";
import type { Judged } from "./finding.ts";
import { figure, listed, optionName, partyName } from "./wording.ts";

/** What is asked of a tier: what covers the ground, what runs along its line, how far away it is. */
export type TierPart = "area" | "length" | "distance";

/** What this part of a tier is measured from under these choices: shapes of the map, and what is said of them. */
export function judgedTier(scenario: Scenario, id: string, choices: Choices, part: TierPart): readonly Judged[] {
  const tier = scenario.map?.tiers.find((one) => one.id === id);
  if (!tier) return [];
  switch (tier.kind) {
    case "demilitarised-zone":
      return part === "length"
        ? shapes(scenario, [tier.line])
        : [...judgedDepth(scenario, tier, choices), ...shapes(scenario, [tier.line, ...Object.values(tier.sides)])];
    case "forces": {
      const others = tier.without.flatMap((one) => judgedTier(scenario, one, choices, part));
      return [...shapes(scenario, [tier.area]), ...others];
    }
    case "presence":
      return shapes(scenario, [tier.areas[choices[tier.issue] ?? ""], part === "distance" ? tier.from : undefined]);
    default:
      return unreachable(tier);
  }
}

type ZoneTier = Extract<Tier, { readonly kind: "demilitarised-zone" }>;

function judgedDepth(scenario: Scenario, { id, name, depth, depths }: ZoneTier, choices: Choices): readonly Judged[] {
  const option = choices[depth];
  if (option === undefined) return [];
  const sides = Object.entries(depths[option] ?? {});
  const deep = sides.map(([party, km]) => `${figure(km)} km on the side of ${partyName(scenario, party)}`);
  return [said(id, `"${name}" at "${optionName(scenario, depth, option)}": ${listed(deep)}`, [])];
}

function shapes({ map }: Scenario, ids: readonly (string | undefined)[]): readonly Judged[] {
  return (map?.features ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, approximate, asOf, sources }) => {
      const kind = `${approximate ? ", approximate" : ""}${asOf === undefined ? "" : `, as of ${asOf}`}`;
      return said(id, `The shape of "${name}"${kind}`, sources);
    });
}

function said(id: string, says: string, sources: readonly string[]): Judged {
  return { kind: "feature", id, says, sources };
}
