import type { TierOnTheGround } from "#monitor";
import type { GroundShape } from "#report";
import { useWords } from "../words/words.tsx";

type LayerSwitchesProps = {
  readonly shapes: readonly GroundShape[];
  readonly tiers: readonly TierOnTheGround[];
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
};

/** The key of the map, and what of it is shown. Tiers with nothing on the ground stay listed, and say so. */
export function LayerSwitches({ shapes, tiers, hidden, onChange }: LayerSwitchesProps) {
  const words = useWords();
  const lines = shapes.filter(({ look }) => look === "line");
  const absent = tiers.filter(({ id }) => !shapes.some((shape) => shape.id === id));
  const drawn = [...shapes.filter(({ look }) => look !== "line" && look !== "place").toReversed(), ...lines];
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  if (drawn.length + absent.length === 0) return null;
  return (
    <fieldset className="map-layers">
      <legend>{words("map.layers")}</legend>
      {drawn.map((shape) => (
        <label key={shape.id}>
          <input type="checkbox" checked={!hidden.has(shape.id)} onChange={() => toggle(shape.id)} />
          <span className={`map-swatch map-swatch-${shape.look}`} aria-hidden="true" />
          <bdi>
            {shape.look !== "line"
              ? shape.name
              : shape.asOf === undefined
                ? words("map.layer.line.undated", { name: shape.name })
                : words("map.layer.line", { name: shape.name, day: shape.asOf })}
          </bdi>
        </label>
      ))}
      {absent.map(({ id, name }) => (
        <p key={id} className="soft">
          <bdi>{name}</bdi>: {words("map.layer.nothing")}
        </p>
      ))}
    </fieldset>
  );
}
