import type { Analysis } from "#analysis";
import { type DealAnswer, type FrontierTable, settlementAt } from "#compute/browser";
import type { Choices, PartyId, Scenario } from "#model";
import { type PairMark, pairScatter, pairSentence, reportContext, solutionEntries, type Text } from "#report";

/** Something in the drawing that can be picked: a mark, a settlement on the pair's own frontier, any efficient one. */
export type Place = {
  readonly id: string;
  readonly kind: "package" | "solution" | "draft" | "frontier" | "efficient";
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly row?: number;
  readonly mark?: Pick<PairMark, "choices" | "utilities">;
  readonly ties?: string;
};

export type Pair = { readonly across: PartyId; readonly up: PartyId };

export type PairDrawing = {
  readonly plot: ReturnType<typeof pairScatter>["plot"];
  readonly sentence: Text;
  /** Efficient settlements, in the rows' order. */
  readonly dots: readonly Place[];
  /** What the keyboard goes through: marks by value to the party across, then the pair's own frontier. */
  readonly stops: readonly Place[];
};

/** The drawing of two parties from the listed frontier: the same as the report's, and what in it can be picked. */
export function pairDrawing(
  scenario: Scenario,
  answer: DealAnswer,
  pair: Pair,
  draft: PairMark | undefined,
  refining = false,
): PairDrawing {
  const { analysis, frontier } = answer;
  const context = reportContext(scenario, analysis);
  const dots = efficientPlaces(frontier, pair);
  // solutions are settlements of the agreement zone too, and may be missing from a frontier that is listed in part
  const solved = answer.beforeReservations ? [] : solvedPlaces(analysis, pair);
  const { plot: drawn, own: found } = pairScatter(context, pair, dots, solved);
  const known = (analysis.frontierBeforeReservations ?? analysis.frontier).status !== "unknown";
  // solutions alone are no frontier, and draw none
  const own = known ? found : [];
  const told = refining
    ? { ...drawn, refining, frontierLabel: `${drawn.frontierLabel.replace(/^coarse /, "")}, being refined` }
    : drawn;
  const named = known ? told : { ...told, frontier: [], zone: "above-reservations" as const };
  const plot = draft ? { ...named, marks: [...named.marks, draft] } : named;
  const marks = plot.marks.map(
    (mark): Place => ({
      id: mark.id,
      kind: mark.kind === "solution" || mark.kind === "draft" ? mark.kind : "package",
      label: mark.label,
      x: mark.x,
      y: mark.y,
      mark,
    }),
  );
  return {
    plot,
    sentence: pairSentence(context, pair, { own: own.length, listed: dots.length, refining }),
    dots,
    stops: [
      ...marks.sort((a, b) => a.x - b.x || a.y - b.y),
      ...own.map((place) => ({ ...place, kind: "frontier" as const })),
    ],
  };
}

function efficientPlaces({ parties, count, utilities, ties }: FrontierTable, { across, up }: Pair): Place[] {
  const [x, y] = [parties.indexOf(across), parties.indexOf(up)];
  if (x < 0 || y < 0) return [];
  return Array.from({ length: count }, (_, row) => ({
    id: `row ${row}`,
    kind: "efficient",
    label: "",
    x: utilities[row * parties.length + x]!,
    y: utilities[row * parties.length + y]!,
    row,
    ties: ties[row]!,
  }));
}

function solvedPlaces(analysis: Analysis, { across, up }: Pair): Place[] {
  return solutionEntries(analysis).flatMap(({ id, title, solution }) =>
    solution.points.map(
      (point, at): Place => ({
        id: `solved ${id} ${at}`,
        kind: "solution",
        label: title,
        x: point.utilities[across] ?? 0,
        y: point.utilities[up] ?? 0,
        mark: { choices: point.settlement, utilities: point.utilities },
      }),
    ),
  );
}

/** The settlement that the place stands for. */
export function choicesAt(table: FrontierTable, place: Place): Choices {
  return place.mark?.choices ?? settlementAt(table, place.row ?? 0);
}

export function utilitiesAt(table: FrontierTable, { mark, row = 0 }: Place): Readonly<Record<PartyId, number>> {
  if (mark) return mark.utilities;
  const { parties, utilities } = table;
  return Object.fromEntries(parties.map((party, at) => [party, utilities[row * parties.length + at]!]));
}

/** The nearest of the places within `reach` pixels; marks before dots at equal distance, since they come first. */
export function nearest(
  places: readonly Place[],
  at: { readonly x: number; readonly y: number },
  scales: { readonly x: (value: number) => number; readonly y: (value: number) => number },
  reach: number,
): { readonly place: Place; readonly distance: number } | undefined {
  let best: { readonly place: Place; readonly distance: number } | undefined;
  for (const place of places) {
    const distance = Math.hypot(scales.x(place.x) - at.x, scales.y(place.y) - at.y);
    if (distance <= reach && (!best || distance < best.distance)) best = { place, distance };
  }
  return best;
}
