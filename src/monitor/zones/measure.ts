import { type Answer, exact, unknown } from "#prelude";

export type MeasureUnit = "km" | "km2" | "troops" | "brigades" | "troops per km";

/** A number with its unit and what it is only as good as. A range is a `bounded` answer. */
export type Measure = {
  readonly answer: Answer<number>;
  readonly unit: MeasureUnit;
  /** "approximate, from a line digitised at 2025-08-26"; the assumption behind a conversion. Absent: as the agenda states it. */
  readonly basis?: string;
};

/** A range is exact where its two ends are one. */
export function measure(low: number, high: number, unit: MeasureUnit, basis?: string): Measure {
  const answer: Answer<number> = low === high ? exact(low) : { status: "bounded", low, high };
  return { answer, unit, ...(basis === undefined ? {} : { basis }) };
}

export function unmeasured(unit: MeasureUnit, reason: string): Measure {
  return { answer: unknown(reason), unit };
}

/** The two ends of what is known; undefined where nothing is. */
export function endsOf({ answer }: Measure): { readonly low: number; readonly high: number } | undefined {
  if (answer.status === "unknown") return undefined;
  return answer.status === "exact" ? { low: answer.value, high: answer.value } : { low: answer.low, high: answer.high };
}
