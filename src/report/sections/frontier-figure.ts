import type { Frontier, FrontierPoint } from "#analysis";
import type { PartyId } from "#model";
import type { Figure, Text } from "../document/document.ts";
import { scatter } from "../plots/scatter.ts";
import { points } from "../words/format-number.ts";
import type { Pair } from "./opposed-pairs.ts";
import { pairScatter, pairSentence, undominated } from "./pair-scatter.ts";
import type { ReportContext } from "./report-context.ts";
import { solutionEntries } from "./solutions.ts";

const rowsShown = 40;

/** Value to one adversary against value to the other: reservation lines, the pair's own frontier, packages, solutions. */
export function frontierFigure(context: ReportContext, pair: Pair): Figure | undefined {
  const { analysis, names } = context;
  const before = analysis.frontierBeforeReservations;
  const frontier: Frontier = before ?? analysis.frontier;
  if (frontier.status === "unknown") return undefined;
  const { across, up } = pair;
  const place = ({ utilities }: Valued) => ({ x: utilities[across] ?? 0, y: utilities[up] ?? 0 });
  const dots = frontier.points.map(place);
  // solutions are settlements of the agreement zone too, and may be missing from a frontier that is listed in part
  const solved = before ? [] : solutionEntries(analysis).flatMap(({ solution }) => solution.points.map(place));
  const { plot, own } = pairScatter(context, pair, dots, solved);
  return {
    kind: "figure",
    sentence: pairSentence(context, pair, { own: own.length, listed: dots.length }),
    undrawn: "",
    draw: (width, id) => scatter({ ...plot, id, width }),
    table: {
      kind: "table",
      caption: ["The frontier of the pair, with its packages and solutions, in points"],
      columns: [
        { title: "Mark", align: "start" },
        { title: ["Value to ", names.party(across)], align: "end" },
        { title: ["Value to ", names.party(up)], align: "end" },
      ],
      rows: [
        ...plot.marks.map((mark) => row(context, pair, { kind: "name", text: mark.label }, mark.x, mark.y)),
        ...own.slice(0, rowsShown).map((point, index) => row(context, pair, `Frontier ${index + 1}`, point.x, point.y)),
        ...(own.length > rowsShown ? [[`${own.length - rowsShown} more on the frontier`, "", ""]] : []),
      ],
      pageOnly: true,
    },
  };
}

type Valued = Pick<FrontierPoint, "utilities">;

/** The pair's own frontier among points valued by all. */
export function pairFrontier(all: readonly Valued[], across: PartyId, up: PartyId): Valued[] {
  return undominated(all.map((of) => ({ of, x: of.utilities[across] ?? 0, y: of.utilities[up] ?? 0 }))).map(
    ({ of }) => of,
  );
}

function row({ names }: ReportContext, { across, up }: Pair, label: Text, x: number, y: number): readonly Text[] {
  return [label, points(x, names.scale(across)), points(y, names.scale(up))];
}
