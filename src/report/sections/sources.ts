import type { Scenario } from "#model";
import { type Inline, type Section, series, type Text } from "../document/document.ts";
import { counted } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** Where the facts and judgements come from, who pays for those places, and how the sources stand. */
export function sourcesSection({ scenario }: ReportContext): Section | undefined {
  const { sources } = scenario.agenda;
  if (sources.length === 0) return undefined;
  const doubtful = sources.filter((source) => source.status === "contested" || source.status === "debunked");
  const silent = sources.filter((source) => /^(not stated)?$/i.test(source.funding.trim())).length;
  return {
    id: "sources",
    title: "Sources",
    answer: [
      ...statusSentence(sources.length, doubtful),
      silent === 0 ? "" : ` ${silent} ${silent === 1 ? "does" : "do"} not state a funding or interest.`,
    ],
    blocks: [
      {
        kind: "table",
        caption: "Each source with its publisher’s declared funding or interest",
        columns: [
          { title: "Source", align: "start" },
          { title: "Publisher and date", align: "start" },
          { title: "Kind", align: "start" },
          { title: "Declared funding or interest", align: "start", long: true },
          { title: "Status", align: "start" },
          { title: "Judgements", align: "end" },
        ],
        rows: sources.map((source): readonly Text[] => [
          [
            { kind: "anchor", source: source.id },
            { kind: "name", text: source.title },
          ],
          [{ kind: "name", text: source.publisher }, ", ", { kind: "name", text: source.date }],
          source.kind,
          { kind: "name", text: source.funding },
          statusWords(source.status),
          String(citations(scenario, source.id)),
        ]),
      },
    ],
  };
}

function statusSentence(all: number, doubtful: Scenario["agenda"]["sources"]): readonly Inline[] {
  if (doubtful.length === 0) return [`${counted(all, "source")}; none is contested or debunked.`];
  return [
    `${counted(all, "source")}; `,
    ...series(doubtful.map((source): Text => [{ kind: "name", text: source.publisher }, ` (${source.status})`])),
    doubtful.length === 1 ? " is to be read with care." : " are to be read with care.",
  ];
}

function statusWords(status: string): Inline {
  return { kind: "badge", tone: status === "contested" || status === "debunked" ? "warning" : "plain", text: status };
}

/** How many judgements of the sheets cite the source themselves. */
function citations({ sheets }: Scenario, source: string): number {
  return sheets
    .flatMap((sheet) => [
      sheet.reservation.evidence,
      ...Object.values(sheet.issues).map((issue) => issue.evidence),
      ...sheet.linkages.map((linkage) => linkage.evidence),
      ...sheet.redLines.map((line) => line.evidence),
      ...sheet.floors.map((floor) => floor.evidence),
    ])
    .filter((evidence) => evidence.sources.includes(source)).length;
}
