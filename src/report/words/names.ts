import type { ConstraintRef } from "#analysis";
import {
  type ClusterId,
  type Condition,
  floorSubject,
  type IssueId,
  type Linkage,
  lineSubject,
  type OptionId,
  type PackageId,
  type PartyId,
  type PreferenceSheet,
  type Rule,
  type RuleId,
  type Scenario,
} from "#model";
import { unreachable } from "#prelude";
import { type Inline, name, possessive, series } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";
import { clauseWords, constraintWords, issueSeries, type ShownConstraints } from "./constraint-words.ts";

/** The names of a scenario's things as a report writes them. An id without a name stands for itself. */
export type Names = {
  readonly party: (id: PartyId) => Extract<Inline, { kind: "party" }>;
  readonly issue: (id: IssueId) => Inline;
  /** Several issues in a row; a name with a comma or an "and" of its own stands in quotation marks. */
  readonly issues: (ids: readonly IssueId[], last?: "and" | "or") => readonly Inline[];
  readonly cluster: (id: ClusterId) => Inline | undefined;
  readonly option: (issue: IssueId, option: OptionId) => Inline;
  /** Several of an issue's options in a row; a name with a comma or an "and" of its own stands in quotation marks. */
  readonly options: (issue: IssueId, options: readonly OptionId[], last?: "and" | "or") => readonly Inline[];
  readonly package: (id: PackageId) => Inline;
  /** In a sentence, in quotation marks: where it ends would not be seen. */
  readonly packageInText: (id: PackageId) => readonly Inline[];
  readonly source: (id: string) => Inline;
  /** "Donbas: freeze on the line of contact". */
  readonly choice: (issue: IssueId, option: OptionId) => readonly Inline[];
  readonly condition: (condition: Condition) => readonly Inline[];
  /**
   * "Russia’s hard line on European military presence". Beside others on the same issue, `among` them, it says the
   * options at stake too.
   */
  readonly constraint: (ref: ConstraintRef, among?: readonly ConstraintRef[]) => readonly Inline[];
  /** The same with its id, faintly, for tables. */
  readonly constraintWithId: (ref: ConstraintRef) => readonly Inline[];
  /** The same without its owner: "hard line on European military presence". */
  readonly ownConstraint: (ref: ConstraintRef) => readonly Inline[];
  /** "Ukraine: hard lines on A and B; Russia: reservation value and floor on C"; in tables with their ids. */
  readonly constraints: (refs: readonly ConstraintRef[], shown?: { readonly ids: boolean }) => readonly Inline[];
  /** "rule on Who patrols the zone with Size of the patrol". */
  readonly rule: (id: RuleId) => readonly Inline[];
  /** "Russia’s linkage of Donbas with Sanctions on Russia". */
  readonly linkage: (party: PartyId, id: string) => readonly Inline[];
  readonly sheet: (party: PartyId) => PreferenceSheet | undefined;
  /** Who must consent and has a sheet, and who must but has none, so that nothing can be said of its consent. */
  readonly judged: readonly PartyId[];
  readonly unjudged: readonly PartyId[];
  /** "all", or "all whose preferences are known" where some who must consent have none. */
  readonly all: string;
  readonly scale: (party: PartyId) => number;
};

