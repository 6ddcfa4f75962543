import { type Agenda, type Choices, certainlyBreaks, isSettlement } from "#model";
import type { Instant } from "../instant.ts";
import type { ChannelState } from "../state.ts";
import { type BitSet, emptySet, has, membersOf, union } from "./bit-set.ts";
import { circlesOf } from "./circles.ts";
import { type ClosedParts, closedParts } from "./closed-parts.ts";
import { clusterProgress } from "./cluster-progress.ts";
import type { ClosedSet, Closing, Composition, CompositionStatus } from "./composition.ts";
import { contradictionsOf } from "./contradictions.ts";
import { problemAmong, type Table, tableOf } from "./table.ts";
import { waitingOf } from "./waiting.ts";

export type CompositionOptions = {
  /** The moment asked about: live offers past their time are left out. Without it all live ones count. */
  readonly at?: Instant;
  /** How many steps the search for closed sets may take. */
  readonly steps?: number;
  /** How many closed sets, and alternatives of a fork, are listed at most. */
  readonly listed?: number;
};

/** Some tenths of a second at most; tens of offers need a hundredth of it. */
export const defaultSteps = 2_000_000;
const defaultListed = 100;

/**
 * What is agreed and on the table in exactly these channels, which must be those that one audience sees.
 * Time: O(offers^2 x issues / 32) and the steps of the search, which is exponential in the offers that contradict each
 * other within one part; beyond `steps` the answer is bounded and says so. Space for several closed sets is not needed:
 * independent forks are counted, and multiplied out up to `listed`.
 */
export function composeOf(
  agenda: Agenda,
  channels: readonly ChannelState[],
  options: CompositionOptions = {},
): Composition {
  const { steps = defaultSteps, listed = defaultListed } = options;
  const table = tableOf(channels, options.at);
  const closed = closedParts(problemAmong(table, range(table.agreed)), { left: steps });
  const status = statusOf(closed, steps);
  const count = closed.parts.reduce((product, { alternatives }) => product * BigInt(alternatives.length), 1n);
  const closedSets =
    closed.parts.length === 0 ? [] : combinations(closed, listed).map((set) => closedSet(agenda, table, set));
  const closedOffers = new Set(closed.parts.flatMap(({ alternatives }) => alternatives.flatMap(membersOf)));
  const refs = (set: BitSet) => membersOf(set).map((offer) => table.refs[offer]!);
  return {
    status,
    closedSets,
    count: closed.parts.length === 0 ? "0" : String(count),
    closing: closingOf(status, closedSets, count),
    core: closed.parts
      .flatMap(({ alternatives, whole }) => (whole ? sharedBy(alternatives) : []))
      .sort((a, b) => a - b)
      .map((offer) => table.refs[offer]!),
    forks: closed.parts.flatMap(({ alternatives }) =>
      alternatives.length > 1
        ? [{ alternatives: alternatives.slice(0, listed).map(refs), count: alternatives.length }]
        : [],
    ),
    waiting: waitingOf(table, closedOffers),
    circles: circlesOf(table, closedOffers, steps),
    contradictions: contradictionsOf(table),
    clusters: clusterProgress(agenda, table, closed),
  };
}

function statusOf({ stoppedAt }: ClosedParts, steps: number): CompositionStatus {
  if (stoppedAt === 0) return { kind: "exact" };
  const reason = `The search was stopped after ${steps} steps among ${stoppedAt} agreed offers that contradict each other or wait on each other.`;
  return { kind: "bounded", reason };
}

function closingOf(status: CompositionStatus, sets: readonly ClosedSet[], count: bigint): Closing {
  if (status.kind === "bounded") return { kind: "unknown", reason: status.reason };
  const [set] = sets;
  if (set === undefined) return { kind: "nothing" };
  if (count > 1n) return { kind: "several", count: String(count) };
  return set.breaks.length > 0 ? { kind: "breaks rules", rules: set.breaks } : { kind: "closes", set };
}

/** One alternative of every part, up to so many; the first parts change slowest. */
function combinations({ parts }: ClosedParts, atMost: number): readonly BitSet[] {
  let sets: readonly BitSet[] = [];
  for (const { alternatives } of parts.toReversed()) {
    sets =
      sets.length === 0
        ? alternatives.slice(0, atMost)
        : alternatives.flatMap((one) => sets.map((rest) => union(one, rest))).slice(0, atMost);
  }
  return sets;
}

function closedSet(agenda: Agenda, table: Table, set: BitSet): ClosedSet {
  const offers = membersOf(set);
  const choices: Choices = Object.assign({}, ...offers.map((offer) => table.offers[offer]!.choices));
  return {
    offers: offers.map((offer) => table.refs[offer]!),
    choices,
    complete: isSettlement(agenda, choices),
    open: agenda.issues.filter(({ id }) => choices[id] === undefined).map(({ id }) => id),
    breaks: agenda.rules.filter((rule) => certainlyBreaks(rule, choices)).map(({ id }) => id),
  };
}

function sharedBy(sets: readonly BitSet[]): readonly number[] {
  return membersOf(sets[0] ?? emptySet(0)).filter((offer) => sets.every((set) => has(set, offer)));
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, at) => at);
}
