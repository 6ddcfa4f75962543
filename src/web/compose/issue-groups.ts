import type { Agenda, Cluster, Issue } from "#model";

/** The agenda's issues by cluster, in the agenda's order; those of no cluster last. */
export function issueGroups({ clusters, issues }: Agenda): readonly IssueGroup[] {
  const known = new Set(clusters.map(({ id }) => id));
  const groups = clusters.map((cluster): IssueGroup => {
    return { cluster, issues: issues.filter((issue) => issue.cluster === cluster.id) };
  });
  const rest = issues.filter(({ cluster }) => cluster === undefined || !known.has(cluster));
  return [...groups, { issues: rest }].filter((group) => group.issues.length > 0);
}

export type IssueGroup = { readonly cluster?: Cluster; readonly issues: readonly Issue[] };
