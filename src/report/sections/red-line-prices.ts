import type { RedLinePrice } from "#analysis";
import { type Block, type Inline, type Section, series, type Table, type Text } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";
import { dotRows } from "../plots/dot-rows.ts";
import { answerWords, isExactly } from "../words/answer-words.ts";
import { fixed, points, signedPoints } from "../words/format-number.ts";
import { partyMarks } from "./party-marks.ts";
import { judgedParties, type ReportContext } from "./report-context.ts";

/** What each enforced line or floor costs: what would be gained without it. */
export function redLinePricesSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
  const prices = analysis.redLinePrices;
  if (prices.length === 0) return undefined;
  const empty = isExactly(analysis.agreementZone.exists, false);
  const priced = prices.filter((price) => !isFree(price, empty)).sort((a, b) => total(b) - total(a));
  const free = prices.filter((price) => isFree(price, empty));
  const drawn = priced.filter((price) => total(price) > 1e-9);
  return {
    id: "red-line-prices",
    title: "What each red line costs",
    answer: answer(context, prices, empty),
    blocks: [
      ...(drawn.length > 0 ? [figure(context, drawn, priced)] : priced.length > 0 ? [table(context, priced)] : []),
      ...(free.length > 0
        ? [
            {
              kind: "paragraph" as const,
              tone: "note" as const,
              text: [
                empty
                  ? "Without any one of these the agreement zone would stay empty: "
                  : "Setting aside any one of these would better nobody’s best settlement and no solution: ",
                ...names.constraints(free.map((price) => price.constraint)),
                ".",
              ],
            },
          ]
        : []),
    ],
  };
}

function answer({ names }: ReportContext, prices: readonly RedLinePrice[], empty: boolean): Text {
  const opening = prices.filter((price) => empty && isExactly(price.zoneWithout, true));
  const dearest = prices.reduce((a, b) => (total(b) > total(a) ? b : a));
  if (empty) {
    if (opening.length === 0) return "No single line or floor is known to open the agreement zone.";
    const which = series(
      opening.map((price): Text => names.constraint(price.constraint)),
      "or",
    );
    return ["Without ", ...which, " alone the agreement zone would open."];
  }
  if (total(dearest) <= 1e-9) return "No line or floor alone lowers any party’s best result in the agreement zone.";
  return [
    "The dearest is ",
    ...names.constraint(dearest.constraint),
    `: without it the parties’ best results in the agreement zone would rise by ${points(total(dearest))} points together.`,
  ];
}

function figure(context: ReportContext, drawn: readonly RedLinePrice[], priced: readonly RedLinePrice[]): Block {
  return {
    kind: "figure",
    sentence:
      "Each mark shows how much a party’s best settlement in the agreement zone would gain if that line alone were set aside.",
    undrawn: "",
    draw: (width, id) =>
      dotRows({
        id,
        width,
        title: "What each party’s best settlement would gain without each line",
        description: "One row a red line or floor, one mark a party.",
        axis: "gain in the party’s best settlement, points",
        series: partyMarks(context),
        rows: drawn.map((price) => ({
          label: plainText(context.names.constraint(price.constraint)),
          values: price.idealGain,
        })),
      }),
    table: table(context, priced),
  };
}

function table(context: ReportContext, prices: readonly RedLinePrice[]): Table {
  const { names } = context;
  const parties = judgedParties(context);
  return {
    kind: "table",
    caption: "Gain without each line or floor: each party’s best in the agreement zone, in points, and the solutions",
    columns: [
      { title: "Without", align: "start" },
      ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
      { title: "Effect", align: "start", long: true },
    ],
    rows: prices.map((price) => [
      names.constraintWithId(price.constraint),
      ...parties.map((party) =>
        price.idealGain[party.id] === undefined ? "none" : signedPoints(price.idealGain[party.id] ?? 0, party.scale),
      ),
      effectWords(price),
    ]),
  };
}

function effectWords(price: RedLinePrice): readonly Inline[] {
  const { utilitarian, egalitarian, nashProductRatio } = price.gain;
  const parts = [
    `agreement zone without it: ${answerWords(price.zoneWithout, (yes) => (yes ? "not empty" : "empty"))}`,
    ...(price.countRatio === undefined
      ? []
      : [price.countRatio === 1 ? "no more settlements" : `${fixed(price.countRatio, 2)} times as many settlements`]),
    ...(moved(utilitarian) ? [`utilitarian sum ${signedPoints(utilitarian)}`] : []),
    ...(moved(egalitarian) ? [`egalitarian least surplus ${signedPoints(egalitarian)}`] : []),
    ...(nashProductRatio !== undefined && moved(nashProductRatio - 1)
      ? [`Nash bargaining product × ${fixed(nashProductRatio, 2)}`]
      : []),
  ];
  return [parts.join("; ")];
}

/** Whether setting it aside changes nothing that is known: no ideal, no solution, and not whether a deal exists. */
function isFree(price: RedLinePrice, empty: boolean): boolean {
  const { utilitarian, egalitarian, nashProductRatio } = price.gain;
  if (!isExactly(price.zoneWithout, !empty)) return false;
  return !(
    Object.values(price.idealGain).some(moved) ||
    moved(utilitarian) ||
    moved(egalitarian) ||
    moved((nashProductRatio ?? 1) - 1) ||
    moved((price.countRatio ?? 1) - 1)
  );
}

function moved(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) > 1e-9;
}

function total(price: RedLinePrice): number {
  return Object.values(price.idealGain).reduce((sum, gain) => sum + gain, 0);
}
