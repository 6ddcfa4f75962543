import {
  type Agenda,
  type Choices,
  certainlyBreaks,
  evaluate,
  holds,
  type IssueId,
  isInForce,
  type OptionId,
  type PreferenceSheet,
} from "#model";
import { compare, type Day, type Rational, rationalOf, subtract } from "#prelude";
import { valueRange } from "../mandate/value-range.ts";
import {
  changeInUnits,
  pointsOfUnits,
  settlementUnits,
  type WholeNumberSheet,
  wholeNumberSheet,
} from "../mandate/whole-number-sheet.ts";
import type { Offer } from "../offer.ts";
import type { DelegationId } from "../seat.ts";
import { type Belief, believedScore } from "./belief.ts";
import { evidenceInWords } from "./evidence-in-words.ts";

export type CounterofferOptions = {
  /** Own value, in points, below which nothing is proposed. */
  readonly keepAtLeast: number | Rational;
  /** The issues that may be changed: those of the channel, from `issuesOf`. */
  readonly issues: readonly { readonly id: IssueId }[];
  /** The day on which own red lines are in force or not. */
  readonly on: Day;
  /** How issues that the offer leaves open are taken to be settled; what is left out is taken at my best. */
  readonly standing?: Choices;
  /** Whether such a package may be sent, by the mandate for one. */
  readonly allows?: (choices: Choices) => boolean;
  readonly atMost?: number;
  /** How many changes may be looked at. */
  readonly steps?: number;
};

export type Counteroffers = {
  /** Exact: every change of one to three issues was looked at. */
  readonly status: { readonly kind: "exact" } | { readonly kind: "bounded"; readonly reason: string };
  /** Most believed help first. */
  readonly counteroffers: readonly Counteroffer[];
  /** How many more are believed to help just as much, and keep me just as well, as the last one listed. */
  readonly moreTied: number;
  /** What the offer itself is worth to me, valued as the changes are. */
  readonly valueNow: Rational;
  /** The settlement in which the offer and its changes are valued: the offer, the standing choices, then my best. */
  readonly valuedIn: Choices;
  /** Why there is none. */
  readonly none?: string;
};

export type Counteroffer = {
  readonly choices: Choices;
  readonly changes: readonly { readonly issue: IssueId; readonly from?: OptionId; readonly to: OptionId }[];
  /** To me, in points, by `evaluate`. */
  readonly value: Rational;
  readonly valueChange: Rational;
  /** For each delegation believed something of: the sum over changed issues of weight x change of score. */
  readonly believedChange: Readonly<Record<DelegationId, number>>;
  readonly believedSum: number;
  /** Place in the ranking, from 1; equal ones are tied. */
  readonly rank: number;
  readonly evidence: readonly string[];
};

const defaultSteps = 200_000;

type Move = {
  readonly number: number;
  readonly issue: IssueId;
  readonly to: OptionId;
  readonly help: readonly number[];
  readonly sum: number;
};

type Found = { readonly moves: readonly Move[]; readonly units: bigint; readonly sum: number; readonly least: number };

/**
 * Changes of an offer on one to three issues that keep my value and that help the others most, as I believe.
 * Left out: what breaks a rule of the agenda or an own hard line in force by itself, decides what the offer's conditions wait
 * on, or is believed to help nobody in sum; also what does as well
 * without one of its moves. Ranked by the sum of the believed changes, then by the least of them, then by my value,
 * then by fewer issues; what is equal in all of these is tied, in the agenda's order.
 * Cost: O((issues x options)^3) changes at most; above `steps` the three-issue ones are made of the moves believed best
 * and those best for me alone, and the answer says that it is bounded.
 */
