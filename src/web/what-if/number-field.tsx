import { useId, useState } from "react";
import { useWords } from "../words/words.tsx";
import { typedNumber } from "./typed-number.ts";

type NumberFieldProps = {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
};

/**
 * A number to be typed. What is no number in range stays as it was typed, and is said to be none, until the field is
 * left: then the last number that was one is there again.
 */
export function NumberField({ name, value, most, step, onChange }: NumberFieldProps) {
  const words = useWords();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typedNumber(typed, most) === undefined;
  return (
    <span className="what-if-field">
      <input
        type="number"
        className="what-if-number"
        min={0}
        max={most}
        step={step}
        aria-label={name}
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        value={typed ?? value}
        onChange={({ target }) => {
          // a browser gives nothing for what is no number at all
          setTyped(target.value);
          const next = typedNumber(target.value, most);
          if (next !== undefined) onChange(next);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <small id={id} role="status" className="what-if-wrong">
        {wrong ? words("what-if.number.wrong", { most }) : null}
      </small>
    </span>
  );
}
