import { describe, expect, test } from "vitest";
import type { Aftermath, Agenda, Choices, Condition, Evidence, Issue, Lever, PreferenceStatement } from "#model";
import { exact, run } from "#prelude";
import { aftermathOf } from "./aftermath-of.ts";
import type { AftermathFindings, AftermathReport } from "./aftermath-report.ts";
import { conflictOf, type GeneratedConflict } from "./conflict-of.ts";

const evidence: Evidence = { sources: [] };

function issue(id: string, ...options: readonly string[]): Issue {
  return { id, name: id, options: options.map((each) => ({ id: each, name: each, quantities: [] })) };
}

function lever(id: string, party: string, when: Condition = [], irreversible = false): Lever {
  return { id, name: `${party} does ${id}`, party, kind: "violate", when, irreversible };
}

function says(that: PreferenceStatement["that"], when: Condition = []): PreferenceStatement {
  return { that, when, evidence };
}

/** North promises not to cheat; south may bring sanctions back if the settlement says so; a guarantor may come. */
const agenda = {
  id: "small",
  title: "A small settlement",
  parties: ["guarantor", "north", "south", "onlooker"].map((id) => ({ id, name: id, roles: [], members: [] })),
  issues: [issue("snapback", "yes", "no"), issue("guarantee", "firm", "loose", "none")],
} as unknown as Agenda; // the rest of an agenda plays no part

const firm = [{ issue: "guarantee", options: ["firm"] }];
const given = [{ issue: "guarantee", options: ["firm", "loose"] }];
const withSnapback = [{ issue: "snapback", options: ["yes"] }];

const aftermath: Aftermath = {
  obligations: [
    {
      id: "limits",
      name: "North keeps the limits",
      party: "north",
      when: [],
      breach: lever("cheat", "north"),
      responses: [lever("sanction", "south", withSnapback), lever("come", "guarantor", given)],
    },
  ],
  impossible: [],
  statements: {
    north: [says([{ come: false }]), says([{ sanction: false }]), says([{ cheat: true }])],
    south: [says([{ cheat: false }]), says([{ cheat: false }, { sanction: true }]), says([{ sanction: false }])],
    guarantor: [says([{ cheat: false }, { come: true }], firm), says([{ come: false }]), says([{ cheat: false }])],
  },
};

function generated(choices: Choices, of: Aftermath = aftermath): GeneratedConflict {
  const found = conflictOf(of, agenda, choices);
  if (found.kind === "unknown") throw new Error(found.reason);
  return found;
}

function reported(choices: Choices, of: Aftermath = aftermath): AftermathReport {
  const durability = { guarantees: [], limits: [], shifts: [], aftermath: of, evidence };
  return run(aftermathOf({ agenda, sheets: [], packages: [], claims: [], durability }, choices));
}

function findings(choices: Choices, of: Aftermath = aftermath): AftermathFindings {
  const found = reported(choices, of);
  if (found.kind === "unknown") throw new Error(found.reason);
  return found;
}

