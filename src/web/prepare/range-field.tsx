import { useEffect, useId, useState } from "react";
import { useWords } from "../words/words.tsx";

export type RangeValue = { readonly low: number; readonly high: number };

type RangeFieldProps = {
  /** What is asked, for the fields' names. */
  readonly label: string;
  readonly unit?: string;
  readonly value: RangeValue | undefined;
  readonly least?: number;
  readonly most?: number;
  /** Undefined: taken back. */
  readonly onChange: (value: RangeValue | undefined) => void;
};

/** A number, or, where its author is unsure, a range. An empty field says nothing. */
export function RangeField({ label, unit, value, least = 0, most = 100, onChange }: RangeFieldProps) {
  const words = useWords();
  const id = useId();
  const [isRange, setIsRange] = useState(value !== undefined && value.low !== value.high);
  const [low, setLow] = useState(textOf(value?.low));
  const [high, setHigh] = useState(textOf(value?.high));
  // what is written from elsewhere (undo, another tab) is shown; what is being typed is left alone
  const outer = `${value?.low} ${value?.high}`;
  useEffect(() => {
    const typed = read(low, isRange ? high : low, least, most);
    if (typed.kind === "value" && `${typed.value?.low} ${typed.value?.high}` === outer) return;
    if (typed.kind === "problem" && value === undefined) return;
    setLow(textOf(value?.low));
    setHigh(textOf(value?.high));
    if (value) setIsRange(value.low !== value.high);
  }, [outer]);
  const tell = (nextLow: string, nextHigh: string): void => {
    const typed = read(nextLow, nextHigh, least, most);
    if (typed.kind === "value") onChange(typed.value);
  };
  const typed = read(low, isRange ? high : low, least, most);
  const problem =
    typed.kind === "problem"
      ? words(typed.problem === "order" ? "prepare.range.wrong" : "prepare.range.outside", { least, most })
      : undefined;
  const common = {
    type: "number",
    inputMode: "decimal",
    step: "any",
    min: least,
    max: most,
    "aria-invalid": problem !== undefined,
    ...(problem === undefined ? {} : { "aria-describedby": `${id}-problem` }),
  } as const;
  return (
    <span className="prepare-range">
      <input
        {...common}
        aria-label={isRange ? `${label}, ${words("prepare.range.from")}` : label}
        value={low}
        onChange={({ target }) => {
          setLow(target.value);
          if (!isRange) setHigh(target.value);
          tell(target.value, isRange ? high : target.value);
        }}
      />
      {isRange ? (
        <>
          <span aria-hidden="true">{words("prepare.range.to")}</span>
          <input
            {...common}
            aria-label={`${label}, ${words("prepare.range.to")}`}
            value={high}
            onChange={({ target }) => {
              setHigh(target.value);
              tell(low, target.value);
            }}
          />
        </>
      ) : null}
      {unit ? <span className="prepare-unit">{unit}</span> : null}
      <button
        type="button"
        className="quiet prepare-unsure"
        onClick={() => {
          setIsRange(!isRange);
          if (!isRange) return;
          const middle = middleOf(low, high);
          setLow(middle);
          setHigh(middle);
          tell(middle, middle);
        }}
      >
        {words(isRange ? "prepare.range.sure" : "prepare.range.unsure")}
        <span className="unseen">: {label}</span>
      </button>
      {problem === undefined ? null : (
        <small id={`${id}-problem`} className="prepare-no prepare-range-problem">
          {problem}
        </small>
      )}
    </span>
  );
}

type Typed =
  | { readonly kind: "value"; readonly value: RangeValue | undefined }
  | { readonly kind: "problem"; readonly problem: "order" | "outside" }
  /** One end is not there yet. */
  | { readonly kind: "unfinished" };

function read(low: string, high: string, least: number, most: number): Typed {
  if (low.trim() === "" && high.trim() === "") return { kind: "value", value: undefined };
  if (low.trim() === "" || high.trim() === "") return { kind: "unfinished" };
  const value = { low: Number(low), high: Number(high) };
  if (!(value.low >= least && value.high <= most && value.high >= least && value.low <= most))
    return { kind: "problem", problem: "outside" };
  return value.low <= value.high ? { kind: "value", value } : { kind: "problem", problem: "order" };
}

function textOf(number: number | undefined): string {
  return number === undefined ? "" : String(Math.round(number * 1e6) / 1e6);
}

function middleOf(low: string, high: string): string {
  if (low.trim() === "" || high.trim() === "") return low || high;
  return textOf((Number(low) + Number(high)) / 2);
}
