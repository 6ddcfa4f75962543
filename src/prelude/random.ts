/**
 * A seeded stream of random numbers. The same seed gives the same integers on every machine; `normal` uses
 * Math.log and Math.cos, whose last bits differ between engines, so draws agree to about 1e-15 only.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded through splitmix32.
 */
export type Random = {
  /** Uniform on 0, 1, ..., 2^32 - 1. */
  readonly uint32: () => number;
  /** Uniform on [0, 1), 53 bits. */
  readonly uniform: () => number;
  /** Uniform on 0, 1, ..., n - 1 without bias. n is at most 2^32. */
  readonly below: (n: number) => number;
  /** Standard normal (Box-Muller, one of the pair kept). */
  readonly normal: () => number;
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const split = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let a = split();
  let b = split();
  let c = split();
  let counter = 1;
  const uint32 = (): number => {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + sum) >>> 0;
    return sum;
  };
  for (let i = 0; i < 15; i++) uint32();
  const uniform = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  const below = (n: number): number => {
    const limit = 4294967296 - (4294967296 % n);
    let value = uint32();
    while (value >= limit) value = uint32();
    return value % n;
  };
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uint32, uniform, below, normal };
}