export function counteroffers(
  agenda: Agenda,
  mySheet: PreferenceSheet,
  lastOffer: Pick<Offer, "choices" | "conditions">,
  beliefs: readonly Belief[],
  options: CounterofferOptions,
): Counteroffers {
  const { on, standing = {}, atMost = 5, steps = defaultSteps } = options;
  const whole = wholeNumberSheet(mySheet);
  const known = { ...standing, ...lastOffer.choices };
  const valuedIn = { ...known, ...bestOfOpen(whole, known) };
  const moves = movesOf(agenda, lastOffer, beliefs, options);
  const judge = judgeOf(agenda, whole, lastOffer.choices, valuedIn, options);
  const gain = ({ issue, to }: Move): bigint => changeInUnits(whole, valuedIn, { [issue]: to });
  const { sets, bounded } = changeSets(moves, gain, steps);
  const all = new Map<string, Found>();
  for (const set of sets) {
    const help = beliefs.map((_, at) => set.reduce((sum, move) => sum + move.help[at]!, 0));
    const sum = help.reduce((total, each) => total + each, 0);
    if (sum <= 0) continue;
    const units = judge(set);
    if (units !== undefined) all.set(keyOf(set), { moves: set, units, sum, least: Math.min(...help) });
  }
  const found = [...all.values()].filter((each) => !hasNeedlessMove(all, each));
  found.sort(ranking);
  const listed = found.slice(0, atMost);
  const last = listed.at(-1);
  const now = evaluate(mySheet, valuedIn, on).utility;
  return {
    status: bounded
      ? {
          kind: "bounded",
          reason: `More than ${steps} changes: of three issues, only those made of the moves best for others or for you.`,
        }
      : { kind: "exact" },
    counteroffers: listed.map((each) => ({
      ...counteroffer(lastOffer.choices, each, beliefs, pointsOfUnits(whole, each.units), now),
      rank: found.findIndex((other) => ranking(other, each) === 0) + 1,
    })),
    moreTied: last === undefined ? 0 : found.slice(atMost).filter((each) => ranking(each, last) === 0).length,
    valueNow: now,
    valuedIn,
    ...(found.length > 0 ? {} : { none: whyNone(beliefs, moves) }),
  };
}

/** Believed numbers are whole millionths, so that sums are exact and ties are ties. */
const millionths = 1e6;

/** Every other option of an issue that may be changed, with what it is believed to do for each. */
function movesOf(
  agenda: Agenda,
  { choices, conditions }: Pick<Offer, "choices" | "conditions">,
  beliefs: readonly Belief[],
  { issues }: CounterofferOptions,
): readonly Move[] {
  const changeable = new Set(issues.map(({ id }) => id));
  for (const { issue } of conditions) changeable.delete(issue);
  const moves: Move[] = [];
  for (const { id: issue, options } of agenda.issues) {
    if (!changeable.has(issue)) continue;
    const from = choices[issue];
    for (const { id: to } of options) {
      if (to === from) continue;
      const help = beliefs.map((belief) => {
        const weight = belief.issues.get(issue)?.weight ?? 0;
        const before = from === undefined ? 0.5 : believedScore(belief, issue, from);
        return Math.round(weight * (believedScore(belief, issue, to) - before) * millionths);
      });
      moves.push({ number: moves.length, issue, to, help, sum: help.reduce((all, each) => all + each, 0) });
    }
  }
  return moves;
}

/** All sets of one to three moves on different issues, or, beyond `steps`, three of those believed best and best for me, by turns. */
function changeSets(
  moves: readonly Move[],
  gain: (move: Move) => bigint,
  steps: number,
): { readonly sets: Iterable<readonly Move[]>; readonly bounded: boolean } {
  const n = moves.length;
  const upToTwo = n + (n * (n - 1)) / 2;
  const bounded = upToTwo + (n * (n - 1) * (n - 2)) / 6 > steps;
  const most = Math.floor(Math.cbrt(6 * Math.max(0, steps - upToTwo)));
  const kindest = moves.toSorted((a, b) => b.sum - a.sum);
  const best = moves.toSorted((a, b) => (gain(a) > gain(b) ? -1 : gain(a) < gain(b) ? 1 : 0));
  const inThrees = bounded ? kindest.flatMap((move, at) => [move, best[at]!]) : moves;
  return { sets: setsOf(moves, new Set([...new Set(inThrees)].slice(0, bounded ? most : n))), bounded };
}

