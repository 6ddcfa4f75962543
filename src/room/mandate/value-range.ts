import type { Choices, IssueId, OptionId, PreferenceSheet, Settlement } from "#model";
import type { Rational } from "#prelude";
import { issueUnits, pointsOfUnits, type WholeNumberSheet, wholeNumberSheet } from "./whole-number-sheet.ts";

/**
 * What a package may be worth to the sheet's party, in points: over all ways to settle its open issues, whatever anybody
 * else and the agenda's rules say, which can only narrow it.
 * Exact: each end is reached by the completion beside it. Bounded: no completion lies outside, the ends may not be reached.
 */
export type ValueRange = {
  readonly status: "exact" | "bounded";
  readonly least: Rational;
  readonly most: Rational;
  /** Where exact. */
  readonly worst?: Settlement;
  readonly best?: Settlement;
};

/** Combinations of open issues tried where linkages tie them together, per group of tied issues. */
const mostTried = 4096;

/**
 * Open issues that no linkage ties together are settled each by itself. A tied group is tried out whole while it has at most
 * 4,096 combinations; a larger one is bounded by every issue's and every linkage's own extremes.
 */
export function valueRange(party: PreferenceSheet | WholeNumberSheet, choices: Choices): ValueRange {
  const whole = "denominator" in party ? party : wholeNumberSheet(party);
  const low = end(whole, choices, (a, b) => a < b);
  const high = end(whole, choices, (a, b) => a > b);
  const exact = low.completion !== undefined && high.completion !== undefined;
  return {
    status: exact ? "exact" : "bounded",
    least: pointsOfUnits(whole, low.units),
    most: pointsOfUnits(whole, high.units),
    ...(low.completion === undefined ? {} : { worst: low.completion }),
    ...(high.completion === undefined ? {} : { best: high.completion }),
  };
}

type Beats = (one: bigint, other: bigint) => boolean;

function end(
  whole: WholeNumberSheet,
  choices: Choices,
  beats: Beats,
): { readonly units: bigint; readonly completion: Settlement | undefined } {
  const completion: Record<IssueId, OptionId> = { ...choices };
  const groups = groupsOf(whole, choices);
  let units = groups.decided;
  let reached = true;
  for (const group of groups.tied) {
    const found = tryOut(whole, choices, group, beats);
    if (found === undefined) {
      units += extremes(whole, choices, group, beats);
      reached = false;
      continue;
    }
    units += found.units;
    Object.assign(completion, found.choices);
  }
  return { units, completion: reached ? completion : undefined };
}

type Group = {
  readonly open: readonly IssueId[];
  /** Issues whose value hangs on the open ones, themselves among them. */
  readonly valued: readonly IssueId[];
  readonly combinations: readonly number[];
};

/** Parts the open issues into groups that no linkage ties together; the rest is decided already. */
function groupsOf(whole: WholeNumberSheet, choices: Choices): { decided: bigint; tied: readonly Group[] } {
  const open = [...whole.issues.keys()].filter((id) => choices[id] === undefined);
  const leader = new Map(open.map((id) => [id, id]));
  const find = (id: IssueId): IssueId => (leader.get(id) === id ? id : find(leader.get(id)!));
  const tie = (ids: readonly IssueId[]): void => {
    for (const id of ids) leader.set(find(id), find(ids[0]!));
  };
  const hangsOn = ([id, { tables }]: readonly [IssueId, { tables: readonly { given: IssueId }[] }]): IssueId[] =>
    [id, ...tables.map(({ given }) => given)].filter((each) => leader.has(each));
  const undecided = whole.combinations.map(({ when }) => {
    if (when.some(({ issue, options }) => choices[issue] !== undefined && !options.includes(choices[issue])))
      return undefined;
    return [...new Set(when.map(({ issue }) => issue).filter((issue) => leader.has(issue)))];
  });
  for (const each of whole.issues) tie(hangsOn(each));
  for (const issues of undecided) if (issues !== undefined) tie(issues);
  let decided = 0n;
  const groups = new Map<IssueId, { open: IssueId[]; valued: IssueId[]; combinations: number[] }>();
  const groupOf = (id: IssueId) => {
    const group = groups.get(find(id)) ?? { open: [], valued: [], combinations: [] };
    groups.set(find(id), group);
    return group;
  };
  for (const id of open) groupOf(id).open.push(id);
  for (const each of whole.issues) {
    const [first] = hangsOn(each);
    if (first !== undefined) groupOf(first).valued.push(each[0]);
    else decided += issueUnits(each[1], choices[each[0]]!, choices);
  }
  undecided.forEach((issues, at) => {
    if (issues === undefined) return;
    if (issues[0] !== undefined) groupOf(issues[0]).combinations.push(at);
    else decided += whole.combinations[at]!.units;
  });
  return { decided, tied: [...groups.values()] };
}

function tryOut(
  whole: WholeNumberSheet,
  choices: Choices,
  { open, valued, combinations }: Group,
  beats: Beats,
): { readonly units: bigint; readonly choices: Choices } | undefined {
  const options = open.map((id) => whole.issues.get(id)!.options);
  const count = options.reduce((product, { length }) => product * length, 1);
  if (count > mostTried) return;
  const tried: Record<IssueId, OptionId> = { ...choices };
  let best: { units: bigint; choices: Choices } | undefined;
  for (let number = 0; number < count; number++) {
    let rest = number;
    open.forEach((id, at) => {
      const known = options[at]!;
      tried[id] = known[rest % known.length]!;
      rest = Math.floor(rest / known.length);
    });
    let units = 0n;
    for (const id of valued) units += issueUnits(whole.issues.get(id)!, tried[id]!, tried);
    for (const at of combinations) {
      const { when, units: worth } = whole.combinations[at]!;
      if (when.every(({ issue, options: any }) => any.includes(tried[issue] ?? ""))) units += worth;
    }
    if (best !== undefined && !beats(units, best.units)) continue;
    best = { units, choices: Object.fromEntries(open.map((id) => [id, tried[id]!])) };
  }
  return best;
}

/** Beyond what the group can reach, or just that. */
function extremes(whole: WholeNumberSheet, choices: Choices, group: Group, beats: Beats): bigint {
  let units = 0n;
  for (const id of group.valued) {
    const issue = whole.issues.get(id)!;
    const chosen = choices[id];
    const values = (chosen === undefined ? issue.options : [chosen]).flatMap((option) => [
      issue.units.get(option)!,
      ...issue.tables.flatMap(({ cells }) => [...cells.values()].flatMap((row) => row.get(option) ?? [])),
    ]);
    units += values.reduce((a, b) => (beats(b, a) ? b : a));
  }
  for (const at of group.combinations) {
    const worth = whole.combinations[at]!.units;
    if (beats(worth, 0n)) units += worth;
  }
  return units;
}
