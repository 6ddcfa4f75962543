import type { Condition } from "#model";
import type { RawCondition } from "../schema/scalars.ts";
import type { Step } from "../text/yaml-document.ts";
import { checkName, checkOption, entries, many, type Reader, reportRepeated } from "./reader.ts";

/** A condition with its names checked; `not` is replaced by the options it leaves. */
export function conditionAt(reader: Reader, container: object, key: Step, mayBeEmpty = false): Condition {
  const raw = (container as Record<Step, RawCondition | undefined>)[key]; // checked by the schema
  if (raw === undefined) return [];
  const { document, names, diagnostics } = reader;
  const clauses = entries(reader, raw).map(({ key: issue, value, keyAt, at }) => {
    checkName(reader, "issue", issue, keyAt);
    const excluding = typeof value === "object" && !Array.isArray(value);
    const [holder, step]: [object, Step] = excluding ? [value, "not"] : [raw, issue];
    const named = many<string>(reader, holder, step);
    const chosen = new Set<string>();
    for (const { value: option, at: place } of named) {
      if (chosen.has(option)) reportRepeated(reader, option, place);
      else checkOption(reader, issue, option, place);
      chosen.add(option);
    }
    if (!excluding) return { issue, options: [...chosen] };
    const options = [...(names?.issues?.get(issue) ?? [])].filter((option) => !chosen.has(option));
    if (options.length === 0 && names?.issues?.get(issue))
      diagnostics.error("empty-clause", at(), () => ({
        message: `This excludes every option of "${issue}", so it can never hold.`,
        fix: "Leave at least one option out of `not`.",
      }));
    return { issue, options };
  });
  if (clauses.length === 0 && !mayBeEmpty)
    diagnostics.error("empty-condition", document.at(container, key), () => ({
      message: `\`${key}\` names no issue, so it would always hold.`,
      fix: "Name at least one issue with its options.",
    }));
  return clauses;
}
