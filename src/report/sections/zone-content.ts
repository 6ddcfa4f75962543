import type { Issue, OptionId } from "#model";
import { type Block, type Inline, name, series, type Text } from "../document/document.ts";
import { isExactly } from "../words/answer-words.ts";
import type { ReportContext } from "./report-context.ts";

/** Why no settlement of the agreement zone has an option. */
type Why = "rules" | "line" | "value";

/**
 * What the settlements of the agreement zone are made of: a line for each issue some option of which none of them
 * has. Nothing when the zone is empty, when every option is alive, or for an issue that was locked.
 */
export function zoneContent({ scenario, analysis, names }: ReportContext): Block[] {
  const { deadOptions, rules } = analysis;
  if (!isExactly(analysis.agreementZone.exists, true)) return [];
  const lineOf = (issue: Issue): readonly Inline[] | undefined => {
    const dead = new Map<OptionId, Why>([
      ...deadOptions.byRules.filter((one) => one.issue === issue.id).map((one) => [one.option, "rules"] as const),
      ...deadOptions.inZone.filter((one) => one.issue === issue.id).map((one) => [one.option, one.why] as const),
    ]);
    if (dead.size === 0 || rules.locks[issue.id] !== undefined) return undefined;
    const alive = issue.options.filter(({ id }) => !dead.has(id)).map(optionWords);
    const refused = (["line", "value", "rules"] as const).flatMap((why): readonly Text[] => {
      const options = issue.options.filter(({ id }) => dead.get(id) === why).map(optionWords);
      return options.length === 0 ? [] : [[...series(options, "or"), ` (${why})`]];
    });
    return [names.issue(issue.id), ": ", ...series(alive), "; not ", ...series(refused, "or")];
  };
  const lines = scenario.agenda.issues.flatMap((issue) => {
    const line = lineOf(issue);
    return line === undefined ? [] : [line];
  });
  if (lines.length === 0) return [];
  const open = scenario.agenda.issues.filter(({ id }) => rules.locks[id] === undefined).length - lines.length;
  return [
    {
      kind: "paragraph",
      text: `What its settlements hold, issue by issue${open > 0 ? ` (on the other ${open === 1 ? "issue" : `${open} issues`} every option is possible)` : ""}. In brackets, what rules an option out: a red line or floor, the parties’ reservation values, or the rules.`,
    },
    { kind: "list", items: lines },
  ];
}

/** A name with a comma of its own would look like two in a list. */
function optionWords({ name: text }: { readonly name: string }): Text {
  return /[,;]\s/.test(text) ? ["“", name(text), "”"] : name(text);
}
