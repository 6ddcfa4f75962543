import type { PackageReport, Refusal } from "#analysis";
import type { PartyId } from "#model";
import { type Inline, series } from "../document/document.ts";
import { constraintWords } from "./constraint-words.ts";
import { points } from "./format-number.ts";
import type { Names } from "./names.ts";

/**
 * "value (21.3 points short)", "its hard lines on A and B (all undated)", "its declared line on C (enforced in this run)",
 * "its floor on D (25.0 where it needs 35.0)".
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
      return lineWords(ofKind, kind, names);
    }),
    ...floors.map((refusal): readonly Inline[] => [
      "its ",
      ...names.ownConstraint({ kind: "floor", party: refusal.party, floor: refusal.floor }),
      ` (${points(refusal.value)} where it needs ${points(refusal.min)})`,
    ]),
  ];
}

/** A line that no sheet here has is taken for a hard one: only those are enforced without being asked for. */
function lineKind({ party, line }: LineRefusal, names: Names): "hard" | "declared" {
  return names.sheet(party)?.redLines.find(({ id }) => id === line)?.kind ?? "hard";
}

/** The dated ones, then those without a date, which are said to be so once. */
function lineWords(lines: readonly LineRefusal[], kind: "hard" | "declared", names: Names): readonly Inline[][] {
  const enforced = kind === "declared" ? ["enforced in this run"] : []; // else it would only be reported
  return [false, true].flatMap((undated): Inline[][] => {
    const group = lines.filter((line) => line.undated === undated);
    const [first] = group;
    if (!first) return [];
    const about = [...(undated ? [group.length === 1 ? "undated" : "all undated"] : []), ...enforced];
    const refs = group.map(({ line }) => ({ kind: "line", line }) as const);
    return [
      [
        "its ",
        ...constraintWords(refs, names.sheet(first.party), names),
        about.length > 0 ? ` (${about.join(", ")})` : "",
      ],
    ];
  });
}

type LineRefusal = Extract<Refusal, { by: "line" }>;

export function refusingParties(report: Pick<PackageReport, "refusedBy">): PartyId[] {
  return [...new Set(report.refusedBy.map((refusal) => refusal.party))];
}

/** "Russia by value (21.3 points short) and its hard line on A; Europe by its floor on B (25.0 where it needs 35.0)". */
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
      : ["; breaks ", ...series(report.rulesBroken.map((rule): readonly Inline[] => ["the ", ...names.rule(rule)]))];
  if (report.refusedBy.length > 0)
    return [{ kind: "verdict", is: "no", text: "Refused" }, ": ", ...refusedByWords(report, names), ...broken, ...open];
  if (!report.complete) return [{ kind: "verdict", is: "open", text: "No refusal is certain" }, ...broken, ...open];
  if (broken.length > 0) return [{ kind: "verdict", is: "no", text: "Not a rule-abiding settlement" }, ...broken];
  if (names.judged.length === 0) return [{ kind: "verdict", is: "open", text: "Not judged: no party has a sheet" }];
  if (names.unjudged.length > 0)
    return [{ kind: "verdict", is: "open", text: "All whose preferences are known consent" }];
  return [{ kind: "verdict", is: "yes", text: "All consent" }];
}
