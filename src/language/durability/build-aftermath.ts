import type {
  Aftermath,
  Evidence,
  Lever,
  LeverClause,
  LeverCondition,
  LeverKind,
  Obligation,
  PartyId,
  PreferenceStatement,
} from "#model";
import type { Span } from "#prelude";
import { conditionAt } from "../build/condition.ts";
import { evidenceAt } from "../build/evidence.ts";
import { checkDistinct, checkName, entries, many, nameFromId, type Reader } from "../build/reader.ts";
import type { RawAftermath, RawObligation } from "../schema/durability-schema.ts";
import type { RawEvidence } from "../schema/scalars.ts";
import type { Step } from "../text/yaml-document.ts";
import { checkDurabilityName, type DurabilityNames } from "./durability-names.ts";

type RawLever = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly irreversible?: boolean | undefined;
};

/** What may happen after signature: who has undertaken what, who may answer, and what each would rather see. */
export function buildAftermath(
  reader: Reader,
  raw: RawAftermath,
  names: DurabilityNames,
  inherited: Evidence,
): Aftermath {
  const obligations = many<RawObligation>(reader, raw, "obligations");
  checkDistinct(reader, obligations, "obligations");
  const levers = new Map<string, Span>();
  return {
    obligations: obligations.map(({ value }) => obligationOf(reader, value, levers)),
    impossible: many<object>(reader, raw, "impossible").map((_, index) => {
      const alone = !Array.isArray(raw.impossible);
      return alone
        ? leverConditionAt(reader, raw, "impossible", names)
        : leverConditionAt(reader, raw.impossible as object, index, names); // a list, which is an object
    }),
    statements: Object.fromEntries(
      entries(reader, raw.statements).map(({ key: party, keyAt }): [PartyId, readonly PreferenceStatement[]] => {
        checkName(reader, "party", party, keyAt);
        const own = many<RawEvidence & object>(reader, raw.statements!, party);
        return [party, own.map(({ value }) => statementOf(reader, value, names, inherited))];
      }),
    ),
  };
}

function obligationOf(reader: Reader, raw: RawObligation, levers: Map<string, Span>): Obligation {
  checkName(reader, "party", raw.party, () => reader.document.at(raw, "party"));
  const responses = many<RawLever & { readonly party: PartyId; readonly kind: LeverKind }>(reader, raw, "responses");
  checkDistinct(reader, [{ value: raw.breach }, ...responses], "levers", levers);
  return {
    id: raw.id,
    name: raw.name ?? nameFromId(raw.id),
    party: raw.party,
    when: conditionAt(reader, raw, "if"),
    breach: leverOf(reader, raw.breach, raw.party, raw.breach.kind ?? "violate"),
    responses: responses.map(({ value }) => {
      checkName(reader, "party", value.party, () => reader.document.at(value, "party"));
      return leverOf(reader, value, value.party, value.kind);
    }),
  };
}

function leverOf(reader: Reader, raw: RawLever, party: PartyId, kind: LeverKind): Lever {
  return {
    id: raw.id,
    name: raw.name ?? nameFromId(raw.id),
    party,
    kind,
    when: conditionAt(reader, raw, "if"),
    irreversible: raw.irreversible ?? false,
  };
}

function statementOf(
  reader: Reader,
  raw: RawEvidence & object,
  names: DurabilityNames,
  inherited: Evidence,
): PreferenceStatement {
  return {
    that: leverConditionAt(reader, raw, "that", names),
    when: conditionAt(reader, raw, "if"),
    evidence: evidenceAt(reader, raw, inherited),
  };
}

/** One clause, or a list of which any holds; every lever is checked. */
function leverConditionAt(reader: Reader, container: object, key: Step, names: DurabilityNames): LeverCondition {
  return many<Record<string, boolean>>(reader, container, key).map(({ value: clause, at }): LeverClause => {
    const taken = entries(reader, clause);
    for (const { key: lever, keyAt } of taken) checkDurabilityName(reader, names, "lever", lever, keyAt);
    if (reader.document.keys(clause).length === 0)
      reader.diagnostics.error("empty-condition", at(), () => ({
        message: "This names no lever, so it would always hold.",
        fix: "Name at least one lever, true for taken or false for not.",
      }));
    return Object.fromEntries(taken.map(({ key: lever, value }) => [lever, value]));
  });
}
