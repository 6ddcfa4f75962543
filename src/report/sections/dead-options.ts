import type { Section } from "../document/document.ts";
import { isExactly } from "../words/answer-words.ts";
import { counted } from "../words/format-number.ts";
import { optionsByIssue } from "./options-by-issue.ts";
import type { ReportContext } from "./report-context.ts";

/** Options that no rule-abiding settlement, or no settlement of the agreement zone, contains. */
export function deadOptionsSection(context: ReportContext): Section | undefined {
  const { deadOptions, rules } = context.analysis;
  // what a lock of this run shuts out is no finding
  const byRules = deadOptions.byRules.filter((one) => rules.locks[one.issue] === undefined);
  // an empty agreement zone holds no option at all: its own section says so
  const empty = isExactly(context.analysis.agreementZone.exists, false);
  const inZone = empty ? [] : deadOptions.inZone.filter((one) => rules.locks[one.issue] === undefined);
  if (byRules.length + inZone.length === 0) return undefined;
  const byLine = inZone.filter((one) => one.why === "line");
  const byValue = inZone.filter((one) => one.why === "value");
  return {
    id: "dead-options",
    title: "Dead options",
    answer: [
      inZone.length > 0
        ? `${counted(inZone.length, "option")} ${are(inZone.length)} in no settlement of the agreement zone.`
        : empty
          ? "The agreement zone is empty, so no option is in a settlement of it."
          : "Every option the rules allow is in some settlement of the agreement zone.",
      byRules.length > 0
        ? ` ${counted(byRules.length, "option")} ${are(byRules.length)} ruled out by the rules alone.`
        : "",
    ],
    blocks: [
      ...optionsByIssue("Ruled out by a line or a floor:", byLine, context),
      ...optionsByIssue("Ruled out by value, no line or floor forbidding them:", byValue, context),
      ...optionsByIssue("Ruled out by the rules:", byRules, context),
    ],
  };
}

function are(count: number): string {
  return count === 1 ? "is" : "are";
}
