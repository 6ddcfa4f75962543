import { type Block, possessive, type Section } from "../document/document.ts";
import { bars } from "../plots/bars.ts";
import { points } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { refusedByWords, refusingParties } from "../words/refusal-words.ts";
import { builtOnPresented } from "./built-on.ts";
import { partySlot } from "./party-marks.ts";
import type { ReportContext } from "./report-context.ts";

/** Why each refusing party is short of the presented package, ranked by issue. */
export function shortfallSection(context: ReportContext): Section | undefined {
  const { scenario, analysis, names } = context;
  const presented = presentedPackage(scenario, analysis);
  if (!presented || presented.report.refusedBy.length === 0) return undefined;
  const { report } = presented;
  return {
    id: "shortfall",
    title: "Where the refusing parties fall short",
    answer: [...names.packageInText(presented.id), " is refused: ", ...refusedByWords(report, names), "."],
    blocks: [
      ...refusingParties(report).flatMap((party): Block[] => {
        const rows = (report.shortfallByIssue[party] ?? []).filter((row) => row.points > 0);
        const scale = names.scale(party);
        if (rows.length === 0) return [];
        const total = rows.reduce((sum, row) => sum + row.points, 0);
        const label = partyLabel(context, party);
        return [
          {
            kind: "figure",
            sentence: [
              names.party(party),
              ` gives up ${points(total, scale)} points against its best option on every issue`,
              rows.length > 2 ? `, ${points(rows[0]!.points + rows[1]!.points, scale)} of them on the first two.` : ".",
            ],
            draw: (width, id) =>
              bars({
                id,
                width,
                title: `What each issue falls short of ${label}’s best option there`,
                description: `${rows.length} bars, largest first.`,
                axis: `shortfall to ${label}, points of ${scale}`,
                slot: partySlot(context, party),
                rows: rows.map((row) => ({
                  label: issueName(context, row.issue),
                  detail: optionName(context, row.issue, row.option),
                  value: row.points,
                  shown: points(row.points, scale),
                })),
              }),
            table: {
              kind: "table",
              caption: [
                "What each issue falls short of ",
                ...possessive(names.party(party)),
                " best option there, largest first",
              ],
              columns: [
                { title: "Issue", align: "start" },
                { title: "Option in the package", align: "start" },
                { title: "Points short", align: "end" },
              ],
              rows: rows.map((row) => [
                names.issue(row.issue),
                names.option(row.issue, row.option),
                points(row.points, scale),
              ]),
            },
          },
        ];
      }),
      ...builtOnPresented(context),
    ],
  };
}

function partyLabel({ analysis }: ReportContext, id: string): string {
  return analysis.parties.find((party) => party.id === id)?.name ?? id;
}

export function issueName({ scenario }: ReportContext, id: string): string {
  return scenario.agenda.issues.find((issue) => issue.id === id)?.name ?? id;
}

export function optionName({ scenario }: ReportContext, issue: string, option: string): string {
  const found = scenario.agenda.issues.find((one) => one.id === issue);
  return found?.options.find((one) => one.id === option)?.name ?? option;
}
