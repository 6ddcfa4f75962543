import type { PackageReport } from "#analysis";
import { type Section, series, type Table, type Text } from "../document/document.ts";
import { dotRows } from "../plots/dot-rows.ts";
import { counted, points, signedPoints } from "../words/format-number.ts";
import { verdictWords } from "../words/refusal-words.ts";
import { laterPackages } from "./later-packages.ts";
import { partyMarks } from "./party-marks.ts";
import { judgedParties, type ReportContext } from "./report-context.ts";

/** Every named package: what it is worth to whom, who refuses it and why. */
export function packagesSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
  const reports = Object.entries(analysis.packages);
  if (reports.length === 0) return undefined;
  const accepted = reports.filter(([, report]) => accepts(report));
  const parties = judgedParties(context);
  const later = laterPackages(context.scenario, context.scenario.packages);
  const sentence: Text = [
    "Left of the line a party is below its reservation value. ",
    "A package right of it for every party may still be refused by a red line or a floor.",
  ];
  return {
    id: "packages",
    title: "Named packages",
    answer:
      accepted.length === 0
        ? reports.length === 1
          ? `The one named package does not have the consent of ${names.all}.`
          : `None of the ${counted(reports.length, "named package")} has the consent of ${names.all}.`
        : [
            `${accepted.length} of ${counted(reports.length, "named package")} ${accepted.length === 1 ? "has" : "have"} the consent of ${names.all}: `,
            ...series(accepted.map(([id]) => names.packageInText(id))),
            ".",
          ],
    blocks: [
      {
        kind: "figure",
        sentence,
        undrawn: "",
        draw: (width, id) =>
          dotRows({
            id,
            width,
            title: "Surplus of each party in each named package",
            description: "One row a package, one mark a party; the line at zero is every party’s reservation value.",
            axis: "surplus over the reservation value, points",
            zeroLabels: ["short", "above"],
            series: partyMarks(context),
            rows: reports.map(([, report]) => ({ label: report.name, values: report.surplus })),
          }),
        table: packagesTable(context, reports, parties),
        open: true,
      },
      ...(later ? [{ kind: "paragraph" as const, tone: "note" as const, text: later }] : []),
      ...declaredLines(context, reports),
    ],
  };
}

function accepts(report: PackageReport): boolean {
  return report.complete && report.refusedBy.length === 0 && report.rulesBroken.length === 0;
}

function packagesTable(
  { names }: ReportContext,
  reports: readonly (readonly [string, PackageReport])[],
  parties: ReturnType<typeof judgedParties>,
): Table {
  return {
    kind: "table",
    caption: "Value of each package to each party, and its surplus over the reservation value, in points",
    columns: [
      { title: "Package", align: "start" },
      ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
      { title: "Verdict", align: "start", long: true },
    ],
    rows: reports.map(([id, report]) => [
      names.package(id),
      ...parties.map((party): Text => {
        const value = report.utilities[party.id];
        const surplus = report.surplus[party.id];
        if (value === undefined) return "open";
        const words = points(value, party.scale);
        return surplus === undefined ? words : `${words} (${signedPoints(surplus, party.scale)})`;
      }),
      verdictWords(report, names),
    ]),
  };
}

/** Declared lines are reported, not enforced: which packages would cross which. */
function declaredLines(
  { names }: ReportContext,
  reports: readonly (readonly [string, PackageReport])[],
): Section["blocks"] {
  const crossing = reports.filter(([, report]) => report.declaredLinesCrossed.length > 0);
  if (crossing.length === 0) return [];
  const lines = new Map<
    string,
    { readonly line: PackageReport["declaredLinesCrossed"][number]; readonly by: string[] }
  >();
  for (const [id, report] of crossing) {
    for (const line of report.declaredLinesCrossed) {
      const key = `${line.party} ${line.line}`;
      const entry = lines.get(key) ?? { line, by: [] };
      entry.by.push(id);
      lines.set(key, entry);
    }
  }
  return [
    { kind: "paragraph", tone: "note", text: "Declared lines are reported, not enforced:" },
    {
      kind: "list",
      items: [...lines.values()].map(
        ({ line, by }): Text => [
          ...names.constraint({ kind: "line", party: line.party, line: line.line }),
          line.undated ? " (undated)" : "",
          " is crossed by ",
          // names may hold commas of their own
          ...series(by.map((id) => names.packageInText(id))),
          ".",
        ],
      ),
    },
  ];
}
