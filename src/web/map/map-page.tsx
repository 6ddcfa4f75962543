import { useMemo, useState } from "react";
import { groundShapes } from "#report";
import { useComposition } from "../compose/use-composition.ts";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { DepthSlider } from "./depth-slider.tsx";
import { DepthTable } from "./depth-table.tsx";
import { GroundMap } from "./ground-map.tsx";
import { GroundSentence } from "./ground-sentence.tsx";
import { LayerSwitches } from "./layer-switches.tsx";
import { PatrolTable } from "./patrol-table.tsx";
import { TierTable } from "./tier-table.tsx";
import { useGround } from "./use-ground.ts";
import "./map.css";

/** The tiers of the package in the composer, drawn and measured; another depth moves them at once. */
export function MapPage() {
  const { scenario } = useDeal();
  const { draft } = useComposition();
  const words = useWords();
  const measured = useGround(scenario, draft.choices);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const { map } = scenario;
  const ground = "ground" in measured ? measured.ground : undefined;
  const shapes = useMemo(() => (map && ground ? groundShapes(map, ground.tiers) : []), [map, ground]);
  if (!map)
    return (
      <>
        <h1>{words("map.title")}</h1>
        <p className="note">{words("map.none")}</p>
      </>
    );
  return (
    <div className="map-page" data-measured={measured.state === "measured"}>
      <h1>{words("map.title")}</h1>
      {measured.state === "failed" ? (
        <p role="alert">{words("map.failed", { why: measured.why })}</p>
      ) : (
        <GroundSentence tiers={ground?.tiers} />
      )}
      {map.tiers.map((tier) =>
        tier.kind === "demilitarised-zone" ? <DepthSlider key={tier.id} issue={tier.depth} /> : null,
      )}
      <GroundMap map={map} shapes={shapes} hidden={hidden} />
      <LayerSwitches shapes={shapes} tiers={ground?.tiers ?? []} hidden={hidden} onChange={setHidden} />
      <p className="small soft">{words("map.base")}</p>
      {map.tiers.length === 0 ? <p className="note">{words("map.none.tiers")}</p> : null}
      {ground?.tiers.map((tier) => (
        <TierTable key={tier.id} tier={tier} />
      ))}
      {ground?.tables.map((table) => (
        <PatrolTable key={`${table.tier} patrol`} table={table} />
      ))}
      {ground?.tables.map((table) => (
        <DepthTable key={`${table.tier} depth`} table={table} />
      ))}
    </div>
  );
}
