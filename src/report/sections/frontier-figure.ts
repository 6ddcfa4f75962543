import type { Frontier, FrontierPoint } from "#analysis";
import type { PartyId } from "#model";
import { type Figure, type Inline, series, type Text } from "../document/document.ts";
import { type ScatterMark, scatter } from "../plots/scatter.ts";
import { count, points } from "../words/format-number.ts";
import type { Pair } from "./opposed-pairs.ts";
import type { ReportContext } from "./report-context.ts";
import { solutionEntries } from "./solutions.ts";

const rowsShown = 40;

/** Value to one adversary against value to the other: reservation lines, the pair's own frontier, packages, solutions. */
export function frontierFigure(context: ReportContext, pair: Pair): Figure | undefined {
  const { analysis, names } = context;
  const before = analysis.frontierBeforeReservations;
  const frontier = before ?? analysis.frontier;
  if (frontier.status === "unknown") return undefined;
  const { across, up } = pair;
  // solutions are settlements of the agreement zone too, and may be missing from a frontier that is listed in part
  const solved = before ? [] : solutionEntries(analysis).flatMap(({ solution }) => solution.points);
  const own = pairFrontier([...frontier.points, ...solved], across, up);
  const marks = [...packageMarks(context, pair), ...solutionMarks(context, pair)];
  const label = (id: PartyId) => analysis.parties.find((party) => party.id === id)?.name ?? id;
  const summary = (id: PartyId) => analysis.parties.find((party) => party.id === id);
  return {
    kind: "figure",
    sentence:
      own.length === 0
        ? "The constraints leave no settlement even with reservation values ignored, so there is no frontier to draw; the named packages are shown."
        : sentence(context, pair, frontier, before !== undefined),
    undrawn: "",
    draw: (width, id) =>
      scatter({
        id,
        width,
        title: `Value to ${label(across)} against value to ${label(up)}`,
        description: `The frontier of ${label(across)} and ${label(up)}, their reservation lines, the named packages and the bargaining solutions.`,
        x: axis(summary(across), label(across)),
        y: axis(summary(up), label(up)),
        dots: frontier.points.map((point) => ({ x: point.utilities[across] ?? 0, y: point.utilities[up] ?? 0 })),
        frontier: own.map((point) => ({ x: point.utilities[across] ?? 0, y: point.utilities[up] ?? 0 })),
        // with the zone empty nothing lies above both lines for everybody, so nothing is shaded
        zone:
          before !== undefined || own.length === 0
            ? "none"
            : frontier.status === "exact" // every pair's own frontier is listed in full then
              ? "below-frontier"
              : "above-reservations",
        frontierLabel: before === undefined ? "frontier of the pair" : "frontier before reservations",
        marks,
      }),
    table: {
      kind: "table",
      caption: ["The frontier of the pair, with its packages and solutions, in points"],
      columns: [
        { title: "Mark", align: "start" },
        { title: ["Value to ", names.party(across)], align: "end" },
        { title: ["Value to ", names.party(up)], align: "end" },
      ],
      rows: [
        ...marks.map((mark) => row(context, pair, { kind: "name", text: mark.label }, mark.x, mark.y)),
        ...own
          .slice(0, rowsShown)
          .map((point, index) =>
            row(context, pair, `Frontier ${index + 1}`, point.utilities[across] ?? 0, point.utilities[up] ?? 0),
          ),
        ...(own.length > rowsShown ? [[`${own.length - rowsShown} more on the frontier`, "", ""]] : []),
      ],
      pageOnly: true,
    },
  };
}

type Valued = Pick<FrontierPoint, "utilities">;

/**
 * The pair's own frontier over the same settlements. Every settlement efficient for the pair ties in both values with
 * one that is efficient for all, so keeping what is undominated in the pair's two values loses nothing.
 */
export function pairFrontier(all: readonly Valued[], across: PartyId, up: PartyId): Valued[] {
  const x = (point: Valued) => point.utilities[across] ?? 0;
  const y = (point: Valued) => point.utilities[up] ?? 0;
  const kept: Valued[] = [];
  for (const point of [...all].sort((a, b) => x(b) - x(a) || y(b) - y(a))) {
    const last = kept.at(-1);
    if (!last || y(point) > y(last)) kept.push(point);
  }
  return kept.reverse();
}

function sentence({ names }: ReportContext, pair: Pair, frontier: Frontier, empty: boolean): Text {
  const size = frontier.status === "unknown" ? "" : count(String(frontier.size));
  const both: readonly Inline[] = [names.party(pair.across), " and ", names.party(pair.up)];
  const listed = frontier.status === "unknown" ? 0 : frontier.points.length;
  const capped =
    frontier.status !== "unknown" && frontier.size > listed
      ? ` The ${count(String(listed))} listed hold every point of the pair’s own frontier.`
      : "";
  const status: readonly Inline[] =
    frontier.status === "bounded"
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
      `No settlement is above the reservation value of all. With reservations ignored, ${size} are efficient; the line shows how far `,
      ...both,
      " can get together.",
      ...status,
    ];
  return [
    "In the shaded region both ",
    ...both,
    ` are at or above their reservation values; the agreement zone lies inside it, and ${size} of its utility vectors are efficient for all.`,
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

function packageMarks({ analysis }: ReportContext, { across, up }: Pair): ScatterMark[] {
  return Object.values(analysis.packages).flatMap((report) => {
    const x = report.utilities[across];
    const y = report.utilities[up];
    if (x === undefined || y === undefined) return [];
    return [{ x, y, label: report.name, kind: report.refusedBy.length > 0 ? "refused" : "accepted" }];
  });
}

function solutionMarks(context: ReportContext, { across, up }: Pair): ScatterMark[] {
  const marks = new Map<string, ScatterMark>();
  for (const { title, solution } of solutionEntries(context.analysis)) {
    for (const point of solution.points.slice(0, 3)) {
      const x = point.utilities[across] ?? 0;
      const y = point.utilities[up] ?? 0;
      const earlier = marks.get(`${x} ${y}`);
      // solutions often coincide: one mark then carries both names
      marks.set(`${x} ${y}`, { x, y, kind: "solution", label: earlier ? `${earlier.label}, ${title}` : title });
    }
  }
  return [...marks.values()];
}

function row({ names }: ReportContext, { across, up }: Pair, label: Text, x: number, y: number): readonly Text[] {
  return [label, points(x, names.scale(across)), points(y, names.scale(up))];
}
