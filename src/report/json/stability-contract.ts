import { z } from "zod";
import { answer } from "./contract-parts.ts";

let built: ReturnType<typeof build> | undefined;

/** The `--json` contract of `stability`, version 1. */
export function stabilityContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

/** What answers about conflicts share: moves, what holds them, who leaves first. Built anew for each contract. */
export function conflictParts() {
  const id = z.string();
  const whole = z.number().int();
  const state = z.array(id).describe("the levers taken, by id").meta({ id: "state" });
  const concepts = ["nash-stability", "gmr", "smr", "seq", "sseq"] as const;
  const concept = z.enum(concepts);
  const byConcept = <T extends z.ZodType>(value: T) => z.record(concept, value);
  const move = z
    .strictObject({ party: id, takes: z.array(id), lets: z.array(id), from: state, to: state })
    .meta({ id: "move" });
  const moves = z.array(move);
  const equilibria = z
    .strictObject({ count: whole, undecided: whole, states: z.array(state).describe("the first of them") })
    .meta({ id: "equilibria" });
  const verdict = z.strictObject({
    move,
    improvement: z.boolean().describe("whether the mover gains by it, the orders being as they are"),
    held: answer(z.boolean()),
    sanction: z.exactOptional(
      z.strictObject({
        by: z.array(id),
        acts: moves,
        leadsTo: state,
        endings: whole,
        /** Levers in the acts that their mover would rather have left: they come along with what it wants. */
        unwanted: z.array(id),
      }),
    ),
    countered: z.exactOptional(z.strictObject({ response: moves, counter: move })),
    threshold: answer(whole).describe("fewest adjacent preference swaps after which nothing holds it"),
    ways: z.array(
      z.array(
        z.strictObject({
          party: id,
          swaps: whole,
          reversals: z.array(z.strictObject({ rises: state, falls: state })),
        }),
      ),
    ),
  });
  const coalitionMove = z.strictObject({ concept, state, members: z.array(id), to: state, acts: moves });
  const route = z.strictObject({
    from: state,
    to: state,
    byImprovements: z.exactOptional(moves),
    byAnyMoves: z.exactOptional(moves),
  });
  const firstDefection = z.strictObject({
    state,
    concept,
    among: z.enum(["improvements", "all moves"]),
    swaps: answer(whole),
    defections: z.array(verdict),
  });
  const needs = z.strictObject({
    party: id,
    state,
    concept,
    stable: answer(z.boolean()),
    needs: z.array(z.strictObject({ move, oneOf: z.array(z.array(state)), met: z.exactOptional(z.boolean()) })),
    swaps: answer(whole),
  });
  return {
    id,
    whole,
    state,
    concept,
    byConcept,
    move,
    moves,
    equilibria,
    verdict,
    coalitionMove,
    route,
    firstDefection,
    needs,
  };
}

function build() {
  const { id, whole, state, byConcept, equilibria, coalitionMove, route, firstDefection, needs } = conflictParts();
  return z
    .strictObject({
      schema: z.literal("entente.stability/1"),
      title: z.string(),
      parties: z.array(z.strictObject({ id, name: z.string(), ordered: z.boolean() })),
      levers: z.array(
        z.strictObject({ id, name: z.string(), party: id, direction: z.enum(["both", "forward", "back"]) }),
      ),
      possibleStates: whole,
      today: z.exactOptional(state),
      equilibria: byConcept(equilibria),
      coalitionalEquilibria: byConcept(equilibria),
      brokenByCoalition: z.array(coalitionMove),
      stableStates: z.array(z.strictObject({ party: id, stable: byConcept(whole), unknown: byConcept(whole) })),
      states: z.array(
        z.strictObject({
          taken: state,
          places: z.record(id, whole.nullable()).describe("1 is best; null: the order is not known"),
          stable: byConcept(z.record(id, answer(z.boolean()))),
        }),
      ),
      paths: z.exactOptional(z.array(route)),
      firstDefections: z.array(firstDefection),
      needs: z.array(needs),
      unknowns: z.array(z.strictObject({ what: z.string(), reason: z.string() })),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente stability --json` prints" });
}
