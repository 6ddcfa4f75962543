/**
 * Keeps the rows that no earlier row dominates. Rows arrive in lexicographic order, largest first, so an earlier row is
 * never behind in the first column, and only the others are compared. `admit` returns -1 when the row is kept (under
 * the next number), else the number of a kept row that is at least as large everywhere.
 */
export type DominanceFilter = { readonly admit: (row: Float64Array) => number; readonly clear: () => void };

/** m columns: 1 and 2 by the best so far, 3 by a staircase (O(log n) a question), more by a k-d tree of upper corners. */
export function dominanceFilter(m: number): DominanceFilter {
  if (m <= 1) return firstOnly();
  if (m === 2) return risingSecond();
  return m === 3 ? staircase() : cornerTree(m);
}

function firstOnly(): DominanceFilter {
  let any = false;
  return {
    admit: () => {
      if (any) return 0;
      any = true;
      return -1;
    },
    clear: () => {
      any = false;
    },
  };
}

function risingSecond(): DominanceFilter {
  let most = Number.NEGATIVE_INFINITY;
  let kept = 0;
  return {
    admit: (row) => {
      if (row[1]! <= most) return kept - 1;
      most = row[1]!;
      kept++;
      return -1;
    },
    clear: () => {
      most = Number.NEGATIVE_INFINITY;
      kept = 0;
    },
  };
}

/** The efficient pairs of columns 2 and 3, second column ascending, third descending. */
function staircase(): DominanceFilter {
  let y = new Float64Array(64);
  let z = new Float64Array(64);
  let id = new Int32Array(64);
  let size = 0;
  let kept = 0;
  const admit = (row: Float64Array): number => {
    const b = row[1]!;
    const c = row[2]!;
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (y[middle]! < b) low = middle + 1;
      else high = middle;
    }
    if (low < size && z[low]! >= c) return id[low]!;
    let from = low;
    while (from > 0 && z[from - 1]! <= c) from--;
    let to = low;
    if (low < size && y[low] === b) to++; // same second column, smaller third
    if (from === to) {
      if (size === y.length) {
        y = grown(y);
        z = grown(z);
        const ids = new Int32Array(id.length * 2);
        ids.set(id);
        id = ids;
      }
      y.copyWithin(from + 1, from, size);
      z.copyWithin(from + 1, from, size);
      id.copyWithin(from + 1, from, size);
      size++;
    } else if (to - from > 1) {
      y.copyWithin(from + 1, to, size);
      z.copyWithin(from + 1, to, size);
      id.copyWithin(from + 1, to, size);
      size -= to - from - 1;
    }
    y[from] = b;
    z[from] = c;
    id[from] = kept++;
    return -1;
  };
  return {
    admit,
    clear: () => {
      size = 0;
      kept = 0;
    },
  };
}

const leafSize = 24;

/**
 * A k-d tree over columns 2..m that knows the upper corner of each subtree: a subtree whose corner is behind somewhere
 * holds no dominating row. Leaves split at the median of their widest column.
 */
function cornerTree(m: number): DominanceFilter {
  const d = m - 1;
  let rows = new Float64Array(256 * d);
  let kept = 0;
  let corner = new Float64Array(256 * d);
  let left = new Int32Array(256);
  let right = new Int32Array(256);
  let column = new Int32Array(256);
  let at = new Float64Array(256);
  let nodes = 0;
  let leaves: (number[] | undefined)[] = [];
  const stack: number[] = [];
  const newLeaf = (members: number[]): number => {
    if ((nodes + 1) * d > corner.length) {
      corner = grown(corner);
      left = grownInt(left);
      right = grownInt(right);
      column = grownInt(column);
      at = grown(at);
    }
    const node = nodes++;
    corner.fill(Number.NEGATIVE_INFINITY, node * d, (node + 1) * d);
    for (const r of members) raise(node, r);
    leaves[node] = members;
    left[node] = -1;
    return node;
  };
  const raise = (node: number, r: number): void => {
    for (let j = 0; j < d; j++) if (rows[r * d + j]! > corner[node * d + j]!) corner[node * d + j] = rows[r * d + j]!;
  };
  const dominator = (row: Float64Array): number => {
    if (nodes === 0) return -1;
    stack.length = 0;
    stack.push(0);
    while (stack.length > 0) {
      const node = stack.pop()!;
      let behind = false;
      for (let j = 0; j < d; j++) {
        if (corner[node * d + j]! < row[j + 1]!) {
          behind = true;
          break;
        }
      }
      if (behind) continue;
      if (left[node]! >= 0) {
        stack.push(left[node]!, right[node]!);
        continue;
      }
      const members = leaves[node]!;
      for (let k = members.length - 1; k >= 0; k--) {
        const start = members[k]! * d;
        let all = true;
        for (let j = 0; j < d; j++) {
          if (rows[start + j]! < row[j + 1]!) {
            all = false;
            break;
          }
        }
        if (all) return members[k]!;
      }
    }
    return -1;
  };
  const insert = (r: number): void => {
    if (nodes === 0) {
      newLeaf([r]);
      return;
    }
    let node = 0;
    for (;;) {
      raise(node, r);
      if (left[node]! < 0) break;
      node = rows[r * d + column[node]!]! <= at[node]! ? left[node]! : right[node]!;
    }
    const members = leaves[node]!;
    members.push(r);
    if (members.length > leafSize) split(node, members);
  };
  const split = (node: number, members: number[]): void => {
    let widest = 0;
    let spread = 0;
    for (let j = 0; j < d; j++) {
      let low = Number.POSITIVE_INFINITY;
      for (const r of members) if (rows[r * d + j]! < low) low = rows[r * d + j]!;
      if (corner[node * d + j]! - low > spread) {
        spread = corner[node * d + j]! - low;
        widest = j;
      }
    }
    if (spread === 0) return; // equal in every compared column: nothing to split by
    const sorted = members.map((r) => rows[r * d + widest]!).sort((a, b) => a - b);
    let middle = sorted[sorted.length >> 1]!;
    if (middle === sorted[sorted.length - 1]) middle = sorted.findLast((value) => value < middle)!;
    const low = members.filter((r) => rows[r * d + widest]! <= middle);
    const high = members.filter((r) => rows[r * d + widest]! > middle);
    leaves[node] = undefined;
    const [lowLeaf, highLeaf] = [newLeaf(low), newLeaf(high)];
    left[node] = lowLeaf;
    right[node] = highLeaf;
    column[node] = widest;
    at[node] = middle;
  };
  return {
    admit: (row) => {
      const by = dominator(row);
      if (by >= 0) return by;
      if ((kept + 1) * d > rows.length) rows = grown(rows);
      for (let j = 0; j < d; j++) rows[kept * d + j] = row[j + 1]!;
      insert(kept++);
      return -1;
    },
    clear: () => {
      kept = 0;
      nodes = 0;
      leaves = [];
    },
  };
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const next = new Float64Array(array.length * 2);
  next.set(array);
  return next;
}

function grownInt(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(array.length * 2);
  next.set(array);
  return next;
}
