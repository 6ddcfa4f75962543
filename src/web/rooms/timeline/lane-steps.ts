import type { PlacedMoment } from "./filter-moments.ts";

/**
 * Where a key leads among the shown moments, oldest first: up and down through all, left and right within a lane. Undefined:
 * the key is none of these, or there is nothing that way.
 */
export function stepOf(moments: readonly PlacedMoment[], from: number, key: string): number | undefined {
  const stream = moments[from]?.stream;
  switch (key) {
    case "ArrowUp":
      return from > 0 ? from - 1 : undefined;
    case "ArrowDown":
      return from < moments.length - 1 ? from + 1 : undefined;
    case "ArrowLeft":
      return found(moments.findLastIndex((one, at) => at < from && one.stream === stream));
    case "ArrowRight":
      return found(moments.findIndex((one, at) => at > from && one.stream === stream));
    case "Home":
      return moments.length > 0 ? 0 : undefined;
    case "End":
      return found(moments.length - 1);
  }
}

function found(at: number): number | undefined {
  return at === -1 ? undefined : at;
}
