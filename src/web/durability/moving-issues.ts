import type { Condition, Durability, Issue, Parameter, Scenario } from "#model";

/** The issues whose options move a number, a limit or a lever of the time after signature; in the agenda's order. */
export function movingIssues({ agenda, durability }: Scenario): readonly Issue[] {
  if (!durability) return [];
  const named = new Set(conditionsOf(durability).flatMap((condition) => condition.map(({ issue }) => issue)));
  return agenda.issues.filter(({ id }) => named.has(id));
}

function conditionsOf({ guarantees, limits, shifts, aftermath }: Durability): readonly Condition[] {
  const ofParameters = (parameters: Readonly<Record<string, Parameter | undefined>>): readonly Condition[] =>
    Object.values(parameters).flatMap((parameter) => parameter?.cases.map(({ when }) => when) ?? []);
  return [
    ...guarantees.flatMap(({ parameters }) => ofParameters(parameters)),
    ...limits.flatMap(({ when, parameters }) => [when, ...ofParameters(parameters)]),
    ...shifts.flatMap(({ when, parameters }) => [when, ...ofParameters(parameters)]),
    ...(aftermath?.obligations ?? []).flatMap(({ when, breach, responses }) => [
      when,
      ...[breach, ...responses].map((lever) => lever.when),
    ]),
    ...Object.values(aftermath?.statements ?? {}).flatMap((statements) => statements.map(({ when }) => when)),
  ];
}
