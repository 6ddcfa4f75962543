import type { MutualVeto } from "#analysis";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { written } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** Candidates that every deciding party accepts, and which of those verdicts rest on a guess. */
export function mutualVetoSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
  if (analysis.mutualVeto.length === 0) return undefined;
  return {
    id: "mutual-veto",
    title: "Mutual-veto candidates",
    answer: analysis.mutualVeto.flatMap((list) => answerFor(list)),
    blocks: analysis.mutualVeto.map(
      (list): Block => ({
        kind: "table",
        caption: [
          { kind: "name", text: list.name },
          `: acceptability to each deciding party, 0 to 100; ${written(list.threshold)} or more accepts`,
        ],
        columns: [
          { title: "Candidate", align: "start" },
          ...list.deciding.map((party) => ({ title: names.party(party), align: "end" as const })),
          { title: "Verdict", align: "start", long: true },
        ],
        rows: list.candidates.map((candidate): readonly Text[] => [
          { kind: "name", text: candidate.name },
          ...list.deciding.map((party) => written(candidate.acceptability[party] ?? 0)),
          [
            candidate.passes
              ? { kind: "verdict", is: "yes", text: "passes" }
              : { kind: "verdict", is: "no", text: "vetoed" },
            ...(candidate.passes ? [] : [" by ", ...series(candidate.refusedBy.map((party) => names.party(party)))]),
            ...(candidate.restsOnGuess
              ? [" ", { kind: "badge", tone: "warning", text: "rests on a guess" } satisfies Inline]
              : []),
            ...(candidate.condition
              ? ["; condition: ", { kind: "name", text: candidate.condition } satisfies Inline]
              : []),
          ],
        ]),
      }),
    ),
  };
}

function answerFor(list: MutualVeto): readonly Inline[] {
  const passing = list.candidates.filter((candidate) => candidate.passes);
  const guesses = passing.filter((candidate) => candidate.restsOnGuess);
  const title: Inline = { kind: "name", text: list.name };
  if (passing.length === 0) return [title, ": no candidate passes with every deciding party. "];
  return [
    title,
    ": ",
    ...series(passing.map((candidate): Inline => ({ kind: "name", text: candidate.name }))),
    passing.length === 1 ? " passes" : " pass",
    " with every deciding party",
    ...(guesses.length > 0
      ? [
          "; the verdict on ",
          ...series(guesses.map((candidate): Inline => ({ kind: "name", text: candidate.name }))),
          " rests on a guess",
        ]
      : []),
    ". ",
  ];
}
