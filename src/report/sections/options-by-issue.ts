import type { IssueId, OptionId } from "#model";
import type { Block, Text } from "../document/document.ts";
import type { ReportContext } from "./report-context.ts";

/** Options as a list under a lead, one item an issue, in the agenda's order; nothing when there are none. */
export function optionsByIssue(
  lead: string,
  options: readonly { readonly issue: IssueId; readonly option: OptionId }[],
  { scenario, names }: Pick<ReportContext, "scenario" | "names">,
): Block[] {
  const items = scenario.agenda.issues.flatMap((issue): Text[] => {
    const ids = options.filter((one) => one.issue === issue.id).map((one) => one.option);
    return ids.length === 0 ? [] : [[names.issue(issue.id), ": ", ...names.options(issue.id, ids)]];
  });
  if (items.length === 0) return [];
  return [
    { kind: "paragraph", text: lead },
    { kind: "list", items },
  ];
}
