import { type Block, type Inline, type Section, series } from "../document/document.ts";
import { counted } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** Options that no rule-abiding settlement, or no settlement of the agreement zone, contains. */
export function deadOptionsSection({ scenario, analysis, names }: ReportContext): Section | undefined {
  const { byRules, inZone } = analysis.deadOptions;
  if (byRules.length + inZone.length === 0) return undefined;
  const grouped = scenario.agenda.issues.flatMap((issue) => {
    const dead = inZone.filter((one) => one.issue === issue.id);
    if (dead.length === 0) return [];
    return [
      [
        names.issue(issue.id),
        ": ",
        ...series(
          dead.map((one): readonly Inline[] => [
            names.option(one.issue, one.option),
            one.why === "line" ? " (a line or floor)" : " (value)",
          ]),
        ),
      ],
    ];
  });
  return {
    id: "dead-options",
    title: "Dead options",
    answer: [
      inZone.length > 0
        ? `${counted(inZone.length, "option")} ${inZone.length === 1 ? "is" : "are"} in no settlement of the agreement zone, ruled out by a line or by value.`
        : "Every option the rules allow is in some settlement of the agreement zone.",
      byRules.length > 0
        ? ` ${counted(byRules.length, "option")} ${byRules.length === 1 ? "is" : "are"} ruled out by the rules alone.`
        : "",
    ],
    blocks: [
      ...(grouped.length > 0 ? [{ kind: "list", items: grouped } satisfies Block] : []),
      ...(byRules.length > 0
        ? [
            {
              kind: "list",
              items: byRules.map((one) => [...names.choice(one.issue, one.option), " (rules)"]),
            } satisfies Block,
          ]
        : []),
    ],
  };
}
