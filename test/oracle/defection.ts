/** A conflict small enough to try every order: per party its moves from each state, and its classes, best first. */
export type SmallConflict = {
  readonly states: number;
  readonly moves: readonly (readonly (readonly number[])[])[];
  readonly orders: readonly Order[];
};

export type Order = readonly (readonly number[])[];
export type SmallConcept = "nash-stability" | "gmr" | "smr" | "seq" | "sseq";

/** All orders of two parties over four states, and the nearer ones of larger conflicts. */
const mostOrders = 6000;

/**
 * The fewest swaps after which some move away from the state is an improvement that nothing holds, and all such moves,
 * by trying every order of every party, nearest first. undefined: under no orders. "party>state" names a move.
 * @param only  the moves that count; all when absent.
 */
export function nearestDefection(
  conflict: SmallConflict,
  state: number,
  concept: SmallConcept,
  only?: readonly string[],
): { readonly swaps: number; readonly moves: readonly string[] } | undefined | "too many orders" {
  let layer: (readonly Order[])[] = [conflict.orders];
  const seen = new Set(layer.map((orders) => JSON.stringify(orders)));
  for (let swaps = 0; layer.length > 0; swaps++) {
    const unheld = layer.flatMap((orders) => unheldMoves({ ...conflict, orders }, state, concept));
    const moves = new Set(unheld.filter((move) => !only || only.includes(move)));
    if (moves.size > 0) return { swaps, moves: [...moves].sort() };
    if (seen.size > mostOrders) return "too many orders";
    const next: (readonly Order[])[] = [];
    for (const orders of layer)
      for (const [party, order] of orders.entries())
        for (const changed of oneSwapFrom(order)) {
          const all = orders.map((each, other) => (other === party ? changed : each));
          const key = JSON.stringify(all);
          if (seen.has(key)) continue;
          seen.add(key);
          next.push(all);
        }
    layer = next;
  }
  return undefined;
}

/** Two neighbouring classes exchanged; or one state taken out of its class, to just above or just below it. */
export function oneSwapFrom(order: Order): readonly Order[] {
  const found: Order[] = [];
  for (let place = 0; place < order.length; place++) {
    const here = order[place] ?? [];
    const next = order[place + 1];
    if (next) found.push([...order.slice(0, place), next, here, ...order.slice(place + 2)]);
    if (here.length === 1) continue;
    for (const state of here) {
      const rest = here.filter((other) => other !== state);
      found.push([...order.slice(0, place), [state], rest, ...order.slice(place + 1)]);
      found.push([...order.slice(0, place), rest, [state], ...order.slice(place + 1)]);
    }
  }
  return found;
}

/** By the definitions: "party>state" for each improvement that no response holds. */
export function unheldMoves(conflict: SmallConflict, state: number, concept: SmallConcept): readonly string[] {
  const { moves, orders } = conflict;
  const place = (party: number, wanted: number): number =>
    (orders[party] ?? []).findIndex((members) => members.includes(wanted));
  const prefers = (party: number, a: number, b: number): boolean => place(party, a) < place(party, b);
  const found: string[] = [];
  for (const [party, lists] of moves.entries())
    for (const to of lists[state] ?? []) {
      if (!prefers(party, to, state)) continue;
      const ends = concept === "nash-stability" ? [] : responses(party, to);
      const held = ends.some(
        (end) =>
          !prefers(party, end, state) &&
          (concept === "gmr" ||
            concept === "seq" ||
            (lists[end] ?? []).every((counter) => !prefers(party, counter, state))),
      );
      if (!held) found.push(`${party}>${to}`);
    }
  return found;

  /** Ends of legal sequences of the others, nobody twice in a row, by fixing points over (state, last mover). */
  function responses(mover: number, from: number): readonly number[] {
    const reached: { readonly at: number; readonly by: number }[] = [];
    const extend = (at: number, by: number): void => {
      for (const [other, lists] of moves.entries()) {
        if (other === mover || other === by) continue;
        for (const next of lists[at] ?? []) {
          if ((concept === "seq" || concept === "sseq") && !prefers(other, next, at)) continue;
          if (reached.some((known) => known.at === next && known.by === other)) continue;
          reached.push({ at: next, by: other });
          extend(next, other);
        }
      }
    };
    extend(from, -1);
    return reached.map(({ at }) => at);
  }
}
