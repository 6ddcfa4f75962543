import type { Analysis } from "#analysis";

/** The parts of an answer, as the catalogue names them, that may be less than exact. */
export type AnswerPart =
  | "frontier"
  | "exists"
  | "settlements"
  | "count"
  | "solutions"
  | "ties"
  | "unlocks"
  | "conflicts"
  | "weights"
  | "prices"
  | "ideals";

export type NotExact = { readonly part: AnswerPart; readonly status: "bounded" | "estimate" | "unknown" };

type Status = "exact" | NotExact["status"];

/** Which parts of the answer are not exact, each by the least sure of what it holds. All others are. */
export function notExact(analysis: Analysis): readonly NotExact[] {
  const { agreementZone, solutions, packages } = analysis;
  const unlocks = [
    ...Object.values(packages).map(({ packageUnlocks }) => packageUnlocks),
    ...Object.values(analysis.readAsWeights?.packages ?? {}).flatMap(({ packageUnlocks }) => packageUnlocks ?? []),
  ];
  const found: Readonly<Record<AnswerPart, readonly Status[]>> = {
    frontier: [(analysis.frontierBeforeReservations ?? analysis.frontier).status],
    exists: [agreementZone.exists.status],
    settlements: [analysis.settlements.status, analysis.settlementsWithoutDefinitionalRules.status],
    count: [agreementZone.count.status],
    solutions: Object.values(solutions).map(({ status }) => (status === "empty" ? "exact" : status)),
    ties: Object.values(solutions).flatMap(({ points }) => points.map(({ ties }) => ties.status)),
    unlocks: unlocks.map(({ status }) => (status === "none" || status === "not-needed" ? "exact" : status)),
    conflicts: [analysis.conflicts.status, analysis.zoneUnlocks.status],
    weights: analysis.readAsWeights ? [analysis.readAsWeights.exists.status] : [],
    prices: analysis.redLinePrices.map(({ zoneWithout }) => zoneWithout.status),
    ideals: analysis.parties.flatMap(({ ideal }) => ideal?.status ?? []),
  };
  const parts = Object.keys(found) as AnswerPart[]; // the record's own keys
  return parts.flatMap((part) => {
    const status = (["unknown", "estimate", "bounded"] as const).find((one) => found[part].includes(one));
    return status ? [{ part, status }] : [];
  });
}
