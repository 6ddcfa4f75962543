import { expect, test } from "vitest";
import type { Conflict } from "#model";
import { movesFrom } from "./graph-model.ts";
import { graphOfConflict } from "./graph-of-conflict.ts";
import { mergedPlayers } from "./merged-players.ts";
import { stableStates } from "./stable-states.ts";

/** Three parties with one lever each; each likes its own lever not to be taken, then as many others as can be. */
const conflict: Conflict = {
  title: "three levers",
  parties: ["a", "b", "c"].map((id) => ({ id, name: id })),
  levers: ["a", "b", "c"].map((id, party) => ({ id, name: id, party, direction: "both" })),
  impossible: [],
  preferences: [0, 1, 2].map((party) => ({
    kind: "statements",
    statements: [[[{ lever: party, taken: false }]], [[{ lever: (party + 1) % 3, taken: true }]]],
  })),
  coalitions: [],
};

test("a merged player changes levers of all its members in one move, and follows the order given to it", () => {
  const merged = mergedPlayers(conflict, [
    { members: [2, 0], preferences: { kind: "statements", statements: [[[{ lever: 0, taken: true }]]] } },
  ]);
  if (!merged.ok) throw new Error("It is small.");
  const { players, graph } = merged.value;
  expect(players).toEqual([[0, 2], [1]]);
  expect([...movesFrom(graph, 0, 0)]).toEqual([1, 4, 5]);
  expect([...movesFrom(graph, 1, 0)]).toEqual([2]);
  expect(stableStates(graph).equilibria["nash-stability"]?.states).toEqual([1, 5]);
});

test("without an order a merged player's is not known, whatever its members' are", () => {
  const merged = mergedPlayers(conflict, [{ members: [0, 2], preferences: undefined }]);
  expect(merged.ok && merged.value.graph.ranks[0]).toBeUndefined();
});

test("without groups it is the conflict itself", () => {
  const merged = mergedPlayers(conflict, []);
  expect(merged.ok && stableStates(merged.value.graph)).toEqual(stableStates(graphOfConflict(conflict)));
});

test.each([
  ["nobody", [[]]],
  ["a party that is not there", [[3]]],
  ["a party twice", [[0, 1], [1]]],
])("%s cannot be merged", (_what, groups) => {
  expect(() =>
    mergedPlayers(
      conflict,
      groups.map((members) => ({ members, preferences: undefined })),
    ),
  ).toThrow(RangeError);
});
