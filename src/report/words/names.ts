import type { ConstraintRef } from "#analysis";
import type { ClusterId, Condition, IssueId, OptionId, PackageId, PartyId, PreferenceSheet, Scenario } from "#model";
import { unreachable } from "#prelude";
import { type Inline, name, possessive, series } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";

/** The names of a scenario's things as a report writes them. An id without a name stands for itself. */
export type Names = {
  readonly party: (id: PartyId) => Extract<Inline, { kind: "party" }>;
  readonly issue: (id: IssueId) => Inline;
  readonly cluster: (id: ClusterId) => Inline | undefined;
  readonly option: (issue: IssueId, option: OptionId) => Inline;
  /** Several of an issue's options in a row; a name with a comma of its own stands in quotation marks. */
  readonly options: (issue: IssueId, options: readonly OptionId[], last?: "and" | "or") => readonly Inline[];
  readonly package: (id: PackageId) => Inline;
  readonly source: (id: string) => Inline;
  /** "Donbas: freeze on the line of contact". */
  readonly choice: (issue: IssueId, option: OptionId) => readonly Inline[];
  readonly condition: (condition: Condition) => readonly Inline[];
  /** "Russia's hard line no-european-brigades". */
  readonly constraint: (ref: ConstraintRef) => readonly Inline[];
  /** "Ukraine: hard lines a and b; Russia: reservation value and floor c". */
  readonly constraints: (refs: readonly ConstraintRef[]) => readonly Inline[];
  readonly sheet: (party: PartyId) => PreferenceSheet | undefined;
  /** Who must consent and has a sheet, and who must but has none, so that nothing can be said of its consent. */
  readonly judged: readonly PartyId[];
  readonly unjudged: readonly PartyId[];
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
    cluster: (id) => {
      const cluster = agenda.clusters.find((one) => one.id === id);
      return cluster && name(cluster.name);
    },
    option: (issue, option) => name(issues.get(issue)?.options.find((one) => one.id === option)?.name ?? option),
    options: (issue, options, last = "and") =>
      series(
        options.map((id) => {
          const option = names.option(issue, id);
          return options.length > 1 && /[,;]\s/.test(plainText(option)) ? ["“", option, "”"] : option;
        }),
        last,
      ),
    package: (id) => name(packages.get(id) ?? id),
    source: (id) => {
      const source = sources.get(id);
      return { kind: "source", source: id, text: source ? `${source.publisher}, ${source.date}` : id };
    },
    choice: (issue, option) => [names.issue(issue), ": ", names.option(issue, option)],
    condition: (condition) =>
      series(
        condition.map(({ issue, options }) => [names.issue(issue), " is ", ...names.options(issue, options, "or")]),
      ),
    constraint: (ref) => {
      switch (ref.kind) {
        case "reservation":
          return [...possessive(names.party(ref.party)), " reservation value"];
        case "line": {
          const line = sheets.get(ref.party)?.redLines.find((one) => one.id === ref.line);
          return [
            ...possessive(names.party(ref.party)),
            ` ${line ? `${line.kind} ` : "red "}line `,
            { kind: "id", text: ref.line },
          ];
        }
        case "floor":
          return [...possessive(names.party(ref.party)), " floor ", { kind: "id", text: ref.floor }];
        default:
          return unreachable(ref);
      }
    },
    constraints: (refs) => {
      const owners = [...new Set(refs.map((ref) => ref.party))];
      return owners.flatMap((party, index) => [
        ...(index > 0 ? ["; "] : []),
        names.party(party),
        ": ",
        ...series(
          constraintGroups(
            refs.filter((ref) => ref.party === party),
            sheets.get(party),
          ),
        ),
      ]);
    },
    sheet: (party) => sheets.get(party),
    judged: agenda.consent.filter((party) => sheets.has(party)),
    unjudged: agenda.consent.filter((party) => !sheets.has(party)),
    scale: (party) => sheets.get(party)?.scale ?? 100,
  };
  return names;
}

/** One party's constraints by kind: "reservation value", "hard lines a and b", "declared line c", "floor d". */
function constraintGroups(
  refs: readonly ConstraintRef[],
  sheet: PreferenceSheet | undefined,
): readonly (readonly Inline[])[] {
  const groups = new Map<string, string[]>();
  for (const ref of refs) {
    const kind =
      ref.kind === "line" ? `${sheet?.redLines.find((one) => one.id === ref.line)?.kind ?? "red"} line` : ref.kind;
    const group = groups.get(kind) ?? [];
    group.push(ref.kind === "line" ? ref.line : ref.kind === "floor" ? ref.floor : "");
    groups.set(kind, group);
  }
  return [...groups].map(([kind, ids]) =>
    kind === "reservation"
      ? ["reservation value"]
      : [`${kind}${ids.length === 1 ? "" : "s"} `, ...series(ids.map((text): Inline => ({ kind: "id", text })))],
  );
}
