import type { PackageReport, Refusal } from "#analysis";
import type { PartyId } from "#model";
import { type Inline, series } from "../document/document.ts";
import { points } from "./format-number.ts";
import type { Names } from "./names.ts";

/**
 * "value (21.3 points short)", "its hard lines a and b (undated)", "its declared line c (enforced in this run)",
 * "its floor deploy (25.0 where it needs 35.0)".
 */
export function reasonsWords(refusals: readonly Refusal[], names: Names): readonly (readonly Inline[])[] {
  const lines = refusals.filter((refusal) => refusal.by === "line");
  const others = refusals.filter((refusal) => refusal.by !== "line");
  const value = others.filter((refusal) => refusal.by === "value");
  const floors = others.filter((refusal) => refusal.by === "floor");
  return [
    ...value.map((refusal) => [`value (${points(refusal.shortfall, names.scale(refusal.party))} points short)`]),
    ...(["hard", "declared"] as const).flatMap((kind) => {
      const ofKind = lines.filter((line) => lineKind(line, names) === kind);
      return ofKind.length > 0 ? [lineWords(ofKind, kind)] : [];
    }),
    ...floors.map((refusal): readonly Inline[] => [
      "its floor ",
      { kind: "id", text: refusal.floor },
      ` (${points(refusal.value)} where it needs ${points(refusal.min)})`,
    ]),
  ];
}

/** A line that no sheet here has is taken for a hard one: only those are enforced without being asked for. */
function lineKind({ party, line }: LineRefusal, names: Names): "hard" | "declared" {
  return names.sheet(party)?.redLines.find(({ id }) => id === line)?.kind ?? "hard";
}

/** Lines without a date are said to be so once when none has one, else one by one. */
function lineWords(lines: readonly LineRefusal[], kind: "hard" | "declared"): readonly Inline[] {
  const allUndated = lines.every((line) => line.undated);
  const about = [
    ...(allUndated ? [lines.length === 1 ? "undated" : "all undated"] : []),
    ...(kind === "declared" ? ["enforced in this run"] : []), // else it would only be reported
  ];
  return [
    `its ${kind} line${lines.length === 1 ? " " : "s "}`,
    ...series(
      lines.map((line): readonly Inline[] => [
        { kind: "id", text: line.line },
        ...(line.undated && !allUndated ? [" (undated)"] : []),
      ]),
    ),
    about.length > 0 ? ` (${about.join(", ")})` : "",
  ];
}

type LineRefusal = Extract<Refusal, { by: "line" }>;

export function refusingParties(report: Pick<PackageReport, "refusedBy">): PartyId[] {
  return [...new Set(report.refusedBy.map((refusal) => refusal.party))];
}

/** "Russia by value (21.3 points short) and its hard line no-brigades; Europe by its floor deploy (25.0 where it needs 35.0)". */
export function refusedByWords(report: Pick<PackageReport, "refusedBy">, names: Names): readonly Inline[] {
  return refusingParties(report).flatMap((party, index) => [
    ...(index > 0 ? ["; "] : []),
    names.party(party),
    " by ",
    ...series(
      reasonsWords(
        report.refusedBy.filter((refusal) => refusal.party === party),
        names,
      ),
    ),
  ]);
}

/** The package's verdict: a mark and a word, then who refuses and why. */
export function verdictWords(report: Omit<PackageReport, "packageUnlocks" | "moves">, names: Names): readonly Inline[] {
  const open: readonly Inline[] = report.complete ? [] : [" (leaves issues open: only what is certain is shown)"];
  const broken: readonly Inline[] =
    report.rulesBroken.length === 0
      ? []
      : [
          "; breaks ",
          report.rulesBroken.length === 1 ? "rule " : "rules ",
          ...series(report.rulesBroken.map((rule): Inline => ({ kind: "id", text: rule }))),
        ];
  if (report.refusedBy.length > 0)
    return [{ kind: "verdict", is: "no", text: "Refused" }, ": ", ...refusedByWords(report, names), ...broken, ...open];
  if (!report.complete) return [{ kind: "verdict", is: "open", text: "No refusal is certain" }, ...broken, ...open];
  if (broken.length > 0) return [{ kind: "verdict", is: "no", text: "Not a rule-abiding settlement" }, ...broken];
  if (names.judged.length === 0) return [{ kind: "verdict", is: "open", text: "Not judged: no party has a sheet" }];
  if (names.unjudged.length > 0) return [{ kind: "verdict", is: "open", text: "All who have a sheet consent" }];
  return [{ kind: "verdict", is: "yes", text: "All consent" }];
}
