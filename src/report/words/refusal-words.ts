import type { PackageReport, Refusal } from "#analysis";
import type { PartyId } from "#model";
import { unreachable } from "#prelude";
import { type Inline, series } from "../document/document.ts";
import { points } from "./format-number.ts";
import type { Names } from "./names.ts";

/** "value (21.3 points short)", "its hard line no-brigades", "its floor deploy (25 where it needs 35)". */
export function reasonWords(refusal: Refusal, names: Names): readonly Inline[] {
  switch (refusal.by) {
    case "value":
      return [`value (${points(refusal.shortfall, names.scale(refusal.party))} points short)`];
    case "line":
      return ["its hard line ", { kind: "id", text: refusal.line }, ...(refusal.undated ? [" (undated)"] : [])];
    case "floor":
      return [
        "its floor ",
        { kind: "id", text: refusal.floor },
        ` (${points(refusal.value)} where it needs ${points(refusal.min)})`,
      ];
    default:
      return unreachable(refusal);
  }
}

export function refusingParties(report: PackageReport): PartyId[] {
  return [...new Set(report.refusedBy.map((refusal) => refusal.party))];
}

/** "Russia by value (21.3 points short) and its hard line no-brigades; Europe by its floor deploy (25.0 where it needs 35.0)". */
export function refusedByWords(report: PackageReport, names: Names): readonly Inline[] {
  return refusingParties(report).flatMap((party, index) => [
    ...(index > 0 ? ["; "] : []),
    names.party(party),
    " by ",
    ...series(
      report.refusedBy.filter((refusal) => refusal.party === party).map((refusal) => reasonWords(refusal, names)),
    ),
  ]);
}

/** The package's verdict: a mark and a word, then who refuses and why. */
export function verdictWords(report: PackageReport, names: Names): readonly Inline[] {
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
  return [{ kind: "verdict", is: "yes", text: "All consent" }];
}
