import { useCallback } from "react";
import type { ScenarioMap } from "#model";
import { type GroundShape, landOf, tierMap } from "#report";
import { Plot } from "../parts/plot.tsx";
import { useWords } from "../words/words.tsx";

type StillMapProps = {
  readonly map: ScenarioMap;
  readonly shapes: readonly GroundShape[];
  readonly hidden: ReadonlySet<string>;
  /** Where the map that moves cannot be drawn; else it is printed only. */
  readonly onScreen: boolean;
};

/** The same as the map that moves, as a drawing: what is printed, and shown where there is no WebGL. */
export function StillMap({ map, shapes, hidden, onScreen }: StillMapProps) {
  const words = useWords();
  const draw = useCallback(
    (width: number, id: string) => {
      const shown = shapes.filter((shape) => !hidden.has(shape.id));
      const land = landOf(map);
      return tierMap({
        id,
        width,
        title: words("map.still"),
        description: shown.map(({ name }) => name).join("; "),
        shapes: shown,
        ...(land ? { land } : {}),
      });
    },
    [map, shapes, hidden, words],
  );
  return (
    <div className={onScreen ? undefined : "map-still"}>
      <Plot draw={draw} />
    </div>
  );
}
