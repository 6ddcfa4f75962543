// Derives the areas and land outlines of the scenarios' maps. Run by hand (`node bin/make-map-data.js`, Node 24) when a
// line or a rule below changes; what it writes is committed, and `--check` says whether it still is what this writes. Outlines: Natural Earth 4.1 (public domain) as packaged by
// world-atlas (ISC). What is on which side of the line of contact is decided by the line alone; docs/decisions/0027.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { area } from "@turf/area";
import { buffer } from "@turf/buffer";
import { difference } from "@turf/difference";
import { featureCollection, multiPolygon, polygon } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import { union } from "@turf/union";
import { feature } from "topojson-client";
import { stripAlong } from "#monitor";

const root = new URL("..", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));

/** Coarser than this is not honest to the line, finer is only larger. In degrees. */
const coarse = 0.02;
/** Islands and ponds below this say nothing on a map of a country. */
const leastKm2 = 30;

/** The deepest strip on the agenda is 40 km. */
const bandKm = 50;
const digits = 3;
const land10 = read("node_modules/world-atlas/land-10m.json");
const land50 = read("node_modules/world-atlas/land-50m.json");
const atlas = read("node_modules/world-atlas/countries-10m.json");

write("ukraine-2025", "areas", flagship());
write("ukraine-2025", "land", [landFeature(land([19, 43, 44, 55]))]);
write("essequibo-2025", "land", [landFeature(land([-63, 4, -55, 10]))]);
write("scarborough-2025", "land", [landFeature(land([114, 11, 124, 19]))]);

function flagship() {
  const lines = read("scenarios/ukraine-2025/map/line-of-contact.geojson");
  const line = lines.features.find(({ geometry }) => geometry.type === "LineString").geometry;
  const shared = { approx: true, as_of: "2025-08-26" };

  // Everything south and east of the line: the line, drawn on to the north-east and out to sea, and round the corner of
  // the map. Outlines of countries say nothing there.
  const beyond = polygon([
    [
      ...line.coordinates,
      [30.6, 46.1],
      [30.6, 43],
      [46, 43],
      [46, 54],
      [35.6, 54],
      [35.15, 51.35],
      line.coordinates[0],
    ],
  ]);
  // Only tell the strip's sides apart.
  const rough = {
    here: polygon([
      [
        [22, 51],
        [34.9, 51.2],
        [36, 49.5],
        [36, 48.5],
        [34, 47.8],
        [31, 47],
        [22, 46],
        [22, 51],
      ],
    ]).geometry,
    there: beyond.geometry,
  };
  const strip = (side, km) => {
    const found = stripAlong(line, rough, { [side]: km });
    if (!found.ok) throw new Error(found.error);
    return multiPolygon(found.value[side]);
  };
  const ground = outline(feature(land10, land10.objects.land), [21, 43, 46, 54]);

  // Behind the line to the outer boundary as Natural Earth draws it. Where line and outline disagree by some kilometres
  // (the line follows the outer boundary in the north), the line's own strip fills up to the line.
  const country = atlas.objects.countries.geometries.find(({ id }) => id === "804");
  const behind = outline(feature(atlas, country), [21, 43, 46, 54]);
  const reachesLine = buffer({ type: "Feature", properties: {}, geometry: line }, 0.5, { units: "kilometers" });
  const upToLine = union(featureCollection([strip("here", 15), reachesLine]));
  const filled = union(featureCollection([behind, intersect(featureCollection([upToLine, ground]))]));
  const held = tidy(difference(featureCollection([filled, beyond])));

  const far = tidy(intersect(featureCollection([held, box([20, 43, 25, 54])])));
  const near = buffer({ type: "Feature", properties: {}, geometry: line }, 50, { units: "kilometers", steps: 32 });
  const wide = tidy(difference(featureCollection([held, near])));
  const other = tidy(intersect(featureCollection([simplified(strip("there", bandKm)), ground])));

  return [
    made("ukrainian-held-side", "Ukrainian-held side of the line of contact", held, {
      ...shared,
      note: "The mainland north and west of the line of contact, to the outer boundary as Natural Earth draws it; coarse. Says which side of the line this is, and nothing about title.",
      sources: ["RS0826", "FT0829"],
    }),
    made("russian-held-side", "The other side of the line of contact", other, {
      ...shared,
      note: `A band of ${bandKm} km on the other side, derived from the line alone and cut at the coast. Only as far as a strip may reach; it says nothing about what lies beyond it, and nothing about title.`,
      sources: ["RS0826", "FT0829"],
    }),
    made("far-west", "Far west, illustrative", far, {
      ...shared,
      note: "The article says only: deeper, presumably far west. Our rule: the Ukrainian-held side west of 25 degrees east. Illustrative.",
      sources: ["RS0826"],
    }),
    made("wide", "West, centre and Black Sea hubs, illustrative", wide, {
      ...shared,
      note: "Our rule: the Ukrainian-held side, farther than 50 km from the line of contact, so that Odesa, some 60 km from the line's end, is inside. Illustrative.",
      sources: ["COW0904", "PARIS"],
    }),
  ];
}

