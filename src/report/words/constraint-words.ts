import { type Clause, type Condition, floorSubject, lineSubject, type PreferenceSheet } from "#model";
import { type Inline, series, type Text } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";

/** What the words of a constraint are made of. */
export type SubjectNames = {
  readonly issue: (id: string) => Inline;
  readonly option: (issue: string, option: string) => Inline;
};

/** Whether the options at stake are said, and whether ids are. */
export type ShownConstraints = { readonly apart?: boolean; readonly ids?: boolean };

/** A red line or floor of one sheet. */
export type SheetConstraint =
  | { readonly kind: "line"; readonly line: string }
  | { readonly kind: "floor"; readonly floor: string };

/**
 * One party's red lines or floors as readers know them, by their issues: "hard line on Donbas", "floors on Donbas and
 * Sanctions", "declared line on Donbas against Cession" where the party has two on Donbas or `apart` asks for it. An id
 * stands only for what nothing else tells apart, and faintly behind each with `ids`.
 */
export function constraintWords(
  refs: readonly SheetConstraint[],
  sheet: PreferenceSheet | undefined,
  names: SubjectNames,
  { apart = false, ids = false }: ShownConstraints = {},
): readonly Inline[] {
  const [first] = refs;
  if (!first) return [];
  const subjects = refs.map((ref) =>
    ref.kind === "line" ? lineSubject(sheet, ref.line) : floorSubject(sheet, ref.floor),
  );
  const kind =
    first.kind === "floor" ? "floor" : `${sheet?.redLines.find(({ id }) => id === first.line)?.kind ?? "red"} line`;
  const named = refs.map((ref, at): Text => {
    const id: Inline = { kind: "id", text: ref.kind === "line" ? ref.line : ref.floor };
    const subject = subjects[at];
    if (!subject) return id;
    const against = ref.kind === "line" ? " against " : " for ";
    const words = clauseWords(subject.clauses, subject.options || apart ? against : undefined, refs.length > 1, names);
    return ids ? [...words, " ", { kind: "faint", of: ["(", id, ")"] }] : words;
  });
  // what an id names stands without "on"; it is rare enough to come before the others
  return [`${kind}${refs.length === 1 ? "" : "s"} ${subjects[0] ? "on " : ""}`, ...series(named)];
}

/** "Donbas", "Donbas against Cession or Freeze", "Who patrols the zone with Size of the patrol". */
export function clauseWords(
  clauses: Condition,
  against: string | undefined,
  listed: boolean,
  names: SubjectNames,
): readonly Inline[] {
  const issue = (id: string) => quoted(names.issue(id), listed);
  const options = ({ issue: of, options: ids }: Clause) =>
    series(
      ids.map((id) => quoted(names.option(of, id), true)),
      "or",
    );
  const [only, ...rest] = clauses;
  if (!only) return [];
  if (rest.length === 0) return [...issue(only.issue), ...(against ? [against, ...options(only)] : [])];
  const one = (clause: Clause): readonly Inline[] => [
    ...issue(clause.issue),
    ...(against ? [" (", ...options(clause), ")"] : []),
  ];
  return [...one(only), " with ", ...series(rest.map(one))];
}

/** Issue names in a row; one that would blur where the next begins stands in quotation marks. */
export function issueSeries(ids: readonly string[], names: SubjectNames, last = "and"): readonly Inline[] {
  return series(
    ids.map((id) => quoted(names.issue(id), ids.length > 1)),
    last,
  );
}

/** In quotation marks when it holds a comma or, in a list, an "and" of its own. */
function quoted(name: Inline, listed: boolean): readonly Inline[] {
  return (listed ? /[,;]\s|\s(and|or)\s/ : /[,;]\s/).test(plainText(name)) ? ["“", name, "”"] : [name];
}
