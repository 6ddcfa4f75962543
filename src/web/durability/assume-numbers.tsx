import { useId } from "react";
import { resolveParameter } from "#durability";
import {
  type Choices,
  type Durability,
  guaranteeParameters,
  limitParameters,
  type Parameter,
  shiftParameters,
} from "#model";
import { written } from "#report";
import { useAct, useNumbers } from "../deal/deal-context.tsx";
import { useThrottled } from "../what-if/use-throttled.ts";
import { useWords } from "../words/words.tsx";
import { numberKey } from "./assumed-durability.ts";

type Rangeable = {
  readonly key: string;
  readonly name: string;
  readonly symbol: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
};

type AssumeNumbersProps = {
  /** The id of a guarantee, limit or shift. */
  readonly owner: string;
  readonly durability: Durability;
  readonly choices: Choices;
};

/** The numbers that have a range, as sliders: what would the verdict be if this were so? */
export function AssumeNumbers({ owner, durability, choices }: AssumeNumbersProps) {
  const words = useWords();
  const numbers = useNumbers();
  const ranged = rangedNumbers(owner, durability, choices);
  if (ranged.length === 0) return null;
  const assumed = ranged.filter(({ key }) => numbers[key] !== undefined).length;
  return (
    <details className="durability-assume screen-only" data-assume={owner}>
      <summary>
        {words("durability.assume")}
        {assumed > 0 ? ` (${words("durability.assume.count", { count: assumed })})` : ""}
      </summary>
      <ul>
        {ranged.map((number) => (
          <li key={number.key}>
            <NumberSlider number={number} value={numbers[number.key]} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function NumberSlider({ number, value }: { readonly number: Rangeable; readonly value: number | undefined }) {
  const { key, name, symbol, low, mid, high } = number;
  const act = useAct();
  const words = useWords();
  const id = useId();
  const { push, flush } = useThrottled((next: number) => act({ kind: "assume-number", key, value: next }));
  return (
    <div className="durability-number" data-number={key}>
      <label htmlFor={id}>
        {name} ({symbol})
      </label>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step="any"
        value={value ?? mid}
        aria-valuetext={value === undefined ? words("durability.assume.judged", range(number)) : shown(value)}
        onChange={({ target }) => push(toThree(target.valueAsNumber))}
        onPointerUp={flush}
        onKeyUp={flush}
        onBlur={flush}
      />
      <output htmlFor={id}>{value === undefined ? `${shown(low)}–${shown(high)}` : shown(value)}</output>
      <button
        type="button"
        disabled={value === undefined}
        onClick={() => act({ kind: "assume-number", key, value: undefined })}
      >
        {words("durability.assume.reset")}
        <span className="unseen">: {name}</span>
      </button>
    </div>
  );
}

function range({ low, high }: Rangeable): { readonly low: string; readonly high: string } {
  return { low: shown(low), high: shown(high) };
}

function shown(value: number): string {
  return written(toThree(value));
}

function toThree(value: number): number {
  return Number(value.toPrecision(3));
}

function rangedNumbers(owner: string, durability: Durability, choices: Choices): readonly Rangeable[] {
  const models = [
    { of: durability.guarantees, described: guaranteeParameters },
    { of: durability.limits, described: limitParameters },
    { of: durability.shifts, described: shiftParameters },
  ] as const;
  return models.flatMap(({ of, described }) => {
    const found = of.find(({ id }) => id === owner);
    if (!found) return [];
    const parameters: Readonly<Record<string, Parameter | undefined>> = found.parameters;
    return Object.entries(described).flatMap(([id, { name, symbol }]): Rangeable[] => {
      // its range is what the challenger believes, and part of the model: a point would be another model
      if (id === "fightingCost") return [];
      const resolution = resolveParameter(parameters[id], choices);
      if (resolution.status !== "judged" || resolution.judgement.low >= resolution.judgement.high) return [];
      return [{ key: numberKey(owner, id, resolution.at), name, symbol, ...resolution.judgement }];
    });
  });
}
