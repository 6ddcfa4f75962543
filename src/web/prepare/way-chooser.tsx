import { useId } from "react";

/** Two ways to say the same thing, as a choice of one. */
export function WayChooser<W extends string>({
  legend,
  ways,
  chosen,
  onChoose,
}: {
  readonly legend: string;
  readonly ways: Readonly<Record<W, string>>;
  readonly chosen: W;
  readonly onChoose: (way: W) => void;
}) {
  const name = useId();
  const entries = Object.entries<string>(ways) as [W, string][]; // the record's own keys
  return (
    <fieldset className="prepare-ways">
      <legend className="unseen">{legend}</legend>
      {entries.map(([way, title]) => (
        <label key={way}>
          <input type="radio" name={name} checked={way === chosen} onChange={() => onChoose(way)} /> {title}
        </label>
      ))}
    </fieldset>
  );
}
