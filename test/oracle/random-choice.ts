import type { Random } from "#prelude";

export function chance(random: Random, share: number): boolean {
  return random.uniform() < share;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)]!;
}

/** `count` different items, or all, in their own order. */
export function pickSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const places = items.map((_, place) => place);
  while (places.length > count) places.splice(random.below(places.length), 1);
  return places.map((place) => items[place]!);
}

/** The fields, this share of the time; else none. */
export function maybe<T extends object>(random: Random, share: number, fields: T): T | Record<never, never> {
  return chance(random, share) ? fields : {};
}
