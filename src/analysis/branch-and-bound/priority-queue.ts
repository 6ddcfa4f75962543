/** A binary heap; `before` says which of two items leaves first. Ties leave in order of arrival only by luck: make keys distinct. */
export function priorityQueue<T>(before: (a: T, b: T) => boolean): {
  push: (item: T) => void;
  pop: () => T | undefined;
  size: () => number;
} {
  const items: T[] = [];
  const swap = (i: number, j: number): void => {
    [items[i], items[j]] = [items[j]!, items[i]!];
  };
  const push = (item: T): void => {
    let i = items.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(items[i]!, items[parent]!)) break;
      swap(i, parent);
      i = parent;
    }
  };
  const pop = (): T | undefined => {
    const top = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return top;
    items[0] = last;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      if (left >= items.length) break;
      const child = left + 1 < items.length && before(items[left + 1]!, items[left]!) ? left + 1 : left;
      if (!before(items[child]!, items[i]!)) break;
      swap(i, child);
      i = child;
    }
    return top;
  };
  return { push, pop, size: () => items.length };
}