export function namesOf(scenario: Scenario): Names {
  const { agenda } = scenario;
  const parties = new Map(agenda.parties.map((party) => [party.id, party.name]));
  const issues = new Map(agenda.issues.map((issue) => [issue.id, issue]));
  const packages = new Map(scenario.packages.map((one) => [one.id, one.name]));
  const sources = new Map(agenda.sources.map((source) => [source.id, source]));
  const sheets = new Map(scenario.sheets.map((sheet) => [sheet.party, sheet]));
  const names: Names = {
    party: (id) => ({ kind: "party", party: id, text: parties.get(id) ?? id }),
    issue: (id) => name(issues.get(id)?.name ?? id),
    issues: (ids, last) => issueSeries(ids, names, last),
    cluster: (id) => {
      const cluster = agenda.clusters.find((one) => one.id === id);
      return cluster && name(cluster.name);
    },
    option: (issue, option) => name(issues.get(issue)?.options.find((one) => one.id === option)?.name ?? option),
    options: (issue, options, last = "and") =>
      series(
        options.map((id) => {
          const option = names.option(issue, id);
          return options.length > 1 && /[,;]\s|\s(and|or)\s/.test(plainText(option)) ? ["“", option, "”"] : option;
        }),
        last,
      ),
    package: (id) => name(packages.get(id) ?? id),
    packageInText: (id) => ["“", names.package(id), "”"],
    source: (id) => {
      const source = sources.get(id);
      return { kind: "source", source: id, text: source ? `${source.publisher}, ${source.date}` : id };
    },
    choice: (issue, option) => [names.issue(issue), ": ", names.option(issue, option)],
    condition: (condition) =>
      series(
        condition.map(({ issue, options }) => [names.issue(issue), " is ", ...names.options(issue, options, "or")]),
      ),
    constraint: (ref, among = []) => {
      const same = issuesOf(ref, sheets.get(ref.party));
      const apart =
        same !== "" && among.some((other) => other !== ref && issuesOf(other, sheets.get(other.party)) === same);
      return [...possessive(names.party(ref.party)), " ", ...ownWords([ref], { apart })];
    },
    constraintWithId: (ref) => [...possessive(names.party(ref.party)), " ", ...ownWords([ref], { ids: true })],
    ownConstraint: (ref) => ownWords([ref]),
    constraints: (refs, { ids } = { ids: false }) => {
      const owners = [...new Set(refs.map((ref) => ref.party))];
      return owners.flatMap((party, index) => [
        ...(index > 0 ? ["; "] : []),
        names.party(party),
        ": ",
        ...series(
          ofOneKind(
            refs.filter((ref) => ref.party === party),
            sheets.get(party),
          ).map((group) => ownWords(group, { ids })),
        ),
      ]);
    },
    rule: (id) => {
      const clauses = ruleClauses(agenda.rules.find((one) => one.id === id));
      const alike = agenda.rules.filter((one) => issueKey(ruleClauses(one)) === issueKey(clauses)).length > 1;
      if (clauses.length === 0 || alike) return ["rule ", { kind: "id", text: id }];
      return ["rule on ", ...clauseWords(clauses, undefined, true, names)];
    },
    linkage: (party, id) => {
      const linkages = sheets.get(party)?.linkages ?? [];
      const clauses = linkageClauses(linkages.find((one) => one.id === id));
      const alike = linkages.filter((one) => issueKey(linkageClauses(one)) === issueKey(clauses)).length > 1;
      const whose = [...possessive(names.party(party)), " linkage "];
      if (clauses.length === 0 || alike) return [...whose, { kind: "id", text: id }];
      return [...whose, "of ", ...clauseWords(clauses, undefined, true, names)];
    },
    sheet: (party) => sheets.get(party),
    judged: agenda.consent.filter((party) => sheets.has(party)),
    unjudged: agenda.consent.filter((party) => !sheets.has(party)),
    all: agenda.consent.every((party) => sheets.has(party)) ? "all" : "all whose preferences are known",
    scale: (party) => sheets.get(party)?.scale ?? 100,
  };
  return names;

  /** Constraints of one party and kind. */
  function ownWords(refs: readonly ConstraintRef[], shown?: ShownConstraints): readonly Inline[] {
    const [first] = refs;
    if (!first || first.kind === "reservation") return ["reservation value"];
    const of = refs.flatMap((ref) => (ref.kind === "reservation" ? [] : [ref]));
    return constraintWords(of, sheets.get(first.party), names, shown);
  }
}

/** One party's constraints, the hard lines together, the declared ones, the floors. */
function ofOneKind(refs: readonly ConstraintRef[], sheet: PreferenceSheet | undefined): ConstraintRef[][] {
  const groups = new Map<string, ConstraintRef[]>();
  for (const ref of refs) {
    const line = ref.kind === "line" ? sheet?.redLines.find(({ id }) => id === ref.line)?.kind : undefined;
    const kind = `${ref.kind} ${line}`;
    groups.set(kind, [...(groups.get(kind) ?? []), ref]);
  }
  return [...groups.values()];
}

function issuesOf(ref: ConstraintRef, sheet: PreferenceSheet | undefined): string {
  switch (ref.kind) {
    case "reservation":
      return "";
    case "line":
      return issueKey(lineSubject(sheet, ref.line)?.clauses ?? []);
    case "floor":
      return issueKey(floorSubject(sheet, ref.floor)?.clauses ?? []);
    default:
      return unreachable(ref);
  }
}

function issueKey(condition: Condition): string {
  return condition
    .map(({ issue }) => issue)
    .sort()
    .join(" ");
}

function ruleClauses(rule: Rule | undefined): Condition {
  if (!rule) return [];
  return rule.kind === "forbid" ? rule.when : [...rule.when, ...rule.then];
}

function linkageClauses(linkage: Linkage | undefined): Condition {
  if (!linkage) return [];
  if (linkage.kind === "combination") return linkage.when;
  return [linkage.issue, linkage.given].map((issue) => ({ issue, options: [] }));
}
