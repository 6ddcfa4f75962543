import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  coalitionalEquilibria,
  graphOfConflict,
  type StabilityConcept,
  stabilityConcepts,
  stableStates,
} from "#durability";
import { parseConflict } from "#language";
import type { Conflict } from "#model";
import { formatDiagnostic } from "#prelude";

const folder = new URL("../../scenarios/conflicts/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

function shipped(id: string): Conflict {
  const { conflict, diagnostics } = parseConflict(id, readFileSync(new URL(`${id}.yaml`, folder)));
  if (!conflict) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return conflict;
}

/** States as people write them: the levers that are taken. */
function equilibria(id: string): Readonly<Record<StabilityConcept, readonly string[]>> {
  const conflict = shipped(id);
  const graph = graphOfConflict(conflict);
  const { equilibria: found } = stableStates(graph);
  const shown = (concept: StabilityConcept) => [
    concept,
    found[concept]!.states.map((state) =>
      conflict.levers.flatMap(({ id: lever }, at) => ((graph.codes![state]! >> at) & 1 ? [lever] : [])).join(" "),
    ),
  ];
  return Object.fromEntries(stabilityConcepts.map(shown));
}

test("every shipped conflict is read without a mistake or a warning, is named by its file, and shows its sources", () => {
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names) {
    const { about, diagnostics } = parseConflict(name, readFileSync(new URL(name, folder)));
    expect(diagnostics.map(formatDiagnostic)).toEqual([]);
    expect(`${about?.id}.yaml`).toBe(name);
    expect(about?.note).toBeTruthy();
    if (about?.id !== "limits-and-snapback") expect(about?.sources.length).toBeGreaterThan(0);
  }
});

test("prisoners' dilemma: both defect by Nash stability; that both cooperate is held by answers", () => {
  const found = equilibria("prisoners-dilemma");
  const both = "one_defects two_defects";
  expect(found).toEqual({
    "nash-stability": [both],
    gmr: ["", both],
    smr: ["", both],
    seq: ["", both],
    sseq: ["", both],
  });
});

test("chicken: exactly one swerves by SEQ; that both swerve is held by a threat alone", () => {
  const found = equilibria("chicken");
  expect(found["nash-stability"]).toEqual(["left_holds", "right_holds"]);
  expect(found.seq).toEqual(["left_holds", "right_holds"]);
  expect(found.gmr).toEqual(["", "left_holds", "right_holds"]);
  expect(found.smr).toEqual(["", "left_holds", "right_holds"]);
});

test("Elmira: the equilibria of Hipel, Fang, Kilgour and Haight 1993; ministry and company leave one together (2001)", () => {
  const conflict = shipped("elmira");
  const graph = graphOfConflict(conflict);
  // states 1 to 12 of the literature's option form, by ascending code
  const { equilibria: alone } = stableStates(graph);
  expect(alone.seq!.states.map((state) => state + 1)).toEqual([5, 6, 7, 10, 11, 12]);
  expect(alone["nash-stability"]!.states.map((state) => state + 1)).toEqual([5, 6, 7, 10, 11, 12]);
  const together = coalitionalEquilibria(graph, { concepts: ["seq"] });
  expect(together.equilibria.seq!.states.map((state) => state + 1)).toEqual([5, 6, 10, 11, 12]);
  expect(together.broken.seq).toEqual([{ state: 6, coalition: [0, 1], to: [9] }]);
  expect(equilibria("elmira").seq[3]).toBe("modify accept insist");
});

test("Cuban missile crisis: withdrawal without and under a blockade (Fraser and Hipel)", () => {
  expect(equilibria("cuban-missiles").seq).toEqual(["withdraw", "blockade withdraw"]);
});

test("limits and snapback: keeping them is held by SEQ, and not once the south would rather not answer", () => {
  expect(equilibria("limits-and-snapback").seq).toContain("");
  const conflict = shipped("limits-and-snapback");
  const [north, , guarantor] = conflict.preferences;
  const forgiving: Conflict = {
    ...conflict,
    preferences: [
      north,
      { kind: "statements", statements: [[[{ lever: 0, taken: false }]], [[{ lever: 1, taken: false }]]] },
      guarantor,
    ],
  };
  const { equilibria: found } = stableStates(graphOfConflict(forgiving));
  expect(found.seq!.states).not.toContain(0);
});
