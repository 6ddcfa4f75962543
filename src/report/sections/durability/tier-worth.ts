import { evaluate, type IssueId, isSettlement, type Tier } from "#model";
import { add, rational, toNumber } from "#prelude";
import type { Block, Text } from "../../document/document.ts";
import { points } from "../../words/format-number.ts";
import { isEstimate, judgedParties } from "../report-context.ts";
import type { DurabilityContext } from "./durability-context.ts";

/**
 * What each tier is worth to each party: the points of the issues that decide it, as chosen. Of a package that leaves
 * issues open, or where nobody has a sheet, nothing is said.
 */
export function tierWorth(context: DurabilityContext): readonly Block[] {
  const { scenario, choices, names } = context;
  const { agenda, map, sheets } = scenario;
  const parties = judgedParties(context);
  if (!map || parties.length === 0 || !isSettlement(agenda, choices)) return [];
  const worth = new Map(
    parties.map(({ id }) => {
      const sheet = sheets.find(({ party }) => party === id)!; // a judged party has one
      return [id, evaluate(sheet, choices, agenda.asOf).byIssue] as const;
    }),
  );
  const rows = map.tiers.map((tier): readonly Text[] => [
    { kind: "name", text: tier.name },
    ...parties.map(({ id, scale }): Text => {
      const none = rational(0n, 1n);
      const sum = issuesOf(tier).reduce((total, issue) => add(total, worth.get(id)?.[issue] ?? none), none);
      return points(toNumber(sum), scale);
    }),
  ]);
  const estimates = parties.some(({ id }) => isEstimate(context, id));
  return [
    {
      kind: "table",
      caption: `What each tier is worth to each party as chosen, in points: the issues that decide it, without linkages between issues${estimates ? " (this analyst’s estimates)" : ""}`,
      columns: [
        { title: "Tier", align: "start" },
        ...parties.map(({ id }) => ({ title: names.party(id), align: "end" as const })),
      ],
      rows,
    },
  ];
}

function issuesOf(tier: Tier): readonly IssueId[] {
  switch (tier.kind) {
    case "demilitarised-zone":
      return [tier.depth, ...(tier.patrol === undefined ? [] : [tier.patrol])];
    case "forces":
      return tier.limits;
    case "presence":
      return [tier.issue, ...tier.limits];
  }
}
