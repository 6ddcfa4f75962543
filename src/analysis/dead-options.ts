import { findSettlement } from "./agreement-zone/find-settlement.ts";
import type { DeadOptions } from "./analysis.ts";
import { restricted } from "./branch-and-bound/branching.ts";
import type { Search } from "./search.ts";
import type { Path } from "./space/best-settlement.ts";
import type { Problem } from "./space/problem.ts";
import { narrowed, type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";

/**
 * Options that no rule-abiding settlement has, and options that no settlement of the agreement zone has though some
 * rule-abiding one does: by a line or floor alone, or because somebody would fall below its reservation value.
 * Exact: one existence question per option not already seen in a witness.
 */
export function* deadOptions(problem: Problem, zone: SettlementSpace, witness: Path | undefined): Search<DeadOptions> {
  const rulesOnly = settlementSpace(problem, ({ by }) => by.kind === "rule" || by.kind === "lock");
  const abiding = reachable(rulesOnly);
  const behindLines = reachable(zone);
  const alive = new Set<number>(witness?.options);
  const byRules: DeadOptions["byRules"][number][] = [];
  const inZone: DeadOptions["inZone"][number][] = [];
  for (let i = 0; i < problem.issues.length; i++) {
    const issue = problem.issues[i]!;
    for (let o = problem.offset[i]!; o < problem.offset[i + 1]!; o++) {
      const name = { issue: issue.id, option: issue.options[o - problem.offset[i]!]!.id };
      if (abiding[o] === 0) byRules.push(name);
      else if (behindLines[o] === 0) inZone.push({ ...name, why: "line" });
      else if (witness && !alive.has(o)) {
        const found = yield* findSettlement(narrowed(zone, restricted(problem, zone.allowed, i, [o])));
        if (found.exists === true) for (const option of found.path.options) alive.add(option);
        else if (found.exists === false) inZone.push({ ...name, why: "value" });
      } else if (!witness) inZone.push({ ...name, why: "value" });
    }
  }
  return { byRules, inZone };
}

/** By flat option: 1 when some settlement of the space has it. One pass down from the root, one up: O(arcs). */
function reachable({ problem, diagram, allowed }: SettlementSpace): Uint8Array {
  const { order, layerStart, arcStart, child, nodes, empty } = diagram;
  const found = new Uint8Array(allowed.length);
  if (empty) return found;
  const ends = new Uint8Array(nodes);
  ends[nodes - 1] = 1;
  const begins = new Uint8Array(nodes);
  begins[0] = 1;
  const eachArc = (k: number, visit: (node: number, option: number, to: number) => void): void => {
    const at = problem.offset[order[k]!]!;
    const options = problem.offset[order[k]! + 1]! - at;
    let arc = arcStart[k]!;
    for (let node = layerStart[k]!; node < layerStart[k + 1]!; node++) {
      for (let o = at; o < at + options; o++, arc++)
        if (child[arc]! >= 0 && allowed[o] === 1) visit(node, o, child[arc]!);
    }
  };
  for (let k = order.length - 1; k >= 0; k--) {
    eachArc(k, (node, _, to) => {
      if (ends[to] === 1) ends[node] = 1;
    });
  }
  for (let k = 0; k < order.length; k++) {
    eachArc(k, (node, option, to) => {
      if (begins[node] === 0 || ends[to] === 0) return;
      begins[to] = 1;
      found[option] = 1;
    });
  }
  return found;
}
