import { type Diagnostic, err, ok, type Result } from "#prelude";
import type { DomainFile, DomainIssue, Evaluator, IssueValues, ProfileFile, ProfileIssue } from "./imported-file.ts";
import { mistake, warning } from "./mistake.ts";

/** A profile with its issues in the domain's order. */
export type MatchedProfile = {
  readonly profile: ProfileFile;
  readonly issues: readonly ProfileIssue[];
  readonly warnings: readonly Diagnostic[];
};

/**
 * The profile's issue for each issue of the domain: the one of the same name, or else of the same index (some
 * collections count from 1 in one file and from 2 in the other, and some rename an issue). Refused when the two do not
 * describe the same issues and values: then it is the profile of another domain.
 */
export function matchIssues(domain: DomainFile, profile: ProfileFile): Result<MatchedProfile, Diagnostic> {
  const foreign = (reason: string): Result<never, Diagnostic> =>
    err(
      mistake(
        profile.at,
        "import-other-domain",
        `This profile does not belong to the domain in ${domain.file}: ${reason}.`,
        "Choose the profiles that were written for that domain.",
      ),
    );
  if (profile.format !== domain.format) return foreign(`it is ${profile.format}, the domain is ${domain.format}`);
  const found = pair(domain.issues, profile.issues);
  const paired = new Set(found);
  const extra = profile.issues.find((issue) => !paired.has(issue));
  if (extra) return foreign(`the domain has no issue "${extra.name}"`);
  const inside = new Map(profile.domain?.issues.map(({ name, values }) => [name, values]));
  const issues: ProfileIssue[] = [];
  const warnings: Diagnostic[] = [...profile.warnings];
  for (const [place, issue] of domain.issues.entries()) {
    const own = found[place] ?? (inside.has(issue.name) ? worthNothing(profile, issue.name) : undefined);
    if (!own) return foreign(`it has no issue "${issue.name}"`);
    const values = own.values ?? inside.get(issue.name);
    const reason = (values && otherValues(issue, values)) ?? wrongEvaluator(issue, own.evaluator);
    if (reason) return foreign(reason);
    issues.push(own);
    warnings.push(...unevaluated(issue, own, profile));
  }
  return ok({ profile, issues, warnings });
}

/** For each issue of the domain, the profile's: by name, and among those left over, by index. */
function pair(domain: readonly DomainIssue[], profile: readonly ProfileIssue[]): readonly (ProfileIssue | undefined)[] {
  const byName = new Map<string, ProfileIssue[]>();
  for (const issue of profile) {
    const same = byName.get(issue.name);
    if (same) same.push(issue);
    else byName.set(issue.name, [issue]);
  }
  const named = domain.map(({ name }) => byName.get(name)?.shift());
  const byIndex = new Map([...byName.values()].flat().map((issue) => [issue.index, issue]));
  return named.map((issue, place) => {
    const index = domain[place]?.index;
    if (issue || index === undefined) return issue;
    const other = byIndex.get(index);
    byIndex.delete(index);
    return other;
  });
}

/** An issue that a GeniusWeb profile says nothing about, though the domain inside it has it. */
function worthNothing(profile: ProfileFile, name: string): ProfileIssue {
  return { name, at: profile.at, weight: 0, evaluator: { kind: "constant", worth: 0 } };
}

/** Why the profile's values are not the domain's; undefined when they are, or are some of them. */
function otherValues({ name, values: own }: DomainIssue, values: IssueValues): string | undefined {
  if (own.kind === "discrete" || values.kind === "discrete") {
    if (own.kind !== values.kind) return `the issue "${name}" is of another kind there`;
    return unknownValue(name, own, values.kind === "discrete" ? values.names : []);
  }
  const same = values.kind === own.kind && values.low === own.low && values.high === own.high;
  return same ? undefined : `the issue "${name}" has other bounds there`;
}

function wrongEvaluator({ name, values }: DomainIssue, evaluator: Evaluator): string | undefined {
  if (evaluator.kind === "constant") return undefined;
  if ((evaluator.kind === "table") !== (values.kind === "discrete")) {
    return `the issue "${name}" is of another kind there`;
  }
  return evaluator.kind === "table" ? unknownValue(name, values, [...evaluator.worth.keys()]) : undefined;
}

function unknownValue(name: string, values: IssueValues, named: readonly string[]): string | undefined {
  const known = new Set(values.kind === "discrete" ? values.names : []);
  const unknown = named.find((value) => !known.has(value));
  return unknown === undefined ? undefined : `the issue "${name}" has no value "${unknown}" there`;
}

/** GENIUS profiles evaluate every value; GeniusWeb ones leave out those worth 0. */
function unevaluated({ values }: DomainIssue, own: ProfileIssue, { format }: ProfileFile): readonly Diagnostic[] {
  if (format !== "GENIUS XML" || values.kind !== "discrete" || own.evaluator.kind !== "table") return [];
  const { worth } = own.evaluator;
  const missing = values.names.filter((name) => !worth.has(name));
  if (missing.length === 0) return [];
  const message = `The issue "${own.name}" leaves out ${missing.map((name) => `"${name}"`).join(", ")}; they count as 0.`;
  return [warning(own.at, "import-evaluation-missing", message, "Add an item with an evaluation for each.")];
}