describe("the conflict a settlement leaves behind", () => {
  test("has a lever for each breach and each response that stands, by party in the order of the agenda", () => {
    const { conflict, levers, withheld } = generated({ snapback: "yes", guarantee: "firm" });
    expect(conflict.parties.map(({ id }) => id)).toEqual(["guarantor", "north", "south"]);
    expect(conflict.levers.map(({ id, party, direction }) => [id, party, direction])).toEqual([
      ["come", 0, "both"],
      ["cheat", 1, "both"],
      ["sanction", 2, "both"],
    ]);
    expect(levers.map(({ role, obligation }) => [role, obligation.id])).toEqual([
      ["response", "limits"],
      ["breach", "limits"],
      ["response", "limits"],
    ]);
    expect(withheld).toEqual([]);
    expect(conflict.today).toBe(0);
  });

  test("counts a lever that is not given as not taken: what needs it taken is gone, and its absence is no statement", () => {
    const { conflict, withheld } = generated({ snapback: "no", guarantee: "firm" });
    expect(withheld.map(({ id }) => id)).toEqual(["sanction"]);
    // "no sanction" says nothing any more; "no cheating, or sanctions" says no cheating
    expect(conflict.preferences[1]).toEqual({
      kind: "statements",
      statements: [[[{ lever: 0, taken: false }]], [[{ lever: 1, taken: true }]]],
    });
    expect(conflict.preferences[2]).toEqual({
      kind: "statements",
      // two of its statements come to the same without the lever: it is said once
      statements: [[[{ lever: 1, taken: false }]]],
    });
  });

  test("keeps the statements whose condition the settlement meets", () => {
    const statementsOf = (guarantee: string) => {
      const [order] = generated({ snapback: "yes", guarantee }).conflict.preferences;
      return order?.kind === "statements" ? order.statements.length : undefined;
    };
    expect(statementsOf("firm")).toBe(3);
    expect(statementsOf("loose")).toBe(2);
  });

  test("is unknown while an open issue decides whether a lever is there, and names the issue", () => {
    expect(conflictOf(aftermath, agenda, { guarantee: "firm" })).toMatchObject({
      kind: "unknown",
      openIssues: ["snapback"],
    });
    // an issue that decides nothing may be open: there is no guarantee to be firm
    const certain = { ...aftermath, obligations: [{ ...aftermath.obligations[0]!, responses: [] }] };
    expect(conflictOf(certain, agenda, {}).kind).toBe("conflict");
  });

  test("has a party of unknown order when nothing is stated, nothing applies, or an open issue decides what applies", () => {
    const { north, south } = aftermath.statements;
    const silent = { ...aftermath, statements: { north: north!, south: south! } };
    expect(generated({ snapback: "yes", guarantee: "firm" }, silent).unordered).toEqual([
      { party: 0, reason: "Nobody has stated what it prefers." },
    ]);
    const firmOnly = {
      ...aftermath,
      statements: { ...aftermath.statements, guarantor: [says([{ come: false }], firm)] },
    };
    expect(generated({ snapback: "yes", guarantee: "loose" }, firmOnly).unordered).toEqual([
      { party: 0, reason: "None of its statements applies to this settlement." },
    ]);
    const always = {
      ...aftermath,
      obligations: [{ ...aftermath.obligations[0]!, responses: [lever("come", "guarantor")] }],
    };
    const { unordered, conflict } = generated({ snapback: "yes" }, always);
    expect(unordered).toEqual([{ party: 0, reason: "What it prefers depends on an open issue: guarantee." }]);
    expect(conflict.preferences[0]).toBeUndefined();
  });

  test("goes forward only along an irreversible lever, and leaves out what is impossible", () => {
    const changed: Aftermath = {
      ...aftermath,
      obligations: [{ ...aftermath.obligations[0]!, breach: lever("cheat", "north", [], true) }],
      impossible: [[{ sanction: true, come: true }], [{ unheard: true }]],
    };
    const { conflict } = generated({ snapback: "yes", guarantee: "firm" }, changed);
    expect(conflict.levers[1]?.direction).toBe("forward");
    expect(conflict.impossible).toEqual([
      [
        [
          { lever: 2, taken: true },
          { lever: 0, taken: true },
        ],
      ],
    ]);
    const absurd = { ...aftermath, impossible: [[{ cheat: false }]] };
    expect(conflictOf(absurd, agenda, { snapback: "yes", guarantee: "firm" }).kind).toBe("unknown");
  });
});

