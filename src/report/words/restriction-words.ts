import type { ConstraintRef } from "#analysis";
import type { IssueId } from "#model";
import { type Inline, series, type Text } from "../document/document.ts";
import type { ReportContext } from "../sections/report-context.ts";
import { counted } from "./format-number.ts";

/** More locks than this are counted, not named. */
const namedAtMost = 3;

/**
 * What this run assumed beside the scenario as written, as a clause that a sentence can begin with: "With Donbas locked
 * to Cession", "Read as weights (no red line enforced), without floors". Empty for a run without any restriction.
 */
export function restrictionWords(context: ReportContext): readonly Inline[] {
  const parts: readonly Text[] = [
    ...linesSetAside(context),
    ...floorsSetAside(context),
    ...(context.analysis.rules.ruleIds.length < context.scenario.agenda.rules.length
      ? ["without the definitional rules"]
      : []),
    ...declaredEnforced(context),
    ...kept(context),
    ...locked(context),
    ...where(context),
  ];
  const words = parts.flatMap((part, at): readonly Text[] => (at > 0 ? [", ", part] : [part])).flat() as Inline[]; // texts are inlines or lists of them
  const [first, ...rest] = words;
  return typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : words;
}

/** Whether this run looked at some settlements only. */
export function isNarrowed({ analysis, asked }: ReportContext): boolean {
  return Object.keys(analysis.rules.locks).length > 0 || (asked?.options.where ?? []).length > 0;
}

function linesSetAside({ analysis: { rules } }: ReportContext): Text[] {
  const out = rules.setAside.filter((ref) => ref.kind === "line").length;
  if (out === 0) return [];
  if (!rules.enforced.some((ref) => ref.kind === "line")) return ["read as weights (no red line enforced)"];
  return [`with ${counted(out, "hard red line")} read as ${out === 1 ? "a weight" : "weights"}`];
}

function floorsSetAside({ analysis: { rules } }: ReportContext): Text[] {
  const out = rules.setAside.filter((ref) => ref.kind === "floor").length;
  if (out === 0) return [];
  return [
    rules.enforced.some((ref) => ref.kind === "floor") ? `with ${counted(out, "floor")} set aside` : "without floors",
  ];
}

function declaredEnforced({ analysis: { rules }, names }: ReportContext): Text[] {
  const isDeclared = (ref: ConstraintRef): boolean =>
    ref.kind === "line" && names.sheet(ref.party)?.redLines.find(({ id }) => id === ref.line)?.kind === "declared";
  const parties = [...new Set(rules.enforced.filter(isDeclared).map(({ party }) => party))];
  if (parties.length === 0) return [];
  return [["with the declared lines of ", ...series(parties.map((party) => names.party(party))), " enforced"]];
}

/** "with only Sanctions on Russia free to change from “The package as presented”". */
function kept({ scenario, names, asked }: ReportContext): Text[] {
  const { from, free = [] } = asked?.options ?? {};
  if (from === undefined) return [];
  const words = free.map((id) => names.cluster(id) ?? names.issue(id));
  const open = scenario.packages.find(({ id }) => id === from)?.choices ?? {};
  const openAnyway = scenario.agenda.issues.filter(({ id }) => open[id] === undefined).length;
  return [
    [
      "with only ",
      ...series(words),
      openAnyway > 0 ? ` and the ${counted(openAnyway, "issue")} it leaves open` : "",
      " free to change from “",
      names.package(from),
      "”",
    ],
  ];
}

function locked({ analysis: { rules }, names, asked }: ReportContext): Text[] {
  // with a package to start from, most locks are that package's own choices
  const locks = Object.entries(asked?.options.from === undefined ? rules.locks : (asked.options.lock ?? {}));
  if (locks.length === 0) return [];
  if (locks.length > namedAtMost) return [`with ${counted(locks.length, "issue")} locked`];
  const lock = ([issue, option]: readonly [IssueId, string]): Text => [
    names.issue(issue),
    " locked to ",
    names.option(issue, option),
  ];
  return [["with ", ...series(locks.map(lock))]];
}

function where({ names, asked }: ReportContext): Text[] {
  const condition = asked?.options.where ?? [];
  return condition.length === 0 ? [] : [["where ", ...names.condition(condition)]];
}
