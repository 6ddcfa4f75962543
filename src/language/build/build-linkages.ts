import type { Evidence, IssueId, Linkage, OptionId } from "#model";
import type { RawLinkage, RawSheet } from "../schema/sheet-schema.ts";
import { checkScale } from "./build-sheet.ts";
import { conditionAt } from "./condition.ts";
import { evidenceAt } from "./evidence.ts";
import { judgementAt } from "./judgement.ts";
import { checkDistinct, checkName, checkOption, entries, many, type Reader } from "./reader.ts";

type RawTable = Extract<RawLinkage, { table: unknown }>;

/** The values a party attaches to combinations, in the order of the sheet. */
export function buildLinkages(reader: Reader, raw: RawSheet, scale: number, inherited: Evidence): readonly Linkage[] {
  const items = many<RawLinkage>(reader, raw, "linkages");
  checkDistinct(reader, items, "linkages");
  const covered = new Map<IssueId, string>();
  return items.map(({ value }) => {
    const evidence = evidenceAt(reader, value, inherited);
    if ("table" in value) return { ...tableOf(reader, value, raw, covered), evidence };
    const when = conditionAt(reader, value, "when");
    const worth = judgementAt(reader, value, "value");
    return { id: value.id, kind: "combination", when, value: worth, of: value.of ?? scale, evidence };
  });
}

function tableOf(reader: Reader, value: RawTable, sheet: RawSheet, covered: Map<IssueId, string>) {
  const { document, diagnostics } = reader;
  const { id, issue, given } = value;
  checkName(reader, "issue", issue, () => document.at(value, "issue"));
  checkName(reader, "issue", given, () => document.at(value, "given"));
  if (issue === given)
    diagnostics.error("linkage-on-itself", document.at(value, "given"), () => ({
      message: `Linkage "${id}" makes the values of "${issue}" depend on "${issue}" itself.`,
      fix: "Name another issue under `given`.",
    }));
  const first = covered.get(issue);
  if (first !== undefined)
    diagnostics.error("two-tables", document.at(value, "issue"), () => ({
      message: `Linkages "${first}" and "${id}" both replace the values of "${issue}".`,
      fix: "Keep one table for each issue; write the other as combinations with `when` and `value`.",
    }));
  else covered.set(issue, id);
  const of = sheet.issues[issue]?.of ?? 100;
  const table = entries(reader, value.table).map(({ key: condition, value: row, keyAt }) => {
    checkOption(reader, given, condition, keyAt);
    const cells = entries(reader, row).map(({ key: option, keyAt: place, at }) => {
      checkOption(reader, issue, option, place);
      const cell = judgementAt(reader, row, option);
      checkScale(reader, cell, of, at);
      return [option, cell] as const;
    });
    return [condition, Object.fromEntries(cells)] as const;
  });
  return {
    id,
    kind: "table" as const,
    issue,
    given,
    table: Object.fromEntries(table) satisfies Record<OptionId, object>,
  };
}