describe("whether a settlement holds", () => {
  test("with a snapback it does: the breach is answered by sanctions, and one swap of the south's order ends that", () => {
    // Parties: guarantor 0 (without a lever), north 1, south 2. Levers: cheat 1, sanction 2.
    const report = findings({ snapback: "yes", guarantee: "none" });
    expect(report.states).toBe(4);
    expect(report.settlementHolds).toEqual(exact(true));
    const { swaps, among, defections } = report.firstDefection;
    expect([swaps, among]).toEqual([exact(1), "improvements"]);
    const [cheat] = defections;
    expect(cheat?.move).toEqual({ party: 1, takes: [0], lets: [], from: 0, to: 1 });
    expect(cheat?.sanction).toMatchObject({ by: [2], leadsTo: 3, acts: [{ party: 2, takes: [1], from: 1, to: 3 }] });
    // North, best first: 1, 0, 3, 2; it would take the sanctions if 3 passed 0. South: 0, 2, 3, 1; it would not answer
    // if 1 passed 3. Both are neighbours.
    expect(cheat?.ways).toEqual([
      [{ party: 1, swaps: 1, reversals: [{ rises: 3, falls: 0 }] }],
      [{ party: 2, swaps: 1, reversals: [{ rises: 1, falls: 3 }] }],
    ]);
    expect(report.hollowSanctions).toEqual([]);
  });

  test("without snapback a loose guarantee is hollow: only a guarantor that acts against its own order holds the breach", () => {
    const report = findings({ snapback: "no", guarantee: "loose" });
    expect(report.settlementHolds).toEqual(exact(false));
    expect(report.firstDefection.swaps).toEqual(exact(0));
    expect(report.firstDefection.defections[0]).toMatchObject({ move: { party: 1, takes: [1] }, held: exact(false) });
    expect(report.parties[1]?.stable).toMatchObject({ gmr: exact(true), seq: exact(false) });
    expect(report.hollowSanctions).toMatchObject([
      {
        move: { party: 1, takes: [1] },
        ifActed: [{ parties: [0], acts: [{ party: 0, takes: [0] }], against: [{ party: 0, takes: [0] }] }],
      },
    ]);
    expect(report.leadsTo).toMatchObject([{ from: 0, to: 2, byImprovements: [{ party: 1 }] }]);
  });

  test("a firm guarantee holds it, and is not hollow", () => {
    const report = findings({ snapback: "no", guarantee: "firm" });
    expect(report.settlementHolds).toEqual(exact(true));
    expect(report.hollowSanctions).toEqual([]);
    expect(report.firstDefection.defections[0]?.sanction?.by).toEqual([0]);
  });

  test("without anything stated of the guarantor the verdict is unknown, and why is said", () => {
    const { north, south } = aftermath.statements;
    const report = findings(
      { snapback: "no", guarantee: "firm" },
      { ...aftermath, statements: { north: north!, south: south! } },
    );
    expect(report.settlementHolds.status).toBe("unknown");
    expect(report.unknowns[0]).toEqual({
      what: "The order of guarantor",
      reason: "Nobody has stated what it prefers.",
    });
    expect(report.firstDefection.swaps.status).toBe("unknown");
    // with a snapback the settlement holds whatever the guarantor prefers: its answer is not needed
    const held = findings(
      { snapback: "yes", guarantee: "none" },
      { ...aftermath, statements: { north: north!, south: south! } },
    );
    expect(held.settlementHolds).toEqual(exact(true));
  });

  test("two who each lose alone may leave together", () => {
    // both want both to leave; leaving alone is worst
    const together: Aftermath = {
      obligations: ["north", "south"].map((party) => ({
        id: party,
        name: party,
        party,
        when: [],
        breach: lever(`${party}-leaves`, party),
        responses: [],
      })),
      impossible: [],
      statements: {
        north: [says([{ "north-leaves": true, "south-leaves": true }]), says([{ "north-leaves": false }])],
        south: [says([{ "north-leaves": true, "south-leaves": true }]), says([{ "south-leaves": false }])],
      },
    };
    const report = findings({}, together);
    expect(report.parties.map(({ stable }) => stable.seq)).toEqual([exact(true), exact(true)]);
    expect(report.settlementHolds).toEqual(exact(false));
    expect(report.coalitions).toMatchObject([{ members: [0, 1], to: 3, acts: [{ party: 0 }, { party: 1 }] }]);
  });

  test("told to finish at once, nothing is called stable that was not reached", () => {
    const durability = { guarantees: [], limits: [], shifts: [], aftermath, evidence };
    const choices = { snapback: "yes", guarantee: "firm" };
    const search = aftermathOf({ agenda, sheets: [], packages: [], claims: [], durability }, choices);
    let step = search.next("continue");
    while (!step.done) step = search.next("finish");
    if (step.value.kind === "unknown") throw new Error(step.value.reason);
    expect(step.value.settlementHolds.status).toBe("unknown");
    expect(step.value.firstDefection.swaps.status).not.toBe("exact");
  });

  test("nothing is said where nothing is written, or where there is nothing to break", () => {
    expect(run(aftermathOf({ agenda, sheets: [], packages: [], claims: [] }, {})).kind).toBe("unknown");
    expect(reported({}, { ...aftermath, obligations: [] })).toMatchObject({ kind: "unknown", openIssues: [] });
  });
});
