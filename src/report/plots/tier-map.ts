import type { MapGeometry, Position } from "#model";
import { boundsOf, type GroundShape } from "./ground-shapes.ts";
import { labelPoint } from "./label-point.ts";
import { drawing, element, label, pixel } from "./svg.ts";
import { textWidth } from "./text-width.ts";

export type TierMap = {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  /** Coasts; behind everything. */
  readonly land?: MapGeometry;
  readonly shapes: readonly GroundShape[];
};

type Project = (position: Position) => readonly [number, number];

const margin = 18;
const tallest = 520;

/** The tiers as a drawing that stands still: Mercator, north up, a scale, names beside the shapes, a line with its date; no frontiers. */
export function tierMap(map: TierMap): string {
  const bounds = boundsOf(map.shapes);
  if (!bounds) return "";
  const { project, height, kmPerPixel } = projection(bounds, map.width);
  const clip = `${map.id}-frame`;
  const areas = map.shapes.filter(({ look }) => look !== "line" && look !== "place");
  const lines = map.shapes.filter(({ look }) => look === "line");
  const places = map.shapes.filter(({ look }) => look === "place");
  const frame = { x: 0, y: 0, width: map.width, height };
  const content =
    element("clipPath", { id: clip }, element("rect", frame)) +
    element(
      "g",
      { "clip-path": `url(#${clip})` },
      element("rect", { ...frame, class: "map-water" }) +
        (map.land ? element("path", { class: "map-land", d: pathOf(map.land, project) }) : "") +
        areas
          .map(({ look, geometry }) => element("path", { class: `map-area map-${look}`, d: pathOf(geometry, project) }))
          .join("") +
        lines
          .map(({ geometry }) => {
            const d = pathOf(geometry, project);
            return element("path", { class: "map-casing", d }) + element("path", { class: "map-line", d });
          })
          .join("") +
        places
          .map(({ geometry }) => {
            const [cx, cy] = project(labelPoint({ geometry, look: "place" }));
            return element("circle", { class: "map-place", cx, cy, r: 3 });
          })
          .join("") +
        names(map.shapes, project, map.width, height),
    ) +
    scaleBar(kmPerPixel, height);
  return drawing({ ...map, height }, content);
}

function projection([west, south, east, north]: readonly [number, number, number, number], width: number) {
  const left = radians(west);
  const top = mercator(north);
  // a single place still has surroundings
  const across = Math.max(radians(east) - left, 0.02);
  const down = Math.max(top - mercator(south), 0.01);
  const scale = Math.min((width - 2 * margin) / across, (tallest - 2 * margin) / down);
  const height = Math.round(down * scale + 2 * margin);
  const indent = (width - across * scale) / 2;
  const project: Project = ([longitude, latitude]) => [
    indent + (radians(longitude) - left) * scale,
    margin + (top - mercator(latitude)) * scale,
  ];
  const kmPerPixel = (6371 * Math.cos(radians((south + north) / 2))) / scale;
  return { project, height, kmPerPixel };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** To 85 degrees, where the projection would run away. */
function mercator(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + radians(Math.max(-85, Math.min(85, latitude))) / 2));
}

function pathOf(geometry: MapGeometry, project: Project): string {
  const run = (points: readonly Position[], close: boolean): string =>
    points.length === 0
      ? ""
      : `M${points.map((point) => project(point).map(pixel).join(",")).join("L")}${close ? "Z" : ""}`;
  switch (geometry.type) {
    case "Point":
      return "";
    case "LineString":
      return run(geometry.coordinates, false);
    case "MultiLineString":
      return geometry.coordinates.map((line) => run(line, false)).join("");
    case "Polygon":
      return geometry.coordinates.map((ring) => run(ring, true)).join("");
    case "MultiPolygon":
      return geometry.coordinates.flatMap((polygon) => polygon.map((ring) => run(ring, true))).join("");
  }
}

/** Each name where its shape is, moved down while it would cover another. */
function names(shapes: readonly GroundShape[], project: Project, width: number, height: number): string {
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  return shapes
    .toReversed()
    .map(({ name: called, look, geometry, asOf }) => {
      const [x, y] = project(labelPoint({ geometry, look }));
      const name = look === "line" && asOf !== undefined ? `${called}, ${asOf}` : called;
      const wide = textWidth(name, 12.5);
      const left = look === "place" ? x + 7 : Math.max(4, Math.min(width - wide - 4, x - wide / 2));
      let at = Math.max(14, Math.min(height - 24, y + 4));
      while (taken.some((other) => Math.abs(other.y - at) < 15 && left < other.right && other.left < left + wide))
        at += 15;
      taken.push({ left, right: left + wide, y: at });
      return label(name, { class: `plot-label plot-halo${look === "line" ? " plot-note" : ""}`, x: left, y: at });
    })
    .join("");
}

/** A round number of kilometres, a fifth of the width or so. */
function scaleBar(kmPerPixel: number, height: number): string {
  const wanted = 110 * kmPerPixel;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const km = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) ?? power;
  const length = km / kmPerPixel;
  return (
    element("path", { class: "plot-axis", fill: "none", d: `M10,${height - 13}v5h${pixel(length)}v-5` }) +
    label(`${km >= 1 ? km : km.toFixed(1)} km`, { class: "plot-tick plot-halo", x: 14, y: height - 14 })
  );
}
