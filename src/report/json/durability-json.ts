import type { AftermathFindings, AftermathReport, DurabilityReport, ParameterReference } from "#durability";
import type { Choices } from "#model";
import type { TierOnTheGround, ZoneTable } from "#monitor";
import {
  coalitionJson,
  defectionJson,
  type Ids,
  idsOf,
  moveJson,
  movesJson,
  needsJson,
  pathJson,
  verdictJson,
} from "./stability-json.ts";

export type DurabilityAnswer = {
  readonly package: { readonly id: string; readonly name: string; readonly choices: Choices };
  readonly durability: DurabilityReport;
  readonly aftermath: AftermathReport;
  readonly ground?: { readonly tiers: readonly TierOnTheGround[]; readonly tables: readonly ZoneTable[] };
};

/**
 * One package after signature as `entente.durability-answer/1` has it. The caller adds `schema`, `scenario`, `notes` and
 * `timings`. Shapes are long and stand in files of their own, so they are left out unless `geometry` asks for them.
 */
export function durabilityJson(
  { package: judged, durability, aftermath, ground }: DurabilityAnswer,
  { geometry }: { readonly geometry: boolean },
): PrintedDurability {
  return {
    package: { id: judged.id, name: judged.name, choices: judged.choices },
    durability: withShortReferences(durability),
    aftermath: aftermathJson(aftermath),
    ...(ground ? { ground: geometry ? ground : withoutGeometry(ground) } : {}),
  };
}

export type PrintedDurability = Omit<DurabilityAnswer, "durability" | "aftermath"> & {
  readonly durability: ShortReferences<DurabilityReport>;
  readonly aftermath: ReturnType<typeof aftermathJson>;
};

/** The same with every reference to a parameter without its symbol and name, which stand in the owner's `parameters`. */
export type ShortReferences<T> = T extends ParameterReference
  ? Omit<T, "symbol" | "name">
  : T extends string | number | boolean
    ? T // branded ones too
    : T extends object
      ? { [Key in keyof T]: ShortReferences<T[Key]> }
      : T;

function withShortReferences<T>(value: T): ShortReferences<T> {
  return mapped(value, (one) => {
    if (!("owner" in one && "parameter" in one && "symbol" in one)) return one;
    const { symbol, name, ...short } = one as ParameterReference; // only these have all three
    return short;
  }) as ShortReferences<T>; // `mapped` changes nothing but the references
}

function withoutGeometry<T>(value: T): T {
  return mapped(value, (one) => {
    if (!("geometry" in one)) return one;
    const { geometry, ...rest } = one;
    return rest;
  }) as T; // an absent geometry is a geometry that is not known
}

function mapped(value: unknown, change: (one: object) => object): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(change(value)).map(([key, one]) => [key, mapped(one, change)]));
}

function aftermathJson(report: AftermathReport) {
  if (report.kind === "unknown") {
    const { kind, reason, openIssues } = report;
    return { kind, reason, openIssues };
  }
  const ids = idsOf(report.conflict);
  const { levers, withheld, states, settlementHolds, equilibria, unknowns } = report;
  return {
    kind: report.kind,
    levers,
    withheld,
    states,
    settlementHolds,
    parties: report.parties.map((party) => partyJson(party, ids)),
    firstDefection: defectionJson(report.firstDefection, ids),
    robustness: defectionJson(report.robustness, ids),
    coalitions: report.coalitions.map((one) => coalitionJson(one, ids)),
    hollowSanctions: report.hollowSanctions.map(({ move, ifActed }) => ({
      move: moveJson(move, ids),
      ifActed: ifActed.map(({ parties, acts, against }) => ({
        parties: parties.map(ids.party),
        acts: movesJson(acts, ids),
        against: movesJson(against, ids),
      })),
    })),
    leadsTo: report.leadsTo.map((route) => pathJson(route, ids)),
    equilibria,
    unknowns,
  };
}

function partyJson({ party, stable, temptations, needs }: AftermathFindings["parties"][number], ids: Ids) {
  return {
    party: ids.party(party),
    stable,
    temptations: temptations?.map((one) => verdictJson(one, ids)),
    needs: needs && needsJson(needs, ids),
  };
}
