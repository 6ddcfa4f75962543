import { type PointerEvent, useId, useMemo, useRef, useState } from "react";
import { markShape, scatterScales, selectedDots } from "#report";
import { useWords } from "../../words/words.tsx";
import { onStep, type Ranges, withRange } from "./brush.ts";
import { nearest, type Pair, type PairDrawing, type Place } from "./pair-places.ts";

/** Pixels within which a pointer means a place, and beyond which a press is a drag. */
const reach = 14;
const dragFrom = 4;

type Props = {
  readonly width: number;
  readonly drawing: PairDrawing;
  readonly pair: Pair;
  /** Of the two parties' sheets. */
  readonly scales: { readonly across: number; readonly up: number };
  readonly ranges: Ranges;
  readonly onRanges: (ranges: Ranges) => void;
  /** The selected rows; none when nothing is selected. */
  readonly rows: Int32Array | undefined;
  readonly picked: Place | undefined;
  readonly onShow: (place: Place | undefined) => void;
  readonly onPick: (place: Place) => void;
  /** The stops in words. */
  readonly descriptions: readonly string[];
};

type Spot = { readonly x: number; readonly y: number };

/** Laid over the scatter: what is pointed at, what is selected, and the keyboard's way through the places. */
export function PairOverlay({
  width,
  drawing,
  pair,
  scales,
  ranges,
  onRanges,
  rows,
  picked,
  onShow,
  onPick,
  descriptions,
}: Props) {
  const words = useWords();
  const id = useId();
  const { frame, x, y } = useMemo(() => scatterScales({ ...drawing.plot, width }), [drawing, width]);
  const { stops, dots } = drawing;
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const [over, setOver] = useState<Place>();
  const from = useRef<{ readonly spot: Spot; dragging: boolean }>(undefined);
  const current = stops[Math.min(at, stops.length - 1)];
  // the marks once more, above the selected dots
  const chosen = useMemo(() => {
    if (!rows) return "";
    const marks = drawing.plot.marks.map((mark) => markShape({ ...mark, x: x(mark.x), y: y(mark.y) }));
    const dotsOf = Array.from(rows, (row) => dots[row]!);
    return selectedDots(dotsOf, x, y) + marks.join("");
  }, [rows, drawing, dots, x, y]);
  const spotOf = (event: PointerEvent<HTMLElement>): Spot => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const under = (spot: Spot): Place | undefined =>
    (nearest(stops, spot, { x, y }, reach) ?? nearest(dots, spot, { x, y }, reach))?.place;
  const brushed = (a: Spot, b: Spot): Ranges => {
    const ends = (one: number, two: number, scale: number) => ({
      least: onStep(Math.min(one, two), scale),
      most: onStep(Math.max(one, two), scale),
    });
    const [left, right] = [clamp(a.x, frame.left, frame.right), clamp(b.x, frame.left, frame.right)];
    const [top, bottom] = [clamp(a.y, frame.top, frame.bottom), clamp(b.y, frame.top, frame.bottom)];
    return withRange(
      withRange(ranges, pair.across, ends(x.invert(left), x.invert(right), scales.across)),
      pair.up,
      ends(y.invert(top), y.invert(bottom), scales.up),
    );
  };
  const go = (to: number) => {
    const next = (to + stops.length) % stops.length;
    setAt(next);
    onShow(stops[next]);
  };
  const ring = focused ? current : over;
  return (
    <div
      className="space-overlay"
      style={{ inlineSize: width }}
      onPointerMove={(event) => {
        const spot = spotOf(event);
        const began = from.current;
        if (began && (began.dragging || Math.hypot(spot.x - began.spot.x, spot.y - began.spot.y) > dragFrom)) {
          began.dragging = true;
          onRanges(brushed(began.spot, spot));
          return;
        }
        const place = under(spot);
        if (place !== over) {
          setOver(place);
          onShow(place);
        }
      }}
      onPointerLeave={() => {
        setOver(undefined);
        if (!from.current) onShow(undefined);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.pointerType === "touch") return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { spot: spotOf(event), dragging: false };
      }}
      onPointerUp={(event) => {
        const dragged = from.current?.dragging === true;
        from.current = undefined;
        if (dragged) return;
        const place = under(spotOf(event));
        if (!place) return;
        const stop = stops.indexOf(place);
        if (stop >= 0) setAt(stop);
        onShow(place);
        onPick(place);
      }}
      onPointerCancel={() => {
        from.current = undefined;
      }}
    >
      <svg aria-hidden="true" width={width} height={frame.bottom + 4}>
        <g className="plot" dangerouslySetInnerHTML={{ __html: chosen }} />
        <BrushBox ranges={ranges} pair={pair} frame={frame} x={x} y={y} />
        {picked ? <circle className="space-picked" cx={x(picked.x)} cy={y(picked.y)} r={9} /> : null}
        {ring ? <circle className="space-ring" cx={x(ring.x)} cy={y(ring.y)} r={9} /> : null}
      </svg>
      <div
        role="listbox"
        className="space-places"
        tabIndex={0}
        aria-label={words("space.places")}
        aria-activedescendant={current ? `${id}-${stops.indexOf(current)}` : undefined}
        onFocus={(event) => {
          if (!event.currentTarget.matches(":focus-visible")) return;
          setFocused(true);
          onShow(current);
        }}
        onBlur={() => {
          setFocused(false);
          onShow(undefined);
        }}
        onKeyDown={(event) => {
          if (stops.length === 0) return;
          const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[
            event.key
          ];
          if (to !== undefined) go(to);
          else if ((event.key === "Enter" || event.key === " ") && current) onPick(current);
          else if (event.key === "Escape") onRanges(withRange(withRange(ranges, pair.across, {}), pair.up, {}));
          else return;
          setFocused(true);
          event.preventDefault();
        }}
      >
        {stops.map((place, index) => (
          <div
            role="option"
            tabIndex={-1}
            key={`${place.kind} ${place.id}`}
            id={`${id}-${index}`}
            aria-selected={picked === place}
          >
            {descriptions[index]}
          </div>
        ))}
      </div>
    </div>
  );
}

function BrushBox({
  ranges,
  pair,
  frame,
  x,
  y,
}: {
  readonly ranges: Ranges;
  readonly pair: Pair;
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}) {
  const [across, up] = [ranges[pair.across], ranges[pair.up]];
  if (!across && !up) return null;
  const left = across?.least === undefined ? frame.left : clamp(x(across.least), frame.left, frame.right);
  const right = across?.most === undefined ? frame.right : clamp(x(across.most), frame.left, frame.right);
  const bottom = up?.least === undefined ? frame.bottom : clamp(y(up.least), frame.top, frame.bottom);
  const top = up?.most === undefined ? frame.top : clamp(y(up.most), frame.top, frame.bottom);
  return (
    <rect
      className="space-brush"
      x={left}
      y={top}
      width={Math.max(0, right - left)}
      height={Math.max(0, bottom - top)}
    />
  );
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
