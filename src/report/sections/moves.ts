import type { ConstraintRef, Move } from "#analysis";
import type { Package, PartyId } from "#model";
import { type Block, type Section, series, type Text } from "../document/document.ts";
import { signedPoints } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { refusingParties } from "../words/refusal-words.ts";
import { newlyCrossed } from "./lines-crossed.ts";
import { judgedParties, type ReportContext, type ScenarioContext } from "./report-context.ts";

/** The single changes that raise a refusing party most, whoever thought of them, with their cost to the others. */
export function movesSection(context: ReportContext): Section | undefined {
  const { scenario, analysis, names } = context;
  const presented = presentedPackage(scenario, analysis);
  if (!presented) return undefined;
  const { moves } = presented.report;
  const refusing = refusingParties(presented.report).filter((party) => (moves[party] ?? []).length > 0);
  const [first] = refusing;
  const largest = first === undefined ? undefined : largestGain(first, moves[first] ?? []);
  if (first === undefined) return undefined;
  return {
    id: "moves",
    title: "What moves the refusing parties most",
    answer: [
      ...(largest
        ? [
            "The single change that moves ",
            names.party(first),
            " most is ",
            ...names.choice(largest.issue, largest.option),
            ` (${signedPoints(largest.change[first] ?? 0, names.scale(first))} points).`,
          ]
        : ["No single change raises ", names.party(first), "."]),
      ...(refusing.some((party) => (moves[party] ?? []).some(({ mends }) => mends))
        ? [" Changes that mend a broken red line or floor of the party stand first."]
        : []),
    ],
    blocks: refusing.map((party) =>
      movesTable(context, party, moves[party] ?? [], presented.package, analysis.rules.enforced),
    ),
  };
}

/** Not always the first of the list: what mends a line or floor stands before it. */
function largestGain(party: PartyId, moves: readonly Move[]): Move | undefined {
  const gain = (move: Move | undefined): number => move?.change[party] ?? 0;
  return moves.reduce<Move | undefined>((best, move) => (gain(move) > gain(best) ? move : best), undefined);
}

export function movesTable(
  context: ScenarioContext,
  party: PartyId,
  moves: readonly Move[],
  before: Pick<Package, "choices" | "date">,
  enforced: readonly ConstraintRef[] = [],
): Block {
  const { names } = context;
  const parties = judgedParties(context);
  const shown = moves.slice(0, 8);
  const crossed = shown.map((move) => newlyCrossed(context, before, { [move.issue]: move.option }, enforced));
  const anyCrossed = crossed.some((lines) => lines.length > 0) || shown.some(({ mends }) => mends);
  const refs = (list: readonly ConstraintRef[]) => series(list.map((ref) => names.constraint(ref)));
  return {
    kind: "table",
    caption: ["Single changes that raise ", names.party(party), " most: change in each party’s value, in points"],
    columns: [
      { title: "Change", align: "start" },
      ...parties.map((one) => ({ title: names.party(one.id), align: "end" as const })),
      ...(anyCrossed ? [{ title: "Red lines and floors", align: "start" as const, long: true }] : []),
    ],
    rows: shown.map((move, index): readonly Text[] => [
      names.choice(move.issue, move.option),
      ...parties.map((one) => signedPoints(move.change[one.id] ?? 0, one.scale)),
      ...(anyCrossed
        ? [
            [
              ...(move.mends ? ["mends ", ...refs(move.mends)] : []),
              move.mends && (crossed[index] ?? []).length > 0 ? "; " : "",
              ...((crossed[index] ?? []).length > 0 ? ["crosses ", ...refs(crossed[index] ?? [])] : []),
            ],
          ]
        : []),
    ]),
  };
}
