import type { Frontier, FrontierPoint } from "#analysis";
import type { Choices, PartyId } from "#model";
import { type Inline, inlines, type Text } from "../document/document.ts";
import type { Scatter, ScatterMark } from "../plots/scatter.ts";
import { boundWords } from "../words/bound-words.ts";
import { count, points } from "../words/format-number.ts";
import type { Names } from "../words/names.ts";
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
  const coarse = frontier.status !== "unknown" && isCoarse(frontier, context.names);
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
      frontierLabel: `${coarse ? "coarse " : ""}${before === undefined ? "frontier of the pair" : "frontier before reservations"}`,
      ...(coarse ? { dotsLabel: "settlement found" } : {}),
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
  const both: readonly Inline[] = [names.party(pair.across), " and ", names.party(pair.up)];
  // how near it is already would only confuse: it is about to be nearer
  const soFar = `the frontier is being refined, with ${count(String(listed))} of its utility vectors listed so far`;
  const unsaid = refining || frontier.status === "unknown" || isCoarse(frontier, names);
  const found = refining
    ? soFar
    : unsaid
      ? ""
      : `${frontier.size === 1 ? "one" : count(String(frontier.size))}${empty ? "" : " of its utility vectors"} ${frontier.size === 1 ? "is" : "are"} efficient${empty ? "" : " for all"}`;
  const status = refining || frontier.status === "unknown" ? [] : frontierStatus(frontier, names, { listed, empty });
  if (empty)
    return [
      `No settlement is above the reservation value of all. With reservations ignored, ${found === "" ? "" : `${found}; `}the line shows how far `,
      ...both,
      " can get together.",
      ...status,
    ];
  return [
    "In the shaded region both ",
    ...both,
    ` are at or above their reservation values; the agreement zone lies inside it${found === "" ? "" : `, and ${found}`}.`,
    ...status,
  ];
}

type Listed = Exclude<Frontier, { status: "unknown" }>;

/** Bounded by more than what rounding leaves open: points are joined, and settlements between them left out. */
function isCoarse(frontier: Listed, names: Names): boolean {
  return (
    frontier.status === "bounded" &&
    Object.entries(frontier.epsilon).some(([party, epsilon]) => epsilon > 1e-6 * names.scale(party))
  );
}

/** How near the drawn frontier is to the whole one, and what a reader may take from it. */
function frontierStatus(
  frontier: Listed,
  names: Names,
  { listed, empty }: { readonly listed: number; readonly empty: boolean },
): readonly Inline[] {
  const coarse = isCoarse(frontier, names);
  const capped =
    frontier.size > listed
      ? ` The ${count(String(listed))} listed hold every point of ${coarse ? "the line" : "the pair’s own frontier"}.`
      : "";
  if (frontier.status === "exact") return [capped];
  if (!coarse)
    return [
      " The frontier is bounded by rounding: every efficient settlement is within ",
      ...inlines(boundWords(frontier.epsilon, names)),
      " of a listed one.",
      capped,
    ];
  const single = frontier.size === 1;
  const size = single ? "one settlement" : `${count(String(frontier.size))} settlements`;
  const accepted = empty ? "" : single ? " accepted by all" : ", each accepted by all";
  return [
    ` The frontier drawn is a coarse one: ${size}${accepted}; others may be better for all. By how much at most is proved: for every efficient settlement, ${single ? "it" : "one of these"} gives each party at most this much less: `,
    ...inlines(boundWords(frontier.epsilon, names)),
    ". Read the line as what is surely within reach, not as where the frontier ends.",
    // the best of several there may have given way to one on the wrong side of the value
    frontier.edges === "cleared"
      ? " Of settlements nearer than that to a party’s reservation value, nothing is proved."
      : "",
    capped,
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
