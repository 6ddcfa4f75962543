import { feature } from "topojson-client";
import landAddress from "world-atlas/land-50m.json?url";

type Topology = Parameters<typeof feature>[0];
export type LandOutline = ReturnType<typeof feature>;

let kept: Promise<LandOutline> | undefined;

/** The land of the whole world, from our own server: Natural Earth at 1:50 million. Coasts and lakes only, no frontiers. */
export function landOutline(): Promise<LandOutline> {
  kept ??= fetchLand().catch((error: unknown) => {
    kept = undefined; // the next map asks again: a server that was out of reach may be there by then
    throw error;
  });
  return kept;
}

async function fetchLand(): Promise<LandOutline> {
  const response = await fetch(landAddress);
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for the land outline.`);
  const topology: Topology = await response.json(); // a file of our own build
  return feature(topology, topology.objects.land!); // it has this one object
}
