import type { Durability, Parameter, ParameterCase } from "#model";

/** One case of one parameter of a guarantee, limit or shift. */
export function numberKey(owner: string, parameter: string, at: number): string {
  return `${owner}/${parameter}/${at}`;
}

/** The judgements with these numbers in the place of ranges: what the reader assumes is no placeholder. */
export function assumedDurability(durability: Durability, numbers: Readonly<Record<string, number>>): Durability {
  if (Object.keys(numbers).length === 0) return durability;
  const assumed = <P extends string>(
    owner: string,
    parameters: Readonly<Partial<Record<P, Parameter>>>,
  ): Readonly<Partial<Record<P, Parameter>>> => {
    const entries = Object.entries(parameters) as [P, Parameter][]; // its keys are P, and what is there is a parameter
    return Object.fromEntries(
      entries.map(([name, { cases }]) => [
        name,
        { cases: cases.map((one, at) => atValue(one, numbers[numberKey(owner, name, at)])) },
      ]),
    ) as unknown as Partial<Record<P, Parameter>>; // the same keys
  };
  return {
    ...durability,
    guarantees: durability.guarantees.map((one) => ({ ...one, parameters: assumed(one.id, one.parameters) })),
    limits: durability.limits.map((one) => ({ ...one, parameters: assumed(one.id, one.parameters) })),
    shifts: durability.shifts.map((one) => ({ ...one, parameters: assumed(one.id, one.parameters) })),
  };
}

function atValue(written: ParameterCase, value: number | undefined): ParameterCase {
  if (value === undefined || !Number.isFinite(value)) return written;
  return { ...written, value: { low: value, mid: value, high: value }, placeholder: false };
}
