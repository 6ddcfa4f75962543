import type { NodeRecord } from "./efg-records.ts";

/** A node whose player has another past there than at the first node of the same information set. */
export type ForgottenMove = { readonly node: number; readonly first: number; readonly passedTwice: boolean };

/** One for each information set in which the player has imperfect recall. Time: nodes x depth. */
export function forgottenMoves(nodes: readonly NodeRecord[], parents: Int32Array): readonly ForgottenMove[] {
  const childNumber = new Int32Array(nodes.length);
  const seen = new Int32Array(nodes.length);
  for (let node = 1; node < nodes.length; node++) childNumber[node] = seen[parents[node]!]!++;
  const pasts = new Map<string, number>();
  const pastOf = new Int32Array(nodes.length);
  const firstOf = new Map<string, number>();
  const found = new Map<string, ForgottenMove>();
  for (const [node, { kind, player, set }] of nodes.entries()) {
    if (kind !== "decision") continue;
    const key = `${player}:${set}`;
    let [from, above] = [node, parents[node]!];
    let passedTwice: number | undefined;
    while (above >= 0 && !(nodes[above]!.kind === "decision" && nodes[above]!.player === player))
      [from, above] = [above, parents[above]!];
    const before = above < 0 ? "" : `${pastOf[above]}:${nodes[above]!.set}:${childNumber[from]}`;
    for (let up = above; up >= 0 && passedTwice === undefined; up = parents[up]!)
      if (nodes[up]!.kind === "decision" && nodes[up]!.player === player && nodes[up]!.set === set) passedTwice = up;
    const past = pasts.get(`${player}|${before}`) ?? pasts.size + 1;
    pasts.set(`${player}|${before}`, past);
    pastOf[node] = past;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, node);
    else if (found.has(key)) continue;
    else if (passedTwice !== undefined) found.set(key, { node, first: passedTwice, passedTwice: true });
    else if (pastOf[first] !== past) found.set(key, { node, first, passedTwice: false });
  }
  return [...found.values()];
}
