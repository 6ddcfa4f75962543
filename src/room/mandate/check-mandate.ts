import { type Choices, evaluate, holds, type IssueId, isInForce, type OptionId, type PreferenceSheet } from "#model";
import { compare, type Day, noDay, parseDay, type Rational, rationalOf, subtract, toNumber } from "#prelude";
import type { Instant } from "../instant.ts";
import { isAtLeast, type Level } from "../seat.ts";
import type { Instruction, Mandate, MandateInForce } from "./mandate.ts";
import { mandateInForce } from "./mandate.ts";
import { type ValueRange, valueRange } from "./value-range.ts";

/** A package against the delegation's mandate and its own sheet. Made in its own client. */
export type MandateCheck = {
  /** No breach: it may be sent without an override. */
  readonly within: boolean;
  readonly breaches: readonly Breach[];
  /** The floor is neither surely kept nor surely broken: it hangs on how the open issues are settled. */
  readonly floorOpen: boolean;
  /** What the package may be worth by the sheet, in points, the current composition taken as settled where one was given. */
  readonly value: ValueRange;
  /** Of both ends, above the reservation value. */
  readonly surplus: { readonly least: Rational; readonly most: Rational };
  /** Own red lines in force that it crosses however the rest is settled. */
  readonly linesBroken: readonly { readonly id: string; readonly kind: "hard" | "declared" }[];
};

export type Breach = {
  readonly kind: "expired" | "level" | "floor" | "not allowed" | "forbidden" | "needs clearance";
  readonly issue?: IssueId;
  readonly option?: OptionId;
  /** The instruction that prevails on it. */
  readonly instruction: { readonly id: string; readonly by: string; readonly at: Instant };
  readonly what: string;
  /** How it could be done all the same. */
  readonly clearance: string;
};

export type MandateQuestion = {
  /** What is settled elsewhere already: open issues of the package are taken from here before the rest is bounded. */
  readonly composition?: Choices;
  /** The level of the seat that would send it; left out, levels are not checked. */
  readonly level?: Level;
};

/**
 * What the mandate in force at this moment says of the package, breaches in a fixed order: time, level, the issues in the
 * package's order, the floor. A floor is broken by a package which no way to settle the open issues brings up to it.
 */
export function checkMandate(
  mandate: Mandate,
  sheet: PreferenceSheet,
  choices: Choices,
  at: Instant,
  { composition = {}, level }: MandateQuestion = {},
): MandateCheck {
  const inForce = mandateInForce(mandate, at);
  const valued = { ...composition, ...choices };
  const value = worthOf(sheet, valued, dayOf(at));
  const reservation = rationalOf(sheet.reservation.mid);
  const least = inForce.floor?.item.least ?? undefined;
  const below = (points: Rational): boolean => least !== undefined && compare(points, rationalOf(least)) < 0;
  const breaches = [
    ...expiry(inForce, at),
    ...levelBreach(inForce, level),
    ...Object.entries(choices).flatMap(([issue, option]) => optionBreaches(inForce, issue, option)),
    ...(below(value.most) ? floorBreach(inForce, value) : []),
  ];
  return {
    within: breaches.length === 0,
    breaches,
    floorOpen: below(value.least) && !below(value.most),
    value,
    surplus: { least: subtract(value.least, reservation), most: subtract(value.most, reservation) },
    linesBroken: sheet.redLines.flatMap((line) => {
      return isInForce(line, dayOf(at)) && holds(line.when, choices) ? [{ id: line.id, kind: line.kind }] : [];
    }),
  };
}

/** A package that settles everything is worth what `evaluate` says; another one lies in a range. */
function worthOf(sheet: PreferenceSheet, choices: Choices, on: Day): ValueRange {
  if (Object.keys(sheet.issues).some((issue) => choices[issue] === undefined)) return valueRange(sheet, choices);
  const { utility } = evaluate(sheet, choices, on);
  return { status: "exact", least: utility, most: utility, worst: choices, best: choices };
}

function expiry({ expires }: MandateInForce, at: Instant): readonly Breach[] {
  const until = expires?.item.at ?? undefined;
  if (expires === undefined || until === undefined || at <= until) return [];
  return [
    {
      kind: "expired",
      instruction: reference(expires.by),
      what: `The mandate ended at ${until}.`,
      clearance: `Ask ${expires.by.by} to extend it.`,
    },
  ];
}

function levelBreach({ level }: MandateInForce, seat: Level | undefined): readonly Breach[] {
  const needed = level?.item.level ?? undefined;
  if (level === undefined || needed === undefined || seat === undefined || isAtLeast(seat, needed)) return [];
  return [
    {
      kind: "level",
      instruction: reference(level.by),
      what: `The mandate is for the level ${needed} or above; this seat's is ${seat}.`,
      clearance: `Let a seat at the level ${needed} send it, or ask ${level.by.by} to lower the level.`,
    },
  ];
}

function optionBreaches(inForce: MandateInForce, issue: IssueId, option: OptionId): readonly Breach[] {
  const { allowed, forbidden, needsClearance } = inForce;
  const only = allowed.get(issue);
  const never = forbidden.get(issue);
  const asks = needsClearance.get(issue);
  const at = { issue, option };
  const breaches: Breach[] = [];
  if (never?.item.options.includes(option)) {
    const what = `${option} is forbidden on ${issue}.`;
    const clearance = `Only a new instruction of ${never.by.by} lifts this.`;
    breaches.push({ kind: "forbidden", ...at, instruction: reference(never.by), what, clearance });
  }
  if (only !== undefined && only.item.options.length > 0 && !only.item.options.includes(option)) {
    const what = `On ${issue} the mandate allows ${only.item.options.join(", ")}; this is ${option}.`;
    const clearance = `Ask ${only.by.by} to allow ${option} on ${issue}.`;
    breaches.push({ kind: "not allowed", ...at, instruction: reference(only.by), what, clearance });
  }
  if (asks?.item.options.includes(option)) {
    const what = `${option} on ${issue} needs clearance.`;
    const clearance = `Ask ${asks.by.by} to clear ${option} on ${issue}.`;
    breaches.push({ kind: "needs clearance", ...at, instruction: reference(asks.by), what, clearance });
  }
  return breaches;
}

function floorBreach({ floor }: MandateInForce, { most }: ValueRange): readonly Breach[] {
  if (floor === undefined) return [];
  return [
    {
      kind: "floor",
      instruction: reference(floor.by),
      what: `The settlement must be worth ${floor.item.least} points or more; with this package it is worth at most ${Math.floor(toNumber(most) * 100) / 100}.`,
      clearance: `Change the package, or ask ${floor.by.by} to lower the floor.`,
    },
  ];
}

function reference({ id, by, at }: Instruction): Breach["instruction"] {
  return { id, by, at };
}

/** The calendar day, in UTC, on which red lines are in force or not. */
function dayOf(at: Instant): Day {
  return parseDay(at.slice(0, 10)) ?? noDay;
}
