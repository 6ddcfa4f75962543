export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export type LabelWanted = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a label went: its box, and whether it stands far enough away to need a line to its mark. */
export type LabelPlace = { readonly box: Box; readonly leader: boolean };

const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;
const distances = [9, 18, 30, 46] as const;

/**
 * A place for each label beside its mark that touches no mark, no other label and no border, or undefined where none
 * is free. Greedy in the order given, so that equal input gives equal output; among free places the one covering the
 * fewest dots, then the nearest, then the first of: right, left, above, below, the corners.
 * Time O(labels x 32 x (labels + marks + dots)).
 */
export function placeLabels(
  wanted: readonly LabelWanted[],
  room: {
    readonly bounds: Box;
    readonly keepClear?: readonly Box[];
    readonly dots?: readonly { readonly x: number; readonly y: number }[];
  },
): (LabelPlace | undefined)[] {
  const marks = wanted.map(({ x, y }) => around(x, y, 6));
  const taken: Box[] = [...marks, ...(room.keepClear ?? [])];
  return wanted.map((label, index) => {
    let best: (LabelPlace & { readonly cost: number }) | undefined;
    for (const distance of distances) {
      for (const direction of directions) {
        const box = boxAt(label, direction, distance);
        if (!inside(box, room.bounds)) continue;
        if (taken.some((other, at) => at !== index && overlap(box, other))) continue;
        const covered = (room.dots ?? []).filter(({ x, y }) => overlap(box, around(x, y, 1))).length;
        const cost = covered * 6 + distance;
        if (!best || cost < best.cost) best = { box, leader: distance > distances[0], cost };
      }
    }
    if (best) taken.push(best.box);
    return best && { box: best.box, leader: best.leader };
  });
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxAt(label: LabelWanted, [right, down]: (typeof directions)[number], distance: number): Box {
  // on the diagonals the same distance is split over both axes
  const reach = right !== 0 && down !== 0 ? distance * 0.7 : distance;
  const left = label.x + right * reach - (right < 0 ? label.width : right === 0 ? label.width / 2 : 0);
  const top = label.y + down * reach - (down < 0 ? label.height : down === 0 ? label.height / 2 : 0);
  return { left, top, right: left + label.width, bottom: top + label.height };
}

function around(x: number, y: number, by: number): Box {
  return { left: x - by, top: y - by, right: x + by, bottom: y + by };
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}
