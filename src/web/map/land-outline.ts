import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import landAddress from "world-atlas/land-50m.json?url";

let kept: Promise<FeatureCollection> | undefined;

/** The land of the whole world, from our own server: Natural Earth at 1:50 million. Coasts and lakes only, no frontiers. */
export function landOutline(): Promise<FeatureCollection> {
  kept ??= fetchLand();
  return kept;
}

async function fetchLand(): Promise<FeatureCollection> {
  const response = await fetch(landAddress);
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for the land outline.`);
  const topology: Topology<{ land: GeometryCollection }> = await response.json(); // a file of our own build
  return feature(topology, topology.objects.land);
}
