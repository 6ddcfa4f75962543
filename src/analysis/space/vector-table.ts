/**
 * Rows of m whole numbers, each kept once: a hash table whose rows are numbered in order of arrival. Holds a resource
 * (its buffers), hence a class.
 */
export class VectorTable {
  readonly m: number;
  size = 0;
  values: Float64Array;
  private slots: Int32Array;

  constructor(m: number, capacity = 16) {
    this.m = m;
    this.values = new Float64Array(capacity * m);
    this.slots = new Int32Array(capacity * 2).fill(-1);
  }

  /** The row's number; added when it is new (then the number equals the old size). */
  put(row: Float64Array): number {
    if (this.size * 2 >= this.slots.length) this.grow();
    const mask = this.slots.length - 1;
    let slot = hash(row, 0, this.m) & mask;
    for (;;) {
      const at = this.slots[slot]!;
      if (at < 0) break;
      let same = true;
      for (let i = 0; i < this.m && same; i++) same = this.values[at * this.m + i] === row[i];
      if (same) return at;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.size;
    this.values.set(row, this.size * this.m);
    return this.size++;
  }

  private grow(): void {
    const capacity = this.slots.length;
    const values = new Float64Array(capacity * this.m);
    values.set(this.values.subarray(0, this.size * this.m));
    this.values = values;
    this.slots = new Int32Array(capacity * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let r = 0; r < this.size; r++) {
      let slot = hash(values, r * this.m, this.m) & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = r;
    }
  }
}

function hash(values: Float64Array, start: number, m: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < m; i++) {
    const value = values[start + i]!;
    const low = value | 0;
    const high = (value / 4294967296) | 0;
    h = Math.imul(h ^ low, 0x9e3779b1);
    h = Math.imul((h ^ (h >>> 15)) + high, 0x85ebca77);
  }
  return (h ^ (h >>> 13)) >>> 0;
}
