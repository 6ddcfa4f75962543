import type { Analysis, Solution } from "#analysis";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { countWords } from "../words/answer-words.ts";
import { fixed, points, signedPoints } from "../words/format-number.ts";
import { judgedParties, type ReportContext } from "./report-context.ts";

export function solutionEntries({ solutions }: Analysis) {
  return [
    {
      id: "nash-bargaining",
      title: "Nash bargaining",
      solution: solutions.nashBargaining,
      value: "product of surpluses",
    },
    { id: "kalai-smorodinsky", title: "Kalai-Smorodinsky", solution: solutions.kalaiSmorodinsky, value: "least ratio" },
    { id: "egalitarian", title: "Egalitarian", solution: solutions.egalitarian, value: "least surplus" },
    { id: "utilitarian", title: "Utilitarian", solution: solutions.utilitarian, value: "sum of utilities" },
  ] as const;
}

/** Four ways to choose from the agreement zone, each with all its ties. They disagree; none is the answer. */
export function solutionsSection(context: ReportContext): Section | undefined {
  if (context.names.judged.length === 0) return undefined;
  const { analysis } = context;
  const entries = solutionEntries(analysis);
  const parties = judgedParties(context);
  const found = entries.filter(({ solution }) => solution.points.length > 0);
  return {
    id: "solutions",
    title: "Bargaining solutions",
    answer:
      found.length === 0
        ? "No solution is named: the agreement zone holds no settlement to choose from."
        : "Four rules choose from the agreement zone. Each weighs the parties in its own way, and none of them is a recommendation.",
    blocks: [
      {
        kind: "table",
        caption: "What each solution gives each party, and its surplus over the reservation value, in points",
        columns: [
          { title: "Solution", align: "start" },
          ...parties.map((party) => ({ title: context.names.party(party.id), align: "end" as const })),
          { title: "Status", align: "start", long: true },
        ],
        rows: entries.flatMap(({ title, solution, value }): (readonly Text[])[] =>
          solution.points.length === 0
            ? [[title, ...parties.map(() => "none"), statusWords(context, solution, value)]]
            : solution.points.map((point, index) => [
                solution.points.length > 1 ? `${title} (${index + 1} of ${solution.points.length} tied)` : title,
                ...parties.map(
                  (party) =>
                    `${points(point.utilities[party.id] ?? 0, party.scale)} (${signedPoints(point.surplus[party.id] ?? 0, party.scale)})`,
                ),
                [...statusWords(context, solution, value), `; settlements behind it: ${countWords(point.ties)}`],
              ]),
        ),
      },
      ...compositions(context, found),
    ],
  };
}

function statusWords(context: ReportContext, solution: Solution, criterion: string): readonly Inline[] {
  const { names } = context;
  const scale = Math.max(...judgedParties(context).map((party) => party.scale));
  const shown = (value: number) => (criterion === "least ratio" ? fixed(value, 3) : points(value, scale));
  const value = solution.value === undefined ? "" : `; ${criterion} ${shown(solution.value)}`;
  const bound = solution.bound === undefined ? "" : `, at most ${shown(solution.bound)}`;
  const reason = solution.reason ? `: ${solution.reason}` : "";
  const leftOut: readonly Inline[] =
    solution.leftOut && solution.leftOut.length > 0
      ? ["; left out, having nothing to gain: ", ...series(solution.leftOut.map((party) => names.party(party)))]
      : [];
  return [`${solution.status}${reason}${value}${bound}`, ...leftOut];
}

/** What the solutions settle, in words: where all agree, and who differs how. The page says it as a table. */
function chosen(
  { scenario, names }: ReportContext,
  found: readonly { readonly title: string; readonly solution: Solution }[],
): Block[] {
  const items = scenario.agenda.issues.map((issue): readonly Inline[] => {
    const by = new Map<string, string[]>();
    for (const { title, solution } of found) {
      const option = exampleOf(solution)?.[issue.id];
      if (option !== undefined) by.set(option, [...(by.get(option) ?? []), title]);
    }
    const choices = [...by].map(([option, titles]): readonly Inline[] => [
      names.option(issue.id, option),
      ...(by.size > 1 ? [` (${titles.join(", ")})`] : []),
    ]);
    return [names.issue(issue.id), ": ", ...choices.flatMap((one, index) => (index > 0 ? ["; ", ...one] : one))];
  });
  return [
    {
      kind: "paragraph",
      text: `What ${found.length > 1 ? "they settle, the same in all where no name stands" : "it settles"} (one settlement behind each):`,
    },
    { kind: "list", items },
  ];
}

function exampleOf(solution: Solution) {
  return solution.points[0]?.examples[0] ?? solution.points[0]?.settlement;
}

/** What the solutions choose, issue by issue: one example behind each. */
function compositions(
  context: ReportContext,
  found: readonly { readonly title: string; readonly solution: Solution }[],
): Block[] {
  const { scenario, names } = context;
  if (found.length === 0) return [];
  return [
    {
      kind: "details",
      summary: "What each solution chooses, issue by issue (one settlement behind each)",
      inText: chosen(context, found),
      body: [
        {
          kind: "table",
          caption: "The option each solution takes on each issue",
          columns: [
            { title: "Issue", align: "start" },
            ...found.map(({ title }) => ({ title, align: "start" as const })),
          ],
          rows: scenario.agenda.issues.map((issue) => [
            names.issue(issue.id),
            ...found.map(({ solution }): Text => {
              const option = exampleOf(solution)?.[issue.id];
              return option === undefined ? "" : names.option(issue.id, option);
            }),
          ]),
        },
      ],
    },
  ];
}