function land(bounds) {
  return outline(feature(land50, land50.objects.land), bounds);
}

function landFeature(shape) {
  return made("land", "Land", shape, {
    approx: true,
    note: "Coastlines only, coarse: Natural Earth 1:50m, public domain. No boundary of any country is drawn.",
    sources: [],
  });
}

/** The part of a shape inside the bounds, simplified. */
function outline(shape, bounds) {
  const features = shape.type === "FeatureCollection" ? shape.features : [shape];
  const polygons = features.flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
  );
  const [west, south, east, north] = bounds;
  const meets = ([ring]) =>
    ring.some(([x, y]) => x >= west - 1 && x <= east + 1 && y >= south - 1 && y <= north + 1) ||
    Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x)) > 50;
  const found = polygons.filter(meets).flatMap((rings) => {
    const inside = intersect(featureCollection([polygon(rings), box(bounds)]));
    if (!inside) return [];
    return inside.geometry.type === "Polygon" ? [inside.geometry.coordinates] : inside.geometry.coordinates;
  });
  return tidy(simplified(multiPolygon(found)));
}

function simplified(shape) {
  const polygons = shape.geometry.type === "Polygon" ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const rings = polygons.map((parts) => parts.map(fewerPoints).filter((ring) => ring.length > 3));
  return multiPolygon(rings.filter((parts) => parts.length > 0));
}

/** Douglas and Peucker 1973, on both halves of a ring: between its first point and the one farthest from it. */
function fewerPoints(ring) {
  const away = ring.map(([x, y]) => Math.hypot(x - ring[0][0], y - ring[0][1]));
  const far = away.indexOf(Math.max(...away));
  const kept = new Set([0, far, ring.length - 1]);
  const spans = [
    [0, far],
    [far, ring.length - 1],
  ];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [worst, at] = [coarse, -1];
    for (let index = from + 1; index < to; index++) {
      const off = offLine(ring[index], ring[from], ring[to]);
      if (off > worst) [worst, at] = [off, index];
    }
    if (at < 0) continue;
    kept.add(at);
    spans.push([from, at], [at, to]);
  }
  return ring.filter((_, index) => kept.has(index));
}

function offLine([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** Without specks, in whole thousandths of a degree (some 100 m), without points that rounding made one. */
function tidy(shape) {
  const polygons = shape.geometry.type === "Polygon" ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const round = (ring) =>
    ring
      .map((position) => position.map((degrees) => Number(degrees.toFixed(digits))))
      .filter(([x, y], index, all) => index === 0 || x !== all[index - 1][0] || y !== all[index - 1][1]);
  const large = (ring) => ring.length > 3 && area(polygon([ring])) / 1e6 >= leastKm2;
  const kept = polygons.map((rings) => rings.map(round).filter(large));
  return multiPolygon(kept.filter((rings, index) => large(round(polygons[index][0])) && rings.length > 0));
}

function box([west, south, east, north]) {
  return polygon([
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);
}

function made(id, name, shape, properties) {
  const { coordinates } = shape.geometry;
  const geometry =
    coordinates.length === 1 ? { type: "Polygon", coordinates: coordinates[0] } : { type: "MultiPolygon", coordinates };
  return { type: "Feature", properties: { id, name, ...properties }, geometry };
}

function write(scenario, layer, features) {
  const path = new URL(`scenarios/${scenario}/map/${layer}.geojson`, root);
  const lines = features.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
  const text = `{\n  "type": "FeatureCollection",\n  "name": "${scenario}.${layer}",\n  "features": [\n${lines}\n  ]\n}\n`;
  if (process.argv.includes("--check")) {
    if (readFileSync(path, "utf8") === text) return;
    console.error(`${fileURLToPath(path)} is not what this script writes`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, text);
  console.log(`${fileURLToPath(path)}: ${features.length} shapes, ${text.length} bytes`);
}
