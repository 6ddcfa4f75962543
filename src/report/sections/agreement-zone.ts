import type { AgreementZone, Frontier, FrontierPoint } from "#analysis";
import { type Answer, unreachable } from "#prelude";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { answerWords, countWords, isExactly } from "../words/answer-words.ts";
import { count, points } from "../words/format-number.ts";
import { frontierFigure } from "./frontier-figure.ts";
import { opposedPairs } from "./opposed-pairs.ts";
import { judgedParties, type ReportContext } from "./report-context.ts";
import { zoneContent } from "./zone-content.ts";

/** A frontier of more points than this is a chart's matter, not a list's. */
const listedInText = 20;

/** Whether a deal exists, how many, how sure, and what the efficient ones are worth. */
export function agreementZoneSection(context: ReportContext): Section {
  const { analysis, names } = context;
  if (names.judged.length === 0) return settlementsSection(context);
  const { agreementZone, settlements, settlementsWithoutDefinitionalRules: all, frontier } = analysis;
  const same = JSON.stringify(settlements) === JSON.stringify(all);
  return {
    id: "agreement-zone",
    title: "The agreement zone",
    answer: [zoneWords(agreementZone, settlements), ...leftOut(context)],
    blocks: [
      ...opposedPairs(context).flatMap((pair): Block[] => {
        const figure = frontierFigure(context, pair);
        return figure ? [figure] : [];
      }),
      ...frontierInText(context),
      ...zoneContent(context),
      {
        kind: "table",
        caption: "Settlements, counted",
        columns: [
          { title: "What", align: "start" },
          { title: "How many", align: "start" },
        ],
        rows: [
          ["Rule-abiding settlements", countWords(settlements)],
          ...(same ? [] : [["Without the definitional rules", countWords(all)]]),
          ["In the agreement zone", countWords(agreementZone.count)],
          ["Efficient utility vectors in the agreement zone", frontierWords(frontier)],
          ...(analysis.frontierBeforeReservations
            ? [["Efficient utility vectors before reservations", frontierWords(analysis.frontierBeforeReservations)]]
            : []),
          ["Certificate", certificateWords(context)],
        ],
      },
    ],
  };
}

/** A short frontier point by point, where no chart is drawn. */
function frontierInText(context: ReportContext): Block[] {
  const { analysis } = context;
  const frontier = analysis.frontierBeforeReservations ?? analysis.frontier;
  if (frontier.status === "unknown" || frontier.points.length === 0 || frontier.size > listedInText) return [];
  const parties = judgedParties(context);
  return [
    {
      kind: "details",
      summary: "The frontier, point by point",
      body: [frontierTable(context, frontier.points, parties)],
      inText: [frontierTable(context, frontier.points, parties)],
    },
  ];
}

function frontierTable(
  { analysis, names }: ReportContext,
  listed: readonly FrontierPoint[],
  parties: ReturnType<typeof judgedParties>,
): Block {
  return {
    kind: "table",
    caption: analysis.frontierBeforeReservations
      ? "The frontier before reservations, in points"
      : "The frontier: settlements that nobody can improve on without somebody losing, in points",
    columns: [
      { title: "Point", align: "start" },
      ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
    ],
    rows: listed.map((point, index) => [
      `${index + 1}`,
      ...parties.map((party) => points(point.utilities[party.id] ?? 0, party.scale)),
    ]),
  };
}

/** Without a sheet there is no agreement zone to speak of, only what the rules allow. */
function settlementsSection({ analysis }: ReportContext): Section {
  const { settlements, settlementsWithoutDefinitionalRules: all } = analysis;
  const same = JSON.stringify(settlements) === JSON.stringify(all);
  return {
    id: "agreement-zone",
    title: "Settlements",
    answer: `Settlements that the rules allow: ${countWords(settlements)}${same ? "" : `; without the definitional rules: ${countWords(all)}`}. Which of them all would accept is not judged.`,
    blocks: [],
  };
}

function zoneWords({ exists, count: size }: AgreementZone, settlements: Answer<string>): string {
  if (isExactly(exists, false))
    return "The agreement zone is empty: none of the rule-abiding settlements has the consent of all.";
  if (isExactly(exists, true)) return sizeWords(size, settlements);
  return `Whether the agreement zone is empty: ${answerWords(exists, (yes) => (yes ? "it is not" : "it is"))}.`;
}

/** Who must consent and is not asked here, having no sheet. */
function leftOut({ names }: ReportContext): readonly Inline[] {
  if (names.unjudged.length === 0) return [];
  return [
    " The consent of ",
    ...series(names.unjudged.map((party) => names.party(party))),
    " is left out for want of a sheet.",
  ];
}

function sizeWords(zone: Answer<string>, all: Answer<string>): string {
  if (zone.status === "exact" && all.status === "exact")
    return `The agreement zone holds ${count(zone.value)} of the ${count(all.value)} settlements that the rules allow. Both counts are exact.`;
  return `The agreement zone is not empty. Settlements in it: ${countWords(zone)}. Settlements that the rules allow: ${countWords(all)}.`;
}

function frontierWords(frontier: Frontier): string {
  switch (frontier.status) {
    case "exact":
      return `${count(String(frontier.size))} (exact)`;
    case "bounded":
      return `${count(String(frontier.size))} listed (bounded: every other is within the stated distance of one)`;
    case "unknown":
      return `not known: ${frontier.reason}`;
    default:
      return unreachable(frontier);
  }
}

function certificateWords({ analysis }: ReportContext): Text {
  const { certificate } = analysis.agreementZone;
  if (!certificate) return "none";
  return certificate.kind === "witness"
    ? "a settlement that every consenting party accepts; it can be checked with integer arithmetic"
    : "a proof that covers every settlement; it can be checked with integer arithmetic";
}
