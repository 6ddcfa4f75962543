import {
  type Agenda,
  breaks,
  type Choices,
  type Floor,
  holds,
  isInForce,
  localValue,
  type PreferenceSheet,
  type Settlement,
} from "#model";
import { add, compare, type Day, rational, rationalOf } from "#prelude";
import {
  changeInUnits,
  settlementUnits,
  type WholeNumberSheet,
  wholeNumberSheet,
} from "../mandate/whole-number-sheet.ts";
import type { Improvement, LeftOnTheTable } from "./debrief.ts";

const mostListed = 20;
const mostChanged = 3;

/**
 * Pareto improvements over the settlement that change one to three issues, by the sheets given. They break no rule, and no hard
 * line or floor of these parties that the settlement itself keeps. The cap of a sheet counts.
 * Cost: (issues x options)^3 / 6 changes at most, each O(parties x what it touches), 1 step each.
 */
export function localImprovements(
  agenda: Agenda,
  settlement: Settlement,
  sheets: readonly PreferenceSheet[],
  on: Day,
  steps = 300_000,
): LeftOnTheTable {
  const wholes = sheets.map(wholeNumberSheet);
  const base = wholes.map((whole) => settlementUnits(whole, settlement));
  const capped = ({ cap }: WholeNumberSheet, units: bigint): bigint => (cap !== undefined && units > cap ? cap : units);
  /** In units, each party's own; undefined unless it is better for one and worse for none. */
  const gainsOf = (changed: Choices): readonly bigint[] | undefined => {
    const gains: bigint[] = [];
    for (const [at, whole] of wholes.entries()) {
      const now = base[at]!;
      const gain = capped(whole, now + changeInUnits(whole, settlement, changed)) - capped(whole, now);
      if (gain < 0n) return undefined;
      gains.push(gain);
    }
    return gains.some((gain) => gain > 0n) ? gains : undefined;
  };
  const found: { changed: Choices; gains: readonly bigint[] }[] = [];
  let left = steps;
  for (const changed of changesOf(agenda, settlement)) {
    if (left-- <= 0) break;
    const gains = gainsOf(changed);
    if (gains === undefined || !mayStand(agenda, sheets, settlement, { ...settlement, ...changed }, on)) continue;
    if (found.some((known) => dominates(known.gains, gains))) continue;
    found.splice(0, found.length, ...found.filter((known) => !dominates(gains, known.gains)), { changed, gains });
  }
  const ranked = found
    .map(({ changed, gains }) => ({ changed, gains: gains.map((gain, at) => rational(gain, wholes[at]!.denominator)) }))
    .map((each) => ({ ...each, sum: each.gains.reduce(add, rational(0n, 1n)) }))
    .sort((a, b) => compare(b.sum, a.sum) || Object.keys(a.changed).length - Object.keys(b.changed).length);
  const known = new Set(sheets.map(({ party }) => party));
  return {
    how: { kind: "local", issuesChanged: mostChanged },
    stopped: left < 0,
    improvements: ranked.slice(0, mostListed).map(({ changed, gains }): Improvement => {
      return {
        settlement: { ...settlement, ...changed },
        changes: Object.entries(changed).map(([issue, to]) => ({ issue, from: settlement[issue]!, to })),
        gain: Object.fromEntries(sheets.map(({ party }, at) => [party, gains[at]!])),
      };
    }),
    moreFound: Math.max(0, ranked.length - mostListed),
    unknownTo: agenda.consent.filter((party) => !known.has(party)),
    note: `Only settlements that differ from the adopted one on at most ${mostChanged} issues were looked at: others may be better still.`,
  };
}

/** One to three issues, each with another option; in the agenda's order, fewer issues first. */
function* changesOf(agenda: Agenda, settlement: Settlement): Generator<Choices> {
  for (let size = 1; size <= mostChanged; size++) yield* changesOfSize(agenda, settlement, size, 0, {});
}

function* changesOfSize(
  agenda: Agenda,
  settlement: Settlement,
  size: number,
  from: number,
  changed: Choices,
): Generator<Choices> {
  if (size === 0) {
    yield changed;
    return;
  }
  for (let at = from; at <= agenda.issues.length - size; at++) {
    const { id, options } = agenda.issues[at]!;
    for (const option of options) {
      if (option.id === settlement[id]) continue;
      yield* changesOfSize(agenda, settlement, size - 1, at + 1, { ...changed, [id]: option.id });
    }
  }
}

/** At least as good for all and not the same. Equal gains by other changes are kept beside each other. */
function dominates(a: readonly bigint[], b: readonly bigint[]): boolean {
  return a.every((gain, at) => gain >= b[at]!) && a.some((gain, at) => gain > b[at]!);
}

function mayStand(
  agenda: Agenda,
  sheets: readonly PreferenceSheet[],
  before: Settlement,
  after: Settlement,
  on: Day,
): boolean {
  if (agenda.rules.some((rule) => breaks(rule, after))) return false;
  return sheets.every((sheet) => {
    const { redLines, floors } = sheet;
    const crosses = redLines.some((line) => {
      return line.kind === "hard" && isInForce(line, on) && holds(line.when, after) && !holds(line.when, before);
    });
    if (crosses) return false;
    return floors.every((floor) => !breaksFloor(sheet, floor, after) || breaksFloor(sheet, floor, before));
  });
}

function breaksFloor(sheet: PreferenceSheet, { issue, commitments, min }: Floor, settlement: Settlement): boolean {
  if (!commitments.includes(settlement[issue] ?? "")) return false;
  return compare(localValue(sheet, issue, settlement), rationalOf(min)) < 0;
}
