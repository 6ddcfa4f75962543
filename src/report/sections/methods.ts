import type { Analysis } from "#analysis";
import type { Answer } from "#prelude";
import type { Section, Text } from "../document/document.ts";
import { definitions } from "../words/definitions.ts";
import { counted, roundingWords } from "../words/format-number.ts";
import type { Companions } from "./page-sections.ts";
import type { ReportContext } from "./report-context.ts";

/** How the numbers were made: definitions, arithmetic, seeds. */
export function methodsSection(context: ReportContext, companions: Companions = { claims: [] }): Section {
  const { analysis } = context;
  const seeds = seedsOf(analysis, companions);
  const rounded = analysis.parties.filter((party) => party.arithmetic !== "exact");
  return {
    id: "methods",
    title: "Methods and definitions",
    answer: [
      "Values are added up in whole numbers, scaled once a party; every answer says whether it is exact, bounded, an estimate or not known. ",
      seeds.length === 0
        ? "Nothing here was drawn at random."
        : `Estimates were drawn from ${counted(seeds.length, "seed")}: ${seeds.join(", ")}.`,
    ],
    blocks: [
      ...(rounded.length > 0
        ? [
            {
              kind: "list" as const,
              items: rounded.map(
                (party): Text => [
                  context.names.party(party.id),
                  `: ${party.arithmetic === "exact" ? "exact" : roundingWords(party.arithmetic.roundingError)}. A verdict that falls inside that error is given as bounded.`,
                ],
              ),
            },
          ]
        : []),
      {
        kind: "table",
        caption: "Definitions used in this report",
        columns: [
          { title: "Term", align: "start" },
          { title: "Meaning", align: "start", long: true },
        ],
        rows: definitions.map(({ term, meaning }) => [term, meaning]),
      },
    ],
  };
}

/** The seeds of everything that was drawn, in rising order. */
export function seedsOf(analysis: Analysis, { claims, robustness, durability }: Companions): number[] {
  const found = new Set<number>();
  const look = (answer: Answer<unknown> | undefined) => {
    if (answer?.status === "estimate") found.add(answer.seed);
  };
  look(analysis.settlements);
  look(analysis.settlementsWithoutDefinitionalRules);
  look(analysis.agreementZone.exists);
  look(analysis.agreementZone.count);
  for (const party of analysis.parties) look(party.ideal);
  for (const solution of Object.values(analysis.solutions)) for (const point of solution.points) look(point.ties);
  for (const price of analysis.redLinePrices) look(price.zoneWithout);
  for (const { shareOfDraws } of claims) if (shareOfDraws) found.add(shareOfDraws.seed);
  if (robustness) found.add(robustness.seed);
  if (durability?.durability.status === "judged" && durability.durability.draws.n > 0)
    found.add(durability.durability.draws.seed);
  return [...found].sort((a, b) => a - b);
}
