import { type PointerEvent, useDeferredValue, useMemo, useRef } from "react";
import type { DealAnswer, FrontierTable } from "#compute/browser";
import {
  type ParallelCoordinates,
  parallelCoordinates,
  parallelScales,
  points,
  signedPoints,
  type Table,
} from "#report";
import { useChosenSubject, useDeal, useDraft } from "../../deal/deal-context.tsx";
import { PlotActions } from "../../out/plot-actions.tsx";
import { Plot } from "../../parts/plot.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import type { JudgedParty } from "../judged-parties.ts";
import { subjectPackage } from "../unlocks/subject.ts";
import { utilitiesOf } from "../utilities-of.ts";
import { onStep, type Ranges, withRange } from "./brush.ts";
import { isNamed } from "./draft-mark.ts";
import { clamp } from "./pair-overlay.tsx";
import { sampledRows } from "./ranked-rows.ts";

/** Lines drawn at most: more would only be a grey band. */
const linesDrawn = 400;

type Props = {
  readonly answer: DealAnswer;
  readonly parties: readonly JudgedParty[];
  readonly ranges: Ranges;
  readonly onRanges: (ranges: Ranges) => void;
  readonly rows: Int32Array;
};

/** Every party an axis, every settlement a line: what one gains and others lose at the same time. */
export function AllParties({ answer, parties, ranges, onRanges, rows }: Props) {
  const words = useWords();
  const { scenario } = useDeal();
  const draft = useDeferredValue(useDraft());
  const table = answer.frontier;
  const subject = subjectPackage(scenario, useChosenSubject())?.id;
  const axes = useMemo(() => parties.filter(({ id }) => table.parties.includes(id)), [parties, table]);
  const base = useMemo(() => {
    const all = Int32Array.from({ length: table.count }, (_, row) => row);
    return sampledRows(table, all, linesDrawn).map((row) => valuesOf(table, row, axes));
  }, [table, axes]);
  const selecting = Object.keys(ranges).length > 0;
  const selected = useMemo(
    () => (selecting ? sampledRows(table, rows, linesDrawn).map((row) => valuesOf(table, row, axes)) : []),
    [selecting, table, rows, axes],
  );
  const named = useMemo(() => {
    const worth = isNamed(scenario, draft.choices) ? undefined : utilitiesOf(scenario, draft.choices);
    const packages = Object.entries(answer.analysis.packages).flatMap(([id, report]) => {
      const values = axes.map(({ id }) => report.utilities[id]);
      if (values.some((value) => value === undefined)) return [];
      const kind = report.refusedBy.length > 0 ? ("refused" as const) : ("accepted" as const);
      return [{ label: report.name, kind, values: values.map((value) => value ?? 0), emphasised: id === subject }];
    });
    if (!worth) return packages;
    const label = draft.name || words("space.draft");
    return [...packages, { label, kind: "draft" as const, values: axes.map(({ id }) => worth[id] ?? 0) }];
  }, [scenario, answer, axes, draft, subject, words]);
  const plot = useMemo(
    (): Omit<ParallelCoordinates, "id" | "width"> => ({
      title: words("space.all.title"),
      description: words("space.all.description", { lines: base.length }),
      axes: axes.map(({ id, name, slot, scale, reservation }) => ({ id, label: name, slot, scale, reservation })),
      lines: base,
      selected,
      named,
    }),
    [words, axes, base, selected, named],
  );
  const draw = useMemo(() => (width: number, id: string) => parallelCoordinates({ ...plot, width, id }), [plot]);
  const file = (): Table => ({
    kind: "table",
    caption: plot.title,
    columns: [
      { title: words("space.table.mark"), align: "start" },
      ...axes.map(({ name }) => ({ title: name, align: "end" as const })),
    ],
    rows: [
      ...named.map(({ label, values }) => [{ kind: "name" as const, text: label }, ...shown(values, axes)]),
      ...Array.from(rows, (row) => [
        words("space.rows.number", { row: row + 1 }),
        ...shown(valuesOf(table, row, axes), axes),
      ]),
    ],
  });
  if (axes.length < 2) return null;
  return (
    <>
      <h3>{words("space.all")}</h3>
      <p>
        {words("space.all.sentence", { drawn: base.length, listed: table.count })} {words("space.all.compare")}
      </p>
      <figure className="space-figure">
        <Plot draw={draw}>
          {(width) => <AxisBrushes width={width} plot={plot} ranges={ranges} onRanges={onRanges} />}
        </Plot>
        <PlotActions id="all-parties" title={plot.title} draw={draw} table={file} />
      </figure>
      <details>
        <summary>{words("space.table")}</summary>
        <Scroll label={words("space.all.caption")}>
          <table className="deal-table deal-sticky">
            <caption>{words("space.all.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("space.table.mark")}</th>
                {axes.map(({ id, name }) => (
                  <th scope="col" className="number" key={id}>
                    <bdi>{name}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {named.map(({ label, values }, place) => (
                // two may have one name: a saved package, and the draft that goes on from it
                <tr key={`${place} ${label}`}>
                  <th scope="row">
                    <bdi>{label}</bdi>
                  </th>
                  {axes.map(({ id, scale, reservation }, at) => (
                    <td className="number" key={id}>
                      {points(values[at]!, scale)}{" "}
                      <span className="soft">({signedPoints(values[at]! - reservation.mid, scale)})</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  );
}

/** The ranges on their axes; dragging along an axis sets its party's. */
function AxisBrushes({
  width,
  plot,
  ranges,
  onRanges,
}: {
  readonly width: number;
  readonly plot: Omit<ParallelCoordinates, "id" | "width">;
  readonly ranges: Ranges;
  readonly onRanges: (ranges: Ranges) => void;
}) {
  const { axes, lines, named } = plot;
  const { frame, across, scales } = useMemo(
    () => parallelScales({ width, axes, lines, named, title: "", description: "" }),
    [width, axes, lines, named],
  );
  const from = useRef<{ readonly axis: number; readonly y: number }>(undefined);
  const spotOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const reach = Math.min(28, (across[1] ?? 80) - (across[0] ?? 0)) * 0.9;
  return (
    <div
      className="space-overlay"
      style={{ inlineSize: width }}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.pointerType === "touch") return;
        const { x, y } = spotOf(event);
        const axis = across.findIndex((place) => Math.abs(place - x) <= reach);
        if (axis < 0 || y < frame.top - 8 || y > frame.bottom + 8) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { axis, y };
      }}
      onPointerMove={(event) => {
        const began = from.current;
        if (!began) return;
        const { y } = spotOf(event);
        if (Math.abs(y - began.y) < 3) return;
        const value = (at: number) =>
          onStep(scales[began.axis]!.invert(clamp(at, frame.top, frame.bottom)), axes[began.axis]!.scale);
        const [one, two] = [value(began.y), value(y)];
        onRanges(withRange(ranges, axes[began.axis]!.id, { least: Math.min(one, two), most: Math.max(one, two) }));
      }}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onPointerCancel={() => {
        from.current = undefined;
      }}
    >
      <svg aria-hidden="true" width={width} height={frame.bottom + 8}>
        {axes.map(({ id }, at) => {
          const range = ranges[id];
          const scale = scales[at]!;
          const top = range?.most === undefined ? frame.top : clamp(scale(range.most), frame.top, frame.bottom);
          const bottom = range?.least === undefined ? frame.bottom : clamp(scale(range.least), frame.top, frame.bottom);
          return (
            <g key={id}>
              <rect
                className="space-axis"
                x={across[at]! - 14}
                y={frame.top}
                width={28}
                height={frame.bottom - frame.top}
              />
              {range ? (
                <rect
                  className="space-brush"
                  x={across[at]! - 7}
                  y={top}
                  width={14}
                  height={Math.max(1, bottom - top)}
                />
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function shown(values: readonly number[], axes: readonly JudgedParty[]): readonly string[] {
  return values.map((value, at) => points(value, axes[at]?.scale ?? 100));
}

function valuesOf({ parties, utilities }: FrontierTable, row: number, axes: readonly JudgedParty[]): readonly number[] {
  return axes.map(({ id }) => utilities[row * parties.length + parties.indexOf(id)]!);
}
