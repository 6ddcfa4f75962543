import type { Agenda, ClusterId, IssueId } from "#model";
import { membersOf } from "./bit-set.ts";
import type { ClosedParts } from "./closed-parts.ts";
import type { ClusterProgress } from "./composition.ts";
import type { Table } from "./table.ts";

/**
 * Every issue is settled alike in all closed sets, in some, or open; by cluster in the agenda's order, and those without one
 * last. An issue that two parts settle is settled alike in both, or the parts would be one.
 */
export function clusterProgress(agenda: Agenda, table: Table, { parts }: ClosedParts): readonly ClusterProgress[] {
  const settled = new Set<IssueId>();
  const undecided = new Set<IssueId>();
  for (const { alternatives, whole } of parts) {
    const packages = alternatives.map((set) => {
      return Object.assign({}, ...membersOf(set).map((offer) => table.offers[offer]!.choices)) as Record<
        string,
        string
      >; // what choices are
    });
    for (const issue of new Set(packages.flatMap((choices) => Object.keys(choices)))) {
      const alike = packages.every((choices) => choices[issue] === packages[0]![issue]);
      (alike && whole ? settled : undecided).add(issue);
    }
  }
  const clusters: (ClusterId | undefined)[] = [...agenda.clusters.map(({ id }) => id), undefined];
  return clusters.flatMap((cluster) => {
    const issues = agenda.issues.filter((issue) => issue.cluster === cluster).map(({ id }) => id);
    if (issues.length === 0) return [];
    return [
      {
        ...(cluster === undefined ? {} : { cluster }),
        settled: issues.filter((issue) => settled.has(issue)),
        undecided: issues.filter((issue) => undecided.has(issue) && !settled.has(issue)),
        open: issues.filter((issue) => !settled.has(issue) && !undecided.has(issue)),
      },
    ];
  });
}
