import type { Clause, Linkage, OptionId } from "#model";
import { type Diagnostic, err, ok, type Result, type Span } from "#prelude";
import type { BoxSpace, ProfileFile, ProfileIssue } from "./imported-file.ts";
import type { ValuedOption } from "./issue-options.ts";
import { mistake } from "./mistake.ts";

/** An issue of the scenario, the options it got, and the profile's issue it stands for. */
export type MatchedIssue = {
  readonly id: string;
  readonly options: readonly ValuedOption[];
  readonly in: ProfileIssue;
};

/** Option ids that the conditions of one sheet may hold in all, so that no file fills the memory. */
const mostClauseOptions = 2_000_000;

/**
 * One combination linkage per hyper-rectangle: a clause for every issue it restricts. One that excludes its ranges
 * becomes a value that always holds and the same value taken back inside. A rectangle that no settlement can be in is
 * left out.
 */
export function boxLinkages(
  profile: ProfileFile,
  space: BoxSpace,
  issues: readonly MatchedIssue[],
): Result<readonly Linkage[], Diagnostic> {
  const find = issueFinder(space, issues);
  const linkages: Linkage[] = [];
  let held = 0;
  for (const [place, box] of space.boxes.entries()) {
    const bounds = new Map<MatchedIssue, { readonly min: number; readonly max: number }>();
    for (const range of box.ranges) {
      const issue = find(range.issue);
      if (!issue || typeof issue.options[0]?.value === "string") {
        return err(noSuchRange(range.at, issue, range.issue, profile.file));
      }
      const { min, max } = bounds.get(issue) ?? range;
      bounds.set(issue, { min: Math.max(min, range.min), max: Math.min(max, range.max) });
    }
    const clauses = [...bounds].map(([issue, { min, max }]) => ({ issue, options: optionsWithin(issue, min, max) }));
    const possible = clauses.every(({ options }) => options.length > 0);
    const when = clauses
      .filter(({ issue, options }) => options.length < issue.options.length)
      .map(({ issue, options }): Clause => ({ issue: issue.id, options }));
    held += when.reduce((sum, { options }) => sum + options.length, 0);
    if (held > mostClauseOptions) return err(tooLarge(profile));
    const id = `box-${place + 1}`;
    const add = (name: string, condition: readonly Clause[], points: number): void => {
      linkages.push(linkage(name, condition.length > 0 ? condition : always(issues), points, space.maxUtility));
    };
    if (box.outside) add(id, [], box.utility);
    if (possible) add(box.outside ? `${id}-inside` : id, when, box.outside ? -box.utility : box.utility);
  }
  return ok(linkages);
}

/** By the issue's own number; where a file numbers its issues otherwise than its ranges, by place counted from 1. */
function issueFinder(space: BoxSpace, issues: readonly MatchedIssue[]): (number: number) => MatchedIssue | undefined {
  const byIndex = new Map(issues.map((issue) => [issue.in.index, issue]));
  const numbered = space.boxes.every(({ ranges }) => ranges.every(({ issue }) => byIndex.has(issue)));
  return (number) => (numbered ? byIndex.get(number) : issues[number - 1]);
}

function optionsWithin({ options }: MatchedIssue, min: number, max: number): readonly OptionId[] {
  return options.filter(({ value }) => Number(value) >= min && Number(value) <= max).map(({ option }) => option.id);
}

/** A condition that every settlement meets, written out: the language has no empty one. */
function always(issues: readonly MatchedIssue[]): readonly Clause[] {
  return issues.slice(0, 1).map(({ id, options }) => ({ issue: id, options: options.map(({ option }) => option.id) }));
}

function linkage(id: string, when: readonly Clause[], points: number, of: number): Linkage {
  const value = { low: points, mid: points, high: points };
  return { id, kind: "combination", when, value, of, evidence: { sources: [] } };
}

function noSuchRange(at: Span, issue: MatchedIssue | undefined, index: number, file: string): Diagnostic {
  const message = issue
    ? "This range restricts a discrete issue; only issues of numbers have ranges."
    : `There is no issue number ${index} in ${file}.`;
  return mistake(at, "import-range", message, "Correct the index of the range.");
}

function tooLarge(profile: ProfileFile): Diagnostic {
  return mistake(
    profile.at,
    "import-too-many-values",
    `The hyper-rectangles hold more than ${mostClauseOptions} values in all.`,
    "Use fewer rectangles, or issues with fewer values.",
  );
}
