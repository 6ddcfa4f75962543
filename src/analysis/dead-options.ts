import { findSettlement } from "./agreement-zone/find-settlement.ts";
import type { DeadOptions } from "./analysis.ts";
import { restricted } from "./branch-and-bound/branching.ts";
import type { Search } from "./search.ts";
import { maximiser, type Path } from "./space/best-settlement.ts";
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

/** By flat option: 1 when some settlement of the space has it. */
function reachable(space: SettlementSpace): Uint8Array {
  const { problem } = space;
  const found = new Uint8Array(space.allowed.length);
  const max = maximiser(space);
  const none = new Float64Array(space.parties);
  for (let i = 0; i < problem.issues.length; i++) {
    for (let o = problem.offset[i]!; o < problem.offset[i + 1]!; o++) {
      if (found[o] === 1 || space.allowed[o] === 0) continue;
      if (max.value(none, restricted(problem, space.allowed, i, [o])) === Number.NEGATIVE_INFINITY) continue;
      for (const option of max.path().options) found[option] = 1;
    }
  }
  return found;
}
