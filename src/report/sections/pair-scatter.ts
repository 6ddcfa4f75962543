import type { FrontierPoint } from "#analysis";
import type { Choices, PartyId } from "#model";
import { type Inline, series, type Text } from "../document/document.ts";
import type { Scatter, ScatterMark } from "../plots/scatter.ts";
import { count, points } from "../words/format-number.ts";
import type { Pair } from "./opposed-pairs.ts";
import type { ReportContext } from "./report-context.ts";
import { solutionEntries } from "./solutions.ts";

type Place = { readonly x: number; readonly y: number };

/** A package or a solution in the drawing of two parties, with the settlement it stands for. */
export type PairMark = ScatterMark & {
  readonly id: string;
  readonly choices: Choices;
  readonly utilities: FrontierPoint["utilities"];
};

/**
 * The drawing of two parties: what they get from the efficient settlements `dots`, and the pair's own frontier among
 * those and `also` (settlements that are efficient too and not listed). Each place may carry what it is of.
 */
export function pairScatter<T extends Place>(
  context: ReportContext,
  { across, up }: Pick<Pair, "across" | "up">,
  dots: readonly T[],
  also: readonly T[],
): {
  readonly plot: Omit<Scatter, "id" | "width" | "marks"> & { readonly marks: readonly PairMark[] };
  readonly own: readonly T[];
} {
  const { analysis } = context;
  const before = analysis.frontierBeforeReservations;
  const frontier = before ?? analysis.frontier;
  const own = undominated([...dots, ...also]);
  const summary = (id: PartyId) => analysis.parties.find((party) => party.id === id);
  const label = (id: PartyId) => summary(id)?.name ?? id;
  return {
    own,
    plot: {
      title: `Value to ${label(across)} against value to ${label(up)}`,
      description: `The frontier of ${label(across)} and ${label(up)}, their reservation lines, the named packages and the bargaining solutions.`,
      x: axis(summary(across), label(across)),
      y: axis(summary(up), label(up)),
      dots,
      frontier: own,
      // with the zone empty nothing lies above both lines for everybody, so nothing is shaded
      zone:
        before !== undefined || own.length === 0
          ? "none"
          : frontier.status === "exact" // every pair's own frontier is listed in full then
            ? "below-frontier"
            : "above-reservations",
      frontierLabel: before === undefined ? "frontier of the pair" : "frontier before reservations",
      marks: [...packageMarks(context, across, up), ...solutionMarks(context, across, up)],
    },
  };
}

/**
 * The places that no other beats in both values, by rising x: the pair's own frontier, when they hold every settlement
 * that is efficient for all, since each settlement efficient for the pair ties in both values with one of those.
 */
export function undominated<T extends Place>(all: readonly T[]): T[] {
  const kept: T[] = [];
  for (const place of [...all].sort((a, b) => b.x - a.x || b.y - a.y)) {
    const last = kept.at(-1);
    if (!last || place.y > last.y) kept.push(place);
  }
  return kept.reverse();
}

/** What the drawing shows: `own` places on the pair's frontier, of `listed` efficient settlements. */
export function pairSentence(
  context: ReportContext,
  pair: Pick<Pair, "across" | "up">,
  { own, listed, refining = false }: { readonly own: number; readonly listed: number; readonly refining?: boolean },
): Text {
  const { analysis, names } = context;
  if (own === 0)
    return "The constraints leave no settlement even with reservation values ignored, so there is no frontier to draw; the named packages are shown.";
  const empty = analysis.frontierBeforeReservations !== undefined;
  const frontier = analysis.frontierBeforeReservations ?? analysis.frontier;
  const size = frontier.status === "unknown" ? "" : count(String(frontier.size));
  const both: readonly Inline[] = [names.party(pair.across), " and ", names.party(pair.up)];
  const capped =
    frontier.status !== "unknown" && frontier.size > listed
      ? ` The ${count(String(listed))} listed hold every point of the pair’s own frontier.`
      : "";
  // how near it is already would only confuse: it is about to be nearer
  const soFar = `the frontier is being refined, with ${count(String(listed))} of its utility vectors listed so far`;
  const status: readonly Inline[] = refining
    ? []
    : frontier.status === "bounded"
      ? [
          frontier.edges === "cleared"
            ? " The frontier is bounded: every efficient settlement that clears all reservation values by as much is within "
            : " The frontier is bounded: every efficient settlement is within ",
          ...series(
            Object.entries(frontier.epsilon).map(([party, epsilon]) => [
              `${points(epsilon, names.scale(party))} points for `,
              names.party(party),
            ]),
          ),
          " of a listed one.",
          capped,
        ]
      : [capped];
  if (empty)
    return [
      `No settlement is above the reservation value of all. With reservations ignored, ${refining ? soFar : `${size} are efficient`}; the line shows how far `,
      ...both,
      " can get together.",
      ...status,
    ];
  return [
    "In the shaded region both ",
    ...both,
    ` are at or above their reservation values; the agreement zone lies inside it, and ${refining ? soFar : `${size} of its utility vectors are efficient for all`}.`,
    ...status,
  ];
}

function axis(
  party: { scale: number; reservation?: { mid: number; low: number; high: number } } | undefined,
  label: string,
) {
  const scale = party?.scale ?? 100;
  return {
    label: `value to ${label}, points of ${points(scale, scale).replace(/\.0+$/, "")}`,
    name: label,
    ...(party?.reservation ? { reservation: party.reservation } : {}),
  };
}

function packageMarks({ analysis }: ReportContext, across: PartyId, up: PartyId): PairMark[] {
  return Object.entries(analysis.packages).flatMap(([id, report]) => {
    const { utilities, choices } = report;
    const x = utilities[across];
    const y = utilities[up];
    if (x === undefined || y === undefined) return [];
    const kind = report.refusedBy.length > 0 ? "refused" : "accepted";
    return [{ id: `package ${id}`, x, y, label: report.name, kind, utilities, choices }];
  });
}

function solutionMarks({ analysis }: ReportContext, across: PartyId, up: PartyId): PairMark[] {
  const marks = new Map<string, PairMark>();
  for (const { id, title, solution } of solutionEntries(analysis)) {
    for (const [at, { utilities, settlement: choices }] of solution.points.slice(0, 3).entries()) {
      const x = utilities[across] ?? 0;
      const y = utilities[up] ?? 0;
      const earlier = marks.get(`${x} ${y}`);
      // solutions often coincide: one mark then carries both names
      const label = earlier ? `${earlier.label}, ${title}` : title;
      marks.set(`${x} ${y}`, { id: `solution ${id} ${at}`, x, y, kind: "solution", label, utilities, choices });
    }
  }
  return [...marks.values()];
}
