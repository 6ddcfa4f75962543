/** A set of small whole numbers, 32 to a word. Sets that meet are made for the same `size`. */
export type BitSet = Uint32Array;

export function emptySet(size: number): BitSet {
  return new Uint32Array((size + 31) >>> 5);
}

export function setOf(size: number, members: Iterable<number>): BitSet {
  const set = emptySet(size);
  for (const member of members) add(set, member);
  return set;
}

export function add(set: BitSet, member: number): void {
  set[member >>> 5]! |= 1 << (member & 31);
}

export function remove(set: BitSet, member: number): void {
  set[member >>> 5]! &= ~(1 << (member & 31));
}

export function has(set: BitSet, member: number): boolean {
  return (set[member >>> 5]! & (1 << (member & 31))) !== 0;
}

export function union(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word | b[at]!);
}

export function without(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word & ~b[at]!);
}

export function meets(a: BitSet, b: BitSet): boolean {
  for (let at = 0; at < a.length; at++) if ((a[at]! & b[at]!) !== 0) return true;
  return false;
}

export function isWithin(a: BitSet, b: BitSet): boolean {
  for (let at = 0; at < a.length; at++) if ((a[at]! & ~b[at]!) !== 0) return false;
  return true;
}

export function isEmpty(set: BitSet): boolean {
  return set.every((word) => word === 0);
}

export function sharedCount(a: BitSet, b: BitSet): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    for (let word = a[at]! & b[at]!; word !== 0; word &= word - 1) count++;
  }
  return count;
}

/** Ascending. */
export function membersOf(set: BitSet): number[] {
  const members: number[] = [];
  for (let at = 0; at < set.length; at++) {
    for (let word = set[at]!; word !== 0; word &= word - 1) {
      members.push(at * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return members;
}