function* setsOf(moves: readonly Move[], inThrees: ReadonlySet<Move>): Generator<readonly Move[]> {
  const threes = moves.filter((move) => inThrees.has(move));
  for (const [at, one] of moves.entries()) {
    yield [one];
    for (const two of moves.slice(at + 1)) if (two.issue !== one.issue) yield [one, two];
  }
  for (const [a, one] of threes.entries()) {
    for (let b = a + 1; b < threes.length; b++) {
      const two = threes[b]!;
      if (two.issue === one.issue) continue;
      for (let c = b + 1; c < threes.length; c++) {
        const three = threes[c]!;
        if (three.issue !== one.issue && three.issue !== two.issue) yield [one, two, three];
      }
    }
  }
}

/** My value in units after these moves; undefined when they may not or should not be proposed. */
function judgeOf(
  agenda: Agenda,
  whole: WholeNumberSheet,
  offered: Choices,
  valuedIn: Choices,
  { keepAtLeast, on, allows }: CounterofferOptions,
): (moves: readonly Move[]) => bigint | undefined {
  const base = settlementUnits(whole, valuedIn);
  const wanted = typeof keepAtLeast === "number" ? rationalOf(keepAtLeast) : keepAtLeast;
  const lines = whole.sheet.redLines.filter((line) => line.kind === "hard" && isInForce(line, on));
  return (moves) => {
    const changed = Object.fromEntries(moves.map(({ issue, to }) => [issue, to]));
    const units = base + changeInUnits(whole, valuedIn, changed);
    if (compare(pointsOfUnits(whole, units), wanted) < 0) return undefined;
    const choices = { ...offered, ...changed };
    if (agenda.rules.some((rule) => certainlyBreaks(rule, choices))) return undefined;
    if (lines.some((line) => holds(line.when, choices))) return undefined;
    if (allows?.(choices) === false) return undefined;
    return whole.cap !== undefined && units > whole.cap ? whole.cap : units;
  };
}

/** One that helps nobody and raises my value by nothing: the change without it is there already. */
function hasNeedlessMove(all: ReadonlyMap<string, Found>, { moves, units }: Found): boolean {
  return moves.some((needless) => {
    if (needless.help.some((each) => each > 0)) return false;
    const rest = all.get(keyOf(moves.filter((move) => move !== needless)));
    return rest !== undefined && rest.units >= units;
  });
}

function keyOf(moves: readonly Move[]): string {
  return moves.map(({ number }) => number).join(" ");
}

function ranking(a: Found, b: Found): number {
  if (a.sum !== b.sum) return b.sum - a.sum;
  if (a.least !== b.least) return b.least - a.least;
  if (a.units !== b.units) return a.units > b.units ? -1 : 1;
  return a.moves.length - b.moves.length;
}

function counteroffer(
  offered: Choices,
  { moves, sum }: Found,
  beliefs: readonly Belief[],
  value: Rational,
  now: Rational,
): Omit<Counteroffer, "rank"> {
  const changes = moves.map(({ issue, to }) => {
    const from = offered[issue];
    return { issue, ...(from === undefined ? {} : { from }), to };
  });
  return {
    choices: { ...offered, ...Object.fromEntries(moves.map(({ issue, to }) => [issue, to])) },
    changes,
    value,
    valueChange: subtract(value, now),
    believedChange: Object.fromEntries(
      beliefs.map(({ delegation }, at) => [
        delegation,
        moves.reduce((all, move) => all + move.help[at]!, 0) / millionths,
      ]),
    ),
    believedSum: sum / millionths,
    evidence: beliefs.flatMap((belief) => changes.flatMap((change) => evidenceInWords(belief, change))),
  };
}

function whyNone(beliefs: readonly Belief[], moves: readonly Move[]): string {
  if (beliefs.every(({ issues }) => issues.size === 0)) return "The others have shown nothing of what they want yet.";
  if (moves.length === 0) return "There is no issue here that this offer could change.";
  return "No change of one to three issues keeps your value, the rules and your lines, and is believed to help others.";
}

/** My best on the open issues; where linkages tie too many to try out, each at its own best. */
function bestOfOpen(whole: WholeNumberSheet, known: Choices): Choices {
  const { best } = valueRange(whole, known);
  if (best !== undefined) return best;
  return Object.fromEntries(
    [...whole.issues].map(([id, { units }]) => {
      const [first] = [...units].toSorted(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0));
      return [id, known[id] ?? first![0]];
    }),
  );
}
