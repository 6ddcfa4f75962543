import { useState } from "react";

type NumberFieldProps = {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
};

/** A number to be typed. What is no number in range is left alone until the field is left, and then forgotten. */
export function NumberField({ name, value, most, step, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="number"
      className="what-if-number"
      min={0}
      max={most}
      step={step}
      aria-label={name}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = event.target.valueAsNumber;
        if (Number.isFinite(next) && next >= 0 && next <= most) onChange(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
