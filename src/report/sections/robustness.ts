import type { Influence, JudgementRef, Robustness } from "#analysis";
import { type Share, unreachable } from "#prelude";
import {
  type Block,
  type Document,
  type Inline,
  possessive,
  type Section,
  series,
  type Text,
} from "../document/document.ts";
import { bars } from "../plots/bars.ts";
import { dayWords } from "../words/day-words.ts";
import { counted, fixed, percent, signedPoints, written } from "../words/format-number.ts";
import type { Names } from "../words/names.ts";
import { judgedParties, type ScenarioContext } from "./report-context.ts";

/** Which conclusions survive when the judgements are drawn anew. */
export function robustnessSection(context: ScenarioContext, robustness: Robustness): Section {
  return {
    id: "robustness",
    title: "How much rests on the judgements",
    answer: robustnessAnswer(context, robustness),
    blocks:
      context.names.judged.length === 0
        ? []
        : [...acceptability(context, robustness), ...mattering(context, robustness), drawn(robustness)],
  };
}

/** The same by itself, for `entente robustness`. */
export function robustnessDocument(context: ScenarioContext, robustness: Robustness): Document {
  const section = robustnessSection(context, robustness);
  return {
    title: robustness.scenario.title,
    subtitle: dayWords("as of", robustness.scenario.asOf),
    answer: [section.answer],
    sections:
      section.blocks.length === 0
        ? []
        : [
            {
              ...section,
              answer: "Shares of draws measure how much rests on the judgements; they are no chances of agreement.",
            },
          ],
  };
}

function robustnessAnswer({ names }: ScenarioContext, { zone, draws }: Robustness): Text {
  if (names.judged.length === 0)
    return "No party that must consent has a preference sheet, so there is nothing to draw.";
  if (draws === 0) return "No draw of the judgements was made.";
  return [
    `Some settlement has the consent of ${names.all} in `,
    { kind: "strong", of: percent(zone.share) },
    ` of ${counted(draws, "draw")} of the judgements (95 % interval ${interval(zone)}).`,
    ...(names.unjudged.length === 0
      ? []
      : [" Left out for want of a sheet: ", ...series(names.unjudged.map((party) => names.party(party))), "."]),
  ];
}

function acceptability(context: ScenarioContext, robustness: Robustness): Block[] {
  const entries = Object.entries(robustness.packages);
  if (entries.length === 0) return [];
  const { names } = context;
  const parties = judgedParties(context);
  const best = entries.reduce((a, b) => (b[1].acceptedByAll.share > a[1].acceptedByAll.share ? b : a));
  // the bargaining solutions stand beside the named packages where they were judged too
  const named = new Set(context.scenario.packages.map(({ id }) => id));
  const both = entries.some(([id]) => named.has(id)) && entries.some(([id]) => !named.has(id));
  const kind = both ? "package or solution" : named.has(best[0]) ? "package" : "solution";
  const bestWords: readonly Inline[] =
    best[1].acceptedByAll.share === 0
      ? [`No named ${kind} has the consent of ${names.all} in any draw.`]
      : [
          `Of the named ${both ? "packages and the bargaining solutions" : `${kind}s`}, `,
          ...names.packageInText(best[0]),
          ` has the consent of ${names.all} most often, in ${percent(best[1].acceptedByAll.share)} of draws.`,
        ];
  return [
    {
      kind: "figure",
      sentence: [...bestWords, best[1].acceptedByAll.share === 0 ? "" : " Whiskers are 95 % intervals."],
      undrawn: bestWords,
      draw: (width, id) =>
        bars({
          id,
          width,
          title: `Share of draws in which each named ${kind} has the consent of all`,
          description: `One bar a ${kind}, with its 95 % interval.`,
          axis: "share of draws in which all accept, per cent",
          most: 100,
          rows: entries.map(([, one]) => ({
            label: one.name,
            value: one.acceptedByAll.share * 100,
            shown: percent(one.acceptedByAll.share),
            low: one.acceptedByAll.low * 100,
            high: one.acceptedByAll.high * 100,
          })),
        }),
      table: {
        kind: "table",
        caption: `Share of draws in which all, and each party, accept the ${kind}`,
        columns: [
          { title: "Package", align: "start" },
          { title: "All", align: "end" },
          ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
        ],
        rows: entries.map(([id, one]): readonly Text[] => [
          names.package(id),
          percent(one.acceptedByAll.share),
          ...parties.map((party): Text => {
            const share = one.acceptedBy[party.id];
            return share ? percent(share.share) : "open";
          }),
        ]),
      },
    },
    {
      kind: "table",
      caption: "Mean surplus over the reservation value in the draws, in points",
      pageOnly: true,
      columns: [
        { title: "Package", align: "start" },
        ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
      ],
      rows: entries.map(([id, one]): readonly Text[] => [
        names.package(id),
        ...parties.map((party): Text => {
          const surplus = one.meanSurplus[party.id];
          return surplus === undefined ? "open" : signedPoints(surplus, party.scale);
        }),
      ]),
    },
  ];
}

