import { seededRandom } from "#prelude";
import { kmPerDegree, type Point } from "./geodesic.ts";

/**
 * The ground within `km` of a line on each of its sides, from the definition: a grid is laid over the surroundings and
 * each of its cells asked at its middle for the nearest point of the line, on which side of the line that is, and
 * whether it lies before one of the line's ends. In km2 on the ellipsoid; the error is that of the cells on the rim.
 * Sides looking along the line. The line must be well away from poles and antimeridian.
 */
export function stripByCounting(
  line: readonly Point[],
  km: number,
  cells = 400,
): { readonly left: number; readonly right: number } {
  const longitudes = line.map(([longitude]) => longitude);
  const latitudes = line.map(([, latitude]) => latitude);
  const north = Math.max(...latitudes) + (1.1 * km) / 110;
  const south = Math.min(...latitudes) - (1.1 * km) / 110;
  const margin = (1.1 * km) / kmPerDegree(Math.max(Math.abs(north), Math.abs(south))).east;
  const west = Math.min(...longitudes) - margin;
  const east = Math.max(...longitudes) + margin;
  const ends = [endOf(line, km), endOf(line.toReversed(), km)];
  const found = { left: 0, right: 0 };
  const random = seededRandom(1);
  for (let row = 0; row < cells; row++) {
    const degree = kmPerDegree(south + ((north - south) * (row + 0.5)) / cells);
    const cell = ((degree.north * (north - south)) / cells) * ((degree.east * (east - west)) / cells);
    for (let column = 0; column < cells; column++) {
      const point: Point = [
        west + ((east - west) * (column + random.uniform())) / cells,
        south + ((north - south) * (row + random.uniform())) / cells,
      ];
      const nearest = nearestOn(line, point);
      if (nearest.km > km) continue;
      if (ends.some((end) => isBefore(end, point, km))) continue;
      found[nearest.side] += cell;
    }
  }
  return found;
}

type Plane = readonly [east: number, north: number];

/** Where `point` is seen from `origin`, in km, with the degrees of the latitude half-way. */
function seen(origin: Point, point: Point): Plane {
  const degree = kmPerDegree((origin[1] + point[1]) / 2);
  return [(point[0] - origin[0]) * degree.east, (point[1] - origin[1]) * degree.north];
}

function nearestOn(line: readonly Point[], point: Point): { readonly km: number; readonly side: "left" | "right" } {
  let best = { km: Number.POSITIVE_INFINITY, step: 0, share: 0 };
  const around = line.map((corner) => seen(point, corner));
  for (let step = 0; step + 1 < around.length; step++) {
    const [[ax, ay], [bx, by]] = [around[step]!, around[step + 1]!];
    const [dx, dy] = [bx - ax, by - ay];
    const share = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    const km = Math.hypot(ax + share * dx, ay + share * dy);
    if (km < best.km) best = { km, step, share };
  }
  const corner = best.share === 0 ? best.step : best.share === 1 ? best.step + 1 : undefined;
  if (corner !== undefined && corner > 0 && corner + 1 < around.length) {
    // nearest to a corner: on the outer side of the turn
    const [before, at, after] = [around[corner - 1]!, around[corner]!, around[corner + 1]!];
    const turn = (at[0] - before[0]) * (after[1] - at[1]) - (at[1] - before[1]) * (after[0] - at[0]);
    return { km: best.km, side: turn > 0 ? "right" : "left" };
  }
  const [[ax, ay], [bx, by]] = [around[best.step]!, around[best.step + 1]!];
  return { km: best.km, side: (bx - ax) * -ay - (by - ay) * -ax > 0 ? "left" : "right" };
}

type End = { readonly at: Point; readonly inward: Plane; readonly rest: readonly Point[] };

/** The start of a line, the course it takes until it is `km` away, and what of it is farther on. */
function endOf(line: readonly Point[], km: number): End {
  const at = line[0]!;
  for (let step = 0; step + 1 < line.length; step++) {
    const [from, to] = [line[step]!, line[step + 1]!];
    for (let part = 1; part <= 1000; part++) {
      const here: Point = [from[0] + ((to[0] - from[0]) * part) / 1000, from[1] + ((to[1] - from[1]) * part) / 1000];
      const inward = seen(at, here);
      if (Math.hypot(...inward) >= km) return { at, inward, rest: [here, ...line.slice(step + 1)] };
    }
  }
  return { at, inward: seen(at, line.at(-1)!), rest: [] };
}

function isBefore({ at, inward, rest }: End, point: Point, km: number): boolean {
  const there = seen(at, point);
  if (Math.hypot(...there) > km || there[0] * inward[0] + there[1] * inward[1] >= 0) return false;
  return rest.length < 2 || nearestOn(rest, point).km > km;
}
