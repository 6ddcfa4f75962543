import { mostInFlight } from "#wire";
import type { Door } from "./host.ts";

export type Limits = {
  /** Commands and answers of one seat: so many at once, then so many a second. */
  readonly seat: Allowance;
  /** Joining, by network address. A class of forty may come through one. */
  readonly joining: Allowance;
  /** Creating, by network address: the agenda is read, which takes work. */
  readonly creating: Allowance;
};
export type Allowance = { readonly atOnce: number; readonly perSecond: number };

export const usualLimits: Limits = {
  seat: { atOnce: 60, perSecond: 20 },
  joining: { atOnce: 120, perSecond: 2 },
  creating: { atOnce: 30, perSecond: 0.5 },
};

/** Limits are per seat and per address, never per room, since those would tell what others do. */
export type Gates = {
  /** Undefined: too much at once. Else to be called when the command is answered. */
  readonly enter: (door: Door) => (() => void) | undefined;
  readonly mayJoin: (address: string) => boolean;
  readonly mayCreate: (address: string) => boolean;
};

/** @param elapsed  milliseconds from any moment on, never backwards. */
export function gates(limits: Limits, elapsed: () => number): Gates {
  const seats = buckets(limits.seat, elapsed);
  const joining = buckets(limits.joining, elapsed);
  const creating = buckets(limits.creating, elapsed);
  const inFlight = new Map<string, number>();
  return {
    enter: ({ negotiation, seat }) => {
      const name = `${negotiation} ${seat}`;
      const now = inFlight.get(name) ?? 0;
      if (now >= mostInFlight || !seats(name)) return undefined;
      inFlight.set(name, now + 1);
      return () => {
        const left = (inFlight.get(name) ?? 1) - 1;
        if (left === 0) inFlight.delete(name);
        else inFlight.set(name, left);
      };
    },
    mayJoin: joining,
    mayCreate: creating,
  };
}

const mostBuckets = 20_000;

/** A bucket for each name, which fills again with time; full ones are forgotten. */
function buckets({ atOnce, perSecond }: Allowance, elapsed: () => number): (name: string) => boolean {
  const levels = new Map<string, { level: number; at: number }>();
  return (name) => {
    const now = elapsed();
    if (levels.size >= mostBuckets) {
      for (const [each, { level, at }] of levels) {
        if (level + ((now - at) / 1000) * perSecond >= atOnce) levels.delete(each);
      }
      if (levels.size >= mostBuckets) levels.clear();
    }
    const before = levels.get(name) ?? { level: atOnce, at: now };
    const level = Math.min(atOnce, before.level + ((now - before.at) / 1000) * perSecond);
    const isAllowed = level >= 1;
    levels.set(name, { level: isAllowed ? level - 1 : level, at: now });
    return isAllowed;
  };
}
