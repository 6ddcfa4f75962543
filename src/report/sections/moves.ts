import type { Block, Section } from "../document/document.ts";
import { signedPoints } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { refusingParties } from "../words/refusal-words.ts";
import { judgedParties, type ReportContext } from "./report-context.ts";

/** The single changes that raise a refusing party most, whoever thought of them, with their cost to the others. */
export function movesSection(context: ReportContext): Section | undefined {
  const { scenario, analysis, names } = context;
  const presented = presentedPackage(scenario, analysis);
  if (!presented) return undefined;
  const moves = presented.report.moves;
  const refusing = refusingParties(presented.report).filter((party) => (moves[party] ?? []).length > 0);
  const [first] = refusing;
  const largest = first === undefined ? undefined : moves[first]?.[0];
  if (first === undefined || !largest) return undefined;
  const parties = judgedParties(context);
  return {
    id: "moves",
    title: "What moves the refusing parties most",
    answer: [
      "The single change that moves ",
      names.party(first),
      " most is ",
      ...names.choice(largest.issue, largest.option),
      ` (${signedPoints(largest.change[first] ?? 0, names.scale(first))} points).`,
    ],
    blocks: refusing.map(
      (party): Block => ({
        kind: "table",
        caption: ["Single changes that raise ", names.party(party), " most: change in each party’s value, in points"],
        columns: [
          { title: "Change", align: "start" },
          ...parties.map((one) => ({ title: names.party(one.id), align: "end" as const })),
        ],
        rows: (moves[party] ?? [])
          .slice(0, 8)
          .map((move) => [
            names.choice(move.issue, move.option),
            ...parties.map((one) => signedPoints(move.change[one.id] ?? 0, one.scale)),
          ]),
      }),
    ),
  };
}
