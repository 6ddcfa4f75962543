import type {
  Aftermath,
  Condition,
  Durability,
  Evidence,
  Lever,
  LeverCondition,
  Obligation,
  Parameter,
  ParameterCase,
} from "#model";
import {
  formatChoices,
  formatCondition,
  formatEvidence,
  formatJudgement,
  mapOf,
  type Plain,
  some,
  yamlText,
} from "../plain-yaml.ts";
import { snakeCase } from "../snake-case.ts";

/** Judgements about the time after signature as a file of the language. Reading it gives the same. */
export function formatDurability({ guarantees, limits, shifts, aftermath, evidence }: Durability): string {
  const own = mapOf(formatEvidence(evidence));
  const content = mapOf({
    schema: "entente.durability/1",
    evidence: own.size === 0 ? undefined : own,
    guarantees: some(guarantees, ({ id, name, challenger, protege, guarantors, note, parameters, postures }) =>
      mapOf({
        id,
        name,
        challenger,
        protege,
        guarantors,
        note,
        parameters: formatParameters(parameters, evidence),
        postures: some(postures, (posture) =>
          mapOf({ id: posture.id, name: posture.name, set: formatChoices(posture.set) }),
        ),
      }),
    ),
    limits: some(limits, ({ id, name, holder, inspector, when, note, parameters }) =>
      mapOf({ id, name, holder, inspector, if: ifAny(when), note, parameters: formatParameters(parameters, evidence) }),
    ),
    shifts: some(shifts, ({ id, name, declining, rising, when, note, parameters }) =>
      mapOf({ id, name, declining, rising, if: ifAny(when), note, parameters: formatParameters(parameters, evidence) }),
    ),
    aftermath: aftermath && formatAftermath(aftermath, evidence),
  });
  return yamlText(content, "../../schemas/durability.schema.json");
}

function formatParameters(parameters: Readonly<Record<string, Parameter>>, inherited: Evidence): Plain | undefined {
  const all = Object.entries(parameters);
  if (all.length === 0) return undefined;
  return new Map(
    all.map(([key, parameter]): [string, Plain] => [snakeCase(key), formatParameter(parameter, inherited)]),
  );
}

/** A judgement alone where nothing else is said of it, else a case or the list of cases. */
function formatParameter({ cases }: Parameter, inherited: Evidence): Plain {
  const [only] = cases;
  if (!only || cases.length > 1) return cases.map((one) => formatCase(one, inherited));
  const plain =
    only.when.length === 0 && !only.placeholder && mapOf(formatEvidence(only.evidence, inherited)).size === 0;
  return plain ? formatJudgement(only.value) : formatCase(only, inherited);
}

function formatCase({ when, value, placeholder, evidence }: ParameterCase, inherited: Evidence): Plain {
  return mapOf({
    if: ifAny(when),
    [placeholder ? "placeholder" : "value"]: formatJudgement(value),
    ...formatEvidence(evidence, inherited),
  });
}

function formatAftermath({ obligations, impossible, statements }: Aftermath, inherited: Evidence): Plain {
  const parties = Object.entries(statements);
  return mapOf({
    obligations: some(obligations, formatObligation),
    impossible: some(impossible, formatLeverCondition),
    statements:
      parties.length === 0
        ? undefined
        : new Map(
            parties.map(([party, own]): [string, Plain] => [
              party,
              own.map(({ that, when, evidence }) =>
                mapOf({ if: ifAny(when), that: formatLeverCondition(that), ...formatEvidence(evidence, inherited) }),
              ),
            ]),
          ),
  });
}

function formatObligation({ id, name, party, when, breach, responses }: Obligation): Plain {
  return mapOf({
    id,
    name,
    party,
    if: ifAny(when),
    breach: mapOf(leverFields(breach)),
    responses: some(responses, (lever) => mapOf({ ...leverFields(lever), party: lever.party })),
  });
}

function leverFields({ id, name, kind, when, irreversible }: Lever): Readonly<Record<string, Plain | undefined>> {
  return { id, name, kind, if: ifAny(when), irreversible: irreversible || undefined };
}

function formatLeverCondition(condition: LeverCondition): Plain {
  return condition.map((clause) => mapOf(clause));
}

function ifAny(when: Condition): Plain | undefined {
  return when.length === 0 ? undefined : formatCondition(when);
}
