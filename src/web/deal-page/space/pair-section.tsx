import { useDeferredValue, useMemo, useState } from "react";
import type { DealAnswer } from "#compute/browser";
import { points, scatter, type Table } from "#report";
import { useDeal, useDraft } from "../../deal/deal-context.tsx";
import { PlotActions } from "../../out/plot-actions.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { Plot } from "../../parts/plot.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import type { JudgedParty } from "../judged-parties.ts";
import type { Ranges } from "./brush.ts";
import { draftMark } from "./draft-mark.ts";
import { PairOverlay } from "./pair-overlay.tsx";
import { type Pair, type Place, pairDrawing, utilitiesAt } from "./pair-places.ts";
import { PlaceCard } from "./place-card.tsx";
import { PlaceReadout } from "./place-readout.tsx";

/** Points of the pair's frontier in the table behind the chart. */
const rowsShown = 40;

type Props = {
  readonly answer: DealAnswer;
  readonly parties: readonly JudgedParty[];
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
  readonly ranges: Ranges;
  readonly onRanges: (ranges: Ranges) => void;
  readonly rows: Int32Array;
};

/** Value to one party against value to another, with everything in it at hand. */
export function PairSection({ answer, parties, pair, onPair, ranges, onRanges, rows }: Props) {
  const words = useWords();
  const { scenario, refining } = useDeal();
  const draft = useDeferredValue(useDraft());
  const title = draft.name || words("space.draft");
  const drawing = useMemo(
    () => pairDrawing(scenario, answer, pair, draftMark(scenario, draft.choices, title, pair), refining),
    [scenario, answer, pair, draft, title, refining],
  );
  const [shown, show] = useState<Place>();
  const [picked, pick] = useState<Place>();
  // a place of an earlier answer or pair is a place no more
  const known = (place: Place | undefined) =>
    place &&
    [...drawing.stops, ...drawing.dots].find(({ id, x, y }) => id === place.id && x === place.x && y === place.y);
  const current = known(picked);
  // taken out, the drawing holds its selection; on the page that lies over it, and follows the pointer
  const drawSelected = (width: number, id: string) =>
    scatter({
      ...drawing.plot,
      ...(selected ? { selected: Array.from(rows, (row) => drawing.dots[row]!) } : {}),
      width,
      id,
    });
  const draw = useMemo(() => (width: number, id: string) => scatter({ ...drawing.plot, width, id }), [drawing]);
  const name = (id: string) => parties.find((party) => party.id === id)?.name ?? id;
  // one text a stop, kept while the pointer moves
  const descriptions = useMemo(() => drawing.stops.map(placeWords), [drawing, answer, parties]);
  const frontier = answer.analysis.frontierBeforeReservations ?? answer.analysis.frontier;
  const selected = Object.keys(ranges).length > 0;
  /** Every mark and every point of the pair's frontier: a file need not be short. */
  const table = (): Table => ({
    kind: "table",
    caption: drawing.plot.title,
    columns: [
      { title: words("space.table.mark"), align: "start" },
      ...[pair.across, pair.up].map((party) => ({ title: name(party), align: "end" as const })),
    ],
    rows: drawing.stops.map(({ label, x, y }) => [
      { kind: "name", text: label || words("space.place.frontier") },
      points(x, scaleOf(parties, pair.across)),
      points(y, scaleOf(parties, pair.up)),
    ]),
  });
  return (
    <>
      <p className="deal-lead">
        {frontier.status === "unknown" ? (
          words("space.unknown", { reason: frontier.reason })
        ) : (
          <DocumentText text={drawing.sentence} />
        )}
      </p>
      <fieldset className="deal-controls">
        <legend className="unseen">{words("space.pair")}</legend>
        <PartySelect
          label={words("space.across")}
          value={pair.across}
          parties={parties}
          other={pair.up}
          onChoose={(across) => onPair(across === pair.up ? { across, up: pair.across } : { ...pair, across })}
        />
        <PartySelect
          label={words("space.up")}
          value={pair.up}
          parties={parties}
          other={pair.across}
          onChoose={(up) => onPair(up === pair.across ? { across: pair.up, up } : { ...pair, up })}
        />
        <button type="button" onClick={() => onPair({ across: pair.up, up: pair.across })}>
          {words("space.swap")}
        </button>
      </fieldset>
      <figure className="space-figure">
        <Plot draw={draw}>
          {(width) => (
            <PairOverlay
              width={width}
              drawing={drawing}
              pair={pair}
              scales={{ across: scaleOf(parties, pair.across), up: scaleOf(parties, pair.up) }}
              ranges={ranges}
              onRanges={onRanges}
              rows={selected ? rows : undefined}
              picked={current}
              onShow={show}
              onPick={pick}
              descriptions={descriptions}
            />
          )}
        </Plot>
        <PlaceReadout place={known(shown)} answer={answer} parties={parties} pair={pair} />
        <PlotActions id={`${pair.across}-${pair.up}`} title={drawing.plot.title} draw={drawSelected} table={table} />
      </figure>
      {current ? <PlaceCard place={current} answer={answer} parties={parties} onClose={() => pick(undefined)} /> : null}
      <details>
        <summary>{words("space.table")}</summary>
        <Scroll label={words("space.table.caption", { a: isolated(name(pair.across)), b: isolated(name(pair.up)) })}>
          <table className="deal-table deal-sticky">
            <caption>
              {words("space.table.caption", { a: isolated(name(pair.across)), b: isolated(name(pair.up)) })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words("space.table.mark")}</th>
                {[pair.across, pair.up].map((party) => (
                  <th scope="col" className="number" key={party}>
                    <bdi>{name(party)}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tableStops(drawing.stops).map((place) => (
                <tr key={`${place.kind} ${place.id}`}>
                  <th scope="row">
                    <bdi>{place.label || words("space.place.frontier")}</bdi>
                  </th>
                  <td className="number">{points(place.x, scaleOf(parties, pair.across))}</td>
                  <td className="number">{points(place.y, scaleOf(parties, pair.up))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {drawing.stops.length > tableStops(drawing.stops).length ? (
          <p className="note">
            {words("space.table.more", { count: drawing.stops.length - tableStops(drawing.stops).length })}
          </p>
        ) : null}
      </details>
    </>
  );

  function placeWords(place: Place): string {
    const values = utilitiesAt(answer.frontier, place);
    const each = parties.map(({ id, name: party, scale }) =>
      values[id] === undefined ? "" : `${party} ${points(values[id], scale)}`,
    );
    const kind =
      place.kind === "frontier" || place.kind === "efficient"
        ? words(`space.place.${place.kind}`)
        : `${words(`space.place.${place.kind}`)}: ${place.label}`;
    return `${kind}. ${each.filter((one) => one !== "").join(", ")}.`;
  }
}

function tableStops(stops: readonly Place[]): readonly Place[] {
  const marks = stops.filter(({ kind }) => kind !== "frontier");
  return [...marks, ...stops.filter(({ kind }) => kind === "frontier").slice(0, rowsShown)];
}

function scaleOf(parties: readonly JudgedParty[], id: string): number {
  return parties.find((party) => party.id === id)?.scale ?? 100;
}

function PartySelect({
  label,
  value,
  parties,
  other,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly parties: readonly JudgedParty[];
  readonly other: string;
  readonly onChoose: (party: string) => void;
}) {
  return (
    <label data-other={other}>
      {label}
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {parties.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
