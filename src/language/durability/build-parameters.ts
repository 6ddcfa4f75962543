import type { Condition, Evidence, Judgement, Parameter, ParameterCase, ParameterKind } from "#model";
import { conditionAt } from "../build/condition.ts";
import { evidenceAt } from "../build/evidence.ts";
import { judgementAt } from "../build/judgement.ts";
import { most } from "../build/limits.ts";
import { many, type Reader } from "../build/reader.ts";
import type { RawCase, RawParameter } from "../schema/durability-schema.ts";
import { snakeCase } from "../snake-case.ts";

type Kinds<Key extends string> = Readonly<Record<Key, { readonly kind: ParameterKind }>>;

/** The parameters that stand under `parameters` of a guarantee, limit or shift, by the model's names for them. */
export function parametersAt<Key extends string>(
  reader: Reader,
  holder: { readonly parameters?: object | undefined },
  kinds: Kinds<Key>,
  inherited: Evidence,
): Readonly<Partial<Record<Key, Parameter>>> {
  const { parameters } = holder;
  const found: Partial<Record<Key, Parameter>> = {};
  if (parameters === undefined) return found;
  for (const key of Object.keys(kinds) as Key[]) // a table of the model has its own keys only
    if (snakeCase(key) in parameters)
      found[key] = parameterAt(reader, parameters, snakeCase(key), kinds[key], inherited);
  return found;
}

function parameterAt(
  reader: Reader,
  parameters: object,
  key: string,
  { kind }: { readonly kind: ParameterKind },
  inherited: Evidence,
): Parameter {
  const raw = (parameters as Record<string, RawParameter>)[key]!; // checked by the schema
  if (isJudgement(raw)) {
    const value = quantityAt(reader, parameters, key, kind);
    return { cases: [{ when: [], value, placeholder: false, evidence: evidenceAt(reader, {}, inherited) }] };
  }
  const items = many<RawCase>(reader, parameters, key);
  if (items.length > most.cases) {
    reader.diagnostics.error("too-many", reader.document.keyAt(parameters, key), () => ({
      message: `There are ${items.length} cases here; at most ${most.cases} are read.`,
      fix: "Merge cases that have the same value.",
    }));
    return { cases: [] };
  }
  const cases = items.flatMap(({ value }) => caseOf(reader, value, kind, inherited) ?? []);
  if (cases.length === items.length) warnOfUnreachable(reader, items, cases);
  return { cases };
}

function isJudgement(raw: RawParameter): boolean {
  if (Array.isArray(raw)) return typeof raw[0] === "number";
  return typeof raw === "number" || "mid" in raw;
}

function caseOf(reader: Reader, raw: RawCase, kind: ParameterKind, inherited: Evidence): ParameterCase | undefined {
  const when = conditionAt(reader, raw, "if");
  const evidence = evidenceAt(reader, raw, inherited);
  if ((raw.value === undefined) === (raw.placeholder === undefined)) {
    reader.diagnostics.error("value-or-placeholder", reader.document.start(raw), () => ({
      message:
        raw.value === undefined
          ? "Neither a value nor a placeholder stands here."
          : "A value and a placeholder stand here.",
      fix: "Write `value:` for what somebody judged, or `placeholder:` with a wide range for what nobody did.",
    }));
    return undefined;
  }
  const placeholder = raw.value === undefined;
  return { when, value: quantityAt(reader, raw, placeholder ? "placeholder" : "value", kind), placeholder, evidence };
}

function quantityAt(reader: Reader, holder: object, key: string, kind: ParameterKind): Judgement {
  const judgement = judgementAt(reader, holder, key);
  const { low, high } = judgement;
  const [least, largest] = boundsOf(kind);
  const outside = low < least ? low : high > largest ? high : undefined;
  if (outside !== undefined)
    reader.diagnostics.error("number-out-of-range", reader.document.at(holder, key), () => ({
      message:
        largest === 1
          ? `This is ${outside}; ${kind === "discount" ? "a weight of the next period" : "a chance or share"} lies between 0 and 1.`
          : `This is ${outside}; it cannot be below 0.`,
      fix: largest === 1 ? "Write 35 % as 0.35." : "Correct the number; a cost is written without a minus.",
    }));
  return judgement;
}

function boundsOf(kind: ParameterKind): readonly [least: number, largest: number] {
  if (kind === "chance" || kind === "discount") return [0, 1];
  return [kind === "signed-points" ? Number.NEGATIVE_INFINITY : 0, Number.POSITIVE_INFINITY];
}

/** Warns of every case that an earlier one already covers, as one without `if` covers all. */
function warnOfUnreachable(
  reader: Reader,
  items: readonly { readonly value: object }[],
  cases: readonly ParameterCase[],
): void {
  for (const [index, { when }] of cases.entries()) {
    const before = cases.slice(0, index).findIndex((earlier) => covers(earlier.when, when));
    if (before === -1) continue;
    reader.diagnostics.warning("unreachable-case", reader.document.start(items[index]!.value), () => ({
      message: `No settlement reaches this case: case ${before + 1} of the list already holds whenever this one would.`,
      fix: "Move it up, or take it out; a case without `if` stands last.",
    }));
  }
}

/** Whether every settlement that meets `narrow` meets `wide`. */
function covers(wide: Condition, narrow: Condition): boolean {
  return wide.every(({ issue, options }) => {
    const own = narrow.find((clause) => clause.issue === issue);
    return own?.options.every((option) => options.includes(option)) ?? false;
  });
}
