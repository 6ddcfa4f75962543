import { useEffect, useRef, useState } from "react";
import type { ScenarioMap } from "#model";
import type { GroundShape } from "#report";
import { useWords } from "../words/words.tsx";
import type { DrawnGround } from "./draw-ground.ts";
import { StillMap } from "./still-map.tsx";

type GroundMapProps = {
  readonly map: ScenarioMap;
  readonly shapes: readonly GroundShape[];
  readonly hidden: ReadonlySet<string>;
};

/** The map that moves. Everything it shows is also in the tables below it. */
export function GroundMap({ map, shapes, hidden }: GroundMapProps) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnGround>();
  const [undrawn, setUndrawn] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let wanted = true;
    let end = () => {};
    // its library is large, and no other page needs it
    import("./draw-ground.ts")
      .then(({ drawGround }) =>
        drawGround(element, {
          region: words("map.region"),
          zoomIn: words("map.zoom.in"),
          zoomOut: words("map.zoom.out"),
        }),
      )
      .then(
        (made) => {
          end = made.end;
          if (wanted) setDrawn(made);
          else made.end();
        },
        () => wanted && setUndrawn(true),
      );
    return () => {
      wanted = false;
      end();
    };
  }, [words]);
  useEffect(() => drawn?.show(shapes, hidden), [drawn, shapes, hidden]);
  return (
    <>
      {undrawn ? <p className="note">{words("map.undrawn")}</p> : null}
      <div className="map-frame screen-only" ref={frame} hidden={undrawn} />
      <StillMap map={map} shapes={shapes} hidden={hidden} onScreen={undrawn} />
    </>
  );
}
