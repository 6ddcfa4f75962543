import { compare, divide, rationalOf, subtract } from "#prelude";

/** Days, each at least 0; detection is the chance that one inspection sees the breach. */
export type BreakoutParameters = {
  readonly breakoutDays: number;
  readonly responseDays: number;
  readonly inspectionIntervalDays: number;
  readonly detection: number;
};

export type Breakout =
  /** `seen`: the chance that at least one of the inspections that come in time sees it. */
  | { readonly kind: "in-time"; readonly inspections: number; readonly seen: number }
  /** Watched without a break: the interval is 0 and there is time to respond. */
  | { readonly kind: "continuous"; readonly seen: 0 | 1 }
  /** Not one inspection is sure to come while there is still time to respond. */
  | { readonly kind: "too-late"; readonly inspections: 0; readonly seen: 0 };

/**
 * The chance that a breach is detected before it cannot be undone: 1 - (1 - pi)^n with n = floor((breakout time - response
 * time) / interval) inspections. Rises in pi and the breakout time; falls in the response time and the interval.
 * n is exact for decimals: 0.3 days less 0.1 hold two intervals of 0.1.
 * Source: re-derived; the usual form of arms-control breakout estimates.
 */
export function breakout(parameters: BreakoutParameters): Breakout {
  const { breakoutDays, responseDays, inspectionIntervalDays, detection } = parameters;
  const left = subtract(rationalOf(breakoutDays), rationalOf(responseDays));
  if (compare(left, rationalOf(0)) <= 0) return { kind: "too-late", inspections: 0, seen: 0 };
  if (inspectionIntervalDays === 0) return { kind: "continuous", seen: detection > 0 ? 1 : 0 };
  const intervals = divide(left, rationalOf(inspectionIntervalDays));
  const inspections = Number(intervals.num / intervals.den);
  if (inspections === 0) return { kind: "too-late", inspections: 0, seen: 0 };
  return { kind: "in-time", inspections, seen: 1 - (1 - detection) ** inspections };
}