function mattering({ names }: ScenarioContext, { matters, packages, room }: Robustness): Block[] {
  const inPackages = Object.entries(packages).filter(([, one]) => one.matters.length > 0);
  return [
    ...(matters.length > 0 ? [influenceTable(names, matters.slice(0, 10), room)] : []),
    ...(inPackages.length > 0
      ? [
          {
            kind: "details" as const,
            summary: "What moves each named package most",
            body: [
              {
                kind: "table" as const,
                caption: "The judgements that explain most of how the package’s least surplus varies over the draws",
                columns: [
                  { title: "Package", align: "start" as const },
                  { title: "Judgements, with the share each explains", align: "start" as const, long: true },
                ],
                rows: inPackages.map(([id, one]): readonly Text[] => [
                  names.package(id),
                  series(
                    one.matters
                      .slice(0, 3)
                      .map((each): Text => [...judgementWords(each.judgement, names), ` (${percent(each.share)})`]),
                  ),
                ]),
              },
            ],
          },
        ]
      : []),
  ];
}

function influenceTable(names: Names, matters: readonly Influence[], room: Robustness["room"]): Block {
  return {
    kind: "table",
    caption: `The judgements that matter most to the room for agreement${roomWords(room)}`,
    columns: [
      { title: "Judgement", align: "start" },
      { title: "Explains", align: "end" },
      { title: "A larger number", align: "start" },
    ],
    rows: matters.map((one): readonly Text[] => [
      judgementWords(one.judgement, names),
      `${percent(one.share)} (${interval(one)})`,
      one.direction === "raises" ? "makes room" : "takes room away",
    ]),
  };
}

/** Nothing where no draw left a settlement to have room in. */
function roomWords({ low, median, high }: Robustness["room"]): string {
  if (![low, median, high].every(Number.isFinite)) return "";
  return `, which is ${signedPoints(median)} points in the middle draw (${signedPoints(low)} to ${signedPoints(high)} in nine of ten)`;
}

/** "Russia’s weight of Donbas". */
export function judgementWords(ref: JudgementRef, names: Names): readonly Inline[] {
  const whose = possessive(names.party(ref.party));
  switch (ref.kind) {
    case "reservation":
      return [...whose, " reservation value"];
    case "weight":
      return [...whose, " weight of ", names.issue(ref.issue)];
    case "value":
      return [...whose, " value of ", ...names.choice(ref.issue, ref.option)];
    case "combination":
      return names.linkage(ref.party, ref.linkage);
    case "cell":
      return [...names.linkage(ref.party, ref.linkage), ...cellWords(ref, names)];
    default:
      return unreachable(ref);
  }
}

function cellWords(ref: Extract<JudgementRef, { kind: "cell" }>, names: Names): readonly Inline[] {
  const linkage = names.sheet(ref.party)?.linkages.find((one) => one.id === ref.linkage);
  if (linkage?.kind !== "table") return [];
  return [": ", names.option(linkage.issue, ref.option), " given ", names.option(linkage.given, ref.given)];
}

function drawn({ seed, spread, draws }: Robustness): Block {
  return {
    kind: "paragraph",
    tone: "note",
    text: `${counted(draws, "draw")} from seed ${seed}. A judgement with a stated range is drawn evenly from it. A weight without one is multiplied by a log-normal factor with standard deviation ${written(spread.weightSigma)}; a value without one moves evenly by up to ${written(spread.value)} hundredths of its scale; a reservation value without one stays. Lines, rules and floors stay.`,
  };
}

function interval({ low, high }: Pick<Share, "low" | "high">): string {
  return `${fixed(low * 100, 1)} to ${percent(high)}`;
}
