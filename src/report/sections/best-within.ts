import type { PartySummary } from "#analysis";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { points, signedPoints } from "../words/format-number.ts";
import { isNarrowed } from "../words/restriction-words.ts";
import type { ReportContext } from "./report-context.ts";

/** A settlement with so many open issues or fewer is written out beside its party. */
const writtenAtMost = 8;

/** Each party's best among the settlements that the locks of this run leave; only when there are locks. */
export function bestWithinSection(context: ReportContext): Section | undefined {
  if (!isNarrowed(context)) return undefined;
  const { analysis, names, asked } = context;
  const parties = analysis.parties.filter((party) => party.reservation && party.range);
  if (parties.length === 0) return undefined;
  const best = new Map((asked?.best ?? []).map((one) => [one.party, one.settlement]));
  const estimates = parties.filter(({ sheet }) => sheet === "estimate");
  const open = openIssues(context);
  const beside = best.size > 0 && open.length > 0 && open.length <= writtenAtMost;
  return {
    id: "best-within",
    title: "Best within these locks",
    answer: [
      ...bestWords(context),
      " Red lines, floors and the other parties’ reservation values are left aside here.",
    ],
    blocks: [
      {
        kind: "table",
        caption: [
          "The most each party can reach by what this run left open, in points",
          ...(estimates.length > 0
            ? [
                "; the numbers for ",
                ...series(estimates.map(({ id }) => names.party(id))),
                " are this analyst’s estimates",
              ]
            : []),
        ],
        columns: [
          { title: "Party", align: "start" },
          { title: "Most", align: "end" },
          { title: "Reservation value", align: "end" },
          { title: "Surplus", align: "end" },
          { title: "Reservation value is", align: "start" },
          ...(beside ? [{ title: "With", align: "start" as const, long: true }] : []),
        ],
        rows: parties.map((party): readonly Text[] => [
          names.party(party.id),
          points(most(party), party.scale),
          points(needed(party), party.scale),
          signedPoints(most(party) - needed(party), party.scale),
          reaches(context, party)
            ? { kind: "verdict", is: "yes", text: "reached" }
            : { kind: "verdict", is: "no", text: "not reached" },
          ...(beside
            ? [
                open.flatMap((issue, at): readonly Inline[] => [
                  at > 0 ? "; " : "",
                  ...names.choice(issue, best.get(party.id)?.[issue] ?? ""),
                ]),
              ]
            : []),
        ]),
      },
      ...(best.size > 0 && open.length > writtenAtMost ? [settlements(context, open, parties)] : []),
    ],
  };
}

/** "Russia cannot reach its reservation value within these locks (at most 39.1 of the 56.0 it needs); Ukraine can." */
export function bestWords(context: ReportContext): readonly Inline[] {
  const { analysis, names } = context;
  const parties = analysis.parties.filter((party) => party.reservation && party.range);
  const short = parties.filter((party) => !reaches(context, party));
  const content = parties.filter((party) => reaches(context, party));
  if (parties.length === 0) return [];
  if (short.length === 0)
    return ["Within these locks each party by itself could reach its reservation value at its best settlement."];
  const bounds = (party: PartySummary): string =>
    `at most ${points(most(party), party.scale)} of the ${points(needed(party), party.scale)} it needs`;
  const [only] = short;
  return [
    ...(only && short.length === 1
      ? [names.party(only.id), ` cannot reach its reservation value within these locks (${bounds(only)})`]
      : [
          ...series(short.map((party): Text => [names.party(party.id), ` (${bounds(party)})`])),
          " cannot reach their reservation values within these locks",
        ]),
    ...(content.length === 0
      ? ["."]
      : [
          "; ",
          ...series(content.map((party) => names.party(party.id))),
          content.length === 1 ? " can." : " can, each at its own best.",
        ]),
  ];
}

function openIssues({ scenario, analysis }: ReportContext): readonly string[] {
  return scenario.agenda.issues.map(({ id }) => id).filter((id) => analysis.rules.locks[id] === undefined);
}

/** The settlements themselves, when they are too long to stand beside their party: one column a party. */
function settlements(
  { names, asked }: ReportContext,
  open: readonly string[],
  parties: readonly PartySummary[],
): Block {
  const best = (asked?.best ?? []).filter(({ party }) => parties.some(({ id }) => id === party));
  return {
    kind: "details",
    summary: "A best settlement for each party",
    body: [
      {
        kind: "table",
        caption: "What each party would choose on the issues left open (one of its best, if there are several)",
        columns: [
          { title: "Issue", align: "start" },
          ...best.map(({ party }) => ({ title: names.party(party), align: "start" as const })),
        ],
        rows: open.map((issue): readonly Text[] => [
          names.issue(issue),
          ...best.map(({ settlement }): Text => names.option(issue, settlement[issue] ?? "")),
        ]),
      },
    ],
  };
}

function most({ range }: PartySummary): number {
  return range?.most ?? 0;
}

function needed({ reservation }: PartySummary): number {
  return reservation?.mid ?? 0;
}

/** Up to rounding, and as the scenario treats equality. */
function reaches({ analysis }: ReportContext, party: PartySummary): boolean {
  const error = party.arithmetic === "exact" ? 1e-9 : party.arithmetic.roundingError;
  const surplus = most(party) - needed(party);
  return analysis.rules.tie === "accepts" ? surplus >= -error : surplus > error;
}
