import type { RedLinePrice } from "#analysis";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";
import { dotRows } from "../plots/dot-rows.ts";
import { answerWords } from "../words/answer-words.ts";
import { fixed, signedPoints } from "../words/format-number.ts";
import { partyMarks } from "./party-marks.ts";
import { judgedParties, type ReportContext } from "./report-context.ts";

/** What each enforced line or floor costs: what would be gained without it. */
export function redLinePricesSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
  const prices = analysis.redLinePrices;
  if (prices.length === 0) return undefined;
  const empty = analysis.agreementZone.exists.status === "exact" && !analysis.agreementZone.exists.value;
  const opening = prices.filter((price) => empty && price.zoneWithout.status === "exact" && price.zoneWithout.value);
  const dearest = [...prices].sort((a, b) => total(b) - total(a))[0]!;
  const answer: Text = empty
    ? opening.length > 0
      ? [
          "Without ",
          ...series(
            opening.map((price) => names.constraint(price.constraint)),
            "or",
          ),
          " alone the agreement zone would open.",
        ]
      : "No single line or floor opens the agreement zone."
    : total(dearest) > 1e-9
      ? [
          "The dearest is ",
          ...names.constraint(dearest.constraint),
          `: without it the parties’ best results in the agreement zone would rise by ${signedPoints(total(dearest)).replace("+", "")} points together.`,
        ]
      : "No line or floor alone lowers any party’s best result in the agreement zone.";
  return {
    id: "red-line-prices",
    title: "What each red line costs",
    answer,
    blocks: prices.some((price) => total(price) > 1e-9) ? [figure(context, prices)] : [table(context, prices)],
  };
}

function figure(context: ReportContext, prices: readonly RedLinePrice[]): Block {
  const costly = prices.filter((price) => total(price) > 1e-9);
  return {
    kind: "figure",
    sentence: [
      "Each mark shows how much a party’s best settlement in the agreement zone would gain if that line alone were set aside.",
      prices.length > costly.length ? " Lines that cost nobody anything are left to the table." : "",
    ],
    undrawn: "",
    draw: (width, id) =>
      dotRows({
        id,
        width,
        title: "What each party’s best settlement would gain without each line",
        description: "One row a red line or floor, one mark a party.",
        axis: "gain in the party’s best settlement, points",
        series: partyMarks(context),
        rows: costly.map((price) => ({
          label: plainText(context.names.constraint(price.constraint)),
          values: price.idealGain,
        })),
      }),
    table: table(context, prices),
  };
}

function table(context: ReportContext, prices: readonly RedLinePrice[]) {
  const { names } = context;
  const parties = judgedParties(context);
  return {
    kind: "table" as const,
    caption: "Gain without each line or floor: each party’s best in the agreement zone, in points, and the solutions",
    columns: [
      { title: "Without", align: "start" as const },
      ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
      { title: "Effect", align: "start" as const, long: true },
    ],
    rows: prices.map((price) => [
      names.constraint(price.constraint),
      ...parties.map((party) =>
        price.idealGain[party.id] === undefined ? "none" : signedPoints(price.idealGain[party.id] ?? 0, party.scale),
      ),
      effectWords(price),
    ]),
  };
}

function effectWords(price: RedLinePrice): readonly Inline[] {
  const { utilitarian, egalitarian, nashProductRatio } = price.gain;
  const moved = (value: number | undefined): value is number => value !== undefined && Math.abs(value) > 1e-9;
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

function total(price: RedLinePrice): number {
  return Object.values(price.idealGain).reduce((sum, gain) => sum + gain, 0);
}
