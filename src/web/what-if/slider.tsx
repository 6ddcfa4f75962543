import { useEffect, useRef } from "react";
import { useThrottled } from "./use-throttled.ts";

export type SliderProps = {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  /** The value in words, with its unit. */
  readonly text: (value: number) => string;
  /** Called while the slider moves, at most every 60 ms, and when it is let go. */
  readonly onChange: (value: number) => void;
  /** A stretch of the track to be shown: the range of a judgement. */
  readonly range?: { readonly low: number; readonly high: number };
  /** A mark on the track: what is written. */
  readonly mark?: number;
};

/**
 * A native slider, which moves by itself: React hears of its moves, in measure, but does not draw them, since each such
 * drawing would interrupt the drawing of the page that follows.
 */
export function Slider({ name, value, most, step, text, onChange, range, mark }: SliderProps) {
  const input = useRef<HTMLInputElement>(null);
  const held = useRef<number>(undefined);
  const { push, flush } = useThrottled(onChange);
  useEffect(() => {
    // the page may follow some moves behind: the slider stays where the hand put it until the page is there
    if (held.current !== undefined && held.current !== value) return;
    held.current = undefined;
    if (input.current) input.current.value = String(value);
  }, [value]);
  const along = (at: number) => `${Math.min(100, Math.max(0, (at / most) * 100))}%`;
  return (
    <span className="slider">
      <span className="slider-under" aria-hidden="true">
        {range ? (
          <span
            className="slider-range"
            style={{
              insetInlineStart: along(range.low),
              inlineSize: `calc(${along(range.high)} - ${along(range.low)})`,
            }}
          />
        ) : null}
        {mark === undefined ? null : <span className="slider-mark" style={{ insetInlineStart: along(mark) }} />}
      </span>
      <input
        ref={input}
        type="range"
        min={0}
        max={most}
        step={step}
        defaultValue={value}
        aria-label={name}
        aria-valuetext={text(value)}
        onChange={({ currentTarget }) => {
          const next = currentTarget.valueAsNumber;
          held.current = next;
          currentTarget.setAttribute("aria-valuetext", text(next));
          push(next);
        }}
        onPointerUp={flush}
        onKeyUp={flush}
        onBlur={() => {
          flush();
          held.current = undefined;
        }}
      />
    </span>
  );
}
