/**
 * Lengths and areas on the WGS 84 ellipsoid, by other ways than the program's (which takes the earth for a sphere and
 * draws in a projected plane): to see that neither choice shows in what is reported.
 */
export type Point = readonly [longitude: number, latitude: number];

const a = 6378.137;
const flattening = 1 / 298.257223563;
const e2 = flattening * (2 - flattening);
const radians = Math.PI / 180;

/** Vincenty 1975, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 23(176); not for antipodes. */
export function ellipsoidalKm(from: Point, to: Point): number {
  const b = a * (1 - flattening);
  const L = (to[0] - from[0]) * radians;
  const [u1, u2] = [from[1], to[1]].map((degrees) => Math.atan((1 - flattening) * Math.tan(degrees * radians))) as [
    number,
    number,
  ]; // two in, two out
  let lambda = L;
  for (let round = 0; round < 200; round++) {
    const x = Math.cos(u2) * Math.sin(lambda);
    const y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
    const sine = Math.sqrt(x * x + y * y);
    if (sine === 0) return 0;
    const cosine = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sine, cosine);
    const azimuth = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sine;
    const square = 1 - azimuth * azimuth;
    const middle = square === 0 ? 0 : cosine - (2 * Math.sin(u1) * Math.sin(u2)) / square;
    const C = (flattening / 16) * square * (4 + flattening * (4 - 3 * square));
    const next =
      L + (1 - C) * flattening * azimuth * (sigma + C * sine * (middle + C * cosine * (-1 + 2 * middle * middle)));
    if (Math.abs(next - lambda) < 1e-13) {
      const k = (square * (a * a - b * b)) / (b * b);
      const A = 1 + (k / 16384) * (4096 + k * (-768 + k * (320 - 175 * k)));
      const B = (k / 1024) * (256 + k * (-128 + k * (74 - 47 * k)));
      const correction =
        B *
        sine *
        (middle +
          (B / 4) *
            (cosine * (-1 + 2 * middle * middle) -
              (B / 6) * middle * (-3 + 4 * sine * sine) * (-3 + 4 * middle * middle)));
      return b * A * (sigma - correction);
    }
    lambda = next;
  }
  throw new Error("Vincenty's formula does not converge for these points.");
}

/** Kilometres to a degree at a latitude: north (meridian radius) and east (radius of the parallel). */
export function kmPerDegree(latitude: number): { readonly north: number; readonly east: number } {
  const w = 1 - e2 * Math.sin(latitude * radians) ** 2;
  return {
    north: ((a * (1 - e2)) / w ** 1.5) * radians,
    east: (a / Math.sqrt(w)) * Math.cos(latitude * radians) * radians,
  };
}
