import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { GroundShape } from "#report";
import type { GroundColours } from "./ground-colours.ts";
import type { LandOutline } from "./land-outline.ts";

/** The whole drawing as data: land, then the tiers, then lines. Names are put beside it as text of the page. */
export function groundStyle(
  land: LandOutline,
  shapes: readonly GroundShape[],
  hidden: ReadonlySet<string>,
  colours: GroundColours,
): StyleSpecification {
  const shown = shapes.filter(({ id }) => !hidden.has(id));
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      // the model's shapes are GeoJSON geometries, but for their lists being readonly
      ...Object.fromEntries(
        shown.map(({ geometry }, at) => [source(at), { type: "geojson", data: geometry as unknown as LandOutline }]),
      ),
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colours.water, "background-opacity": 0.5 } },
      {
        id: "land",
        type: "fill",
        source: "land",
        paint: { "fill-color": colours.land, "fill-outline-color": colours.coast },
      },
      ...shown.flatMap((shape, at) => layersOf(shape, source(at), colours)),
    ],
  };
}

function source(at: number): string {
  return `shape-${at}`;
}

function layersOf({ look }: GroundShape, from: string, colours: GroundColours): LayerSpecification[] {
  if (look === "place")
    return [
      {
        id: `${from} place`,
        type: "circle",
        source: from,
        paint: {
          "circle-radius": 3.5,
          "circle-color": colours.ink,
          "circle-stroke-color": colours.land,
          "circle-stroke-width": 1.5,
        },
      },
    ];
  if (look === "line")
    return [
      { id: `${from} casing`, type: "line", source: from, paint: { "line-color": colours.land, "line-width": 4.5 } },
      {
        id: `${from} line`,
        type: "line",
        source: from,
        paint: { "line-color": colours.ink, "line-width": 2, "line-dasharray": [3, 1.2] },
      },
    ];
  // told apart by depth of colour and by their edge too, not by hue alone
  const colour = colours[look];
  const dashes = { zone: undefined, forces: [1, 2], presence: [5, 2] }[look];
  return [
    {
      id: `${from} area`,
      type: "fill",
      source: from,
      paint: { "fill-color": colour, "fill-opacity": { zone: 0.55, forces: 0.16, presence: 0.34 }[look] },
    },
    {
      id: `${from} edge`,
      type: "line",
      source: from,
      paint: { "line-color": colour, "line-width": 1.5, ...(dashes ? { "line-dasharray": dashes } : {}) },
    },
  ];
}
