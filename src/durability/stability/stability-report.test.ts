import { describe, expect, test } from "vitest";
import type { Conflict, Preferences, StateCondition } from "#model";
import { exact, run } from "#prelude";
import type { StabilityReport } from "./stability-report.ts";
import { stabilityReport } from "./stability-report-of-conflict.ts";

const taken = (lever: number): StateCondition => [[{ lever, taken: true }]];
const left = (lever: number): StateCondition => [[{ lever, taken: false }]];

function conflict(preferences: readonly (Preferences | undefined)[], more: Partial<Conflict> = {}): Conflict {
  return {
    title: "Two prisoners",
    parties: [
      { id: "one", name: "Prisoner one" },
      { id: "two", name: "Prisoner two" },
    ],
    levers: [
      { id: "one-defects", name: "Testify", party: 0, direction: "both" },
      { id: "two-defects", name: "Testify", party: 1, direction: "both" },
    ],
    impossible: [],
    preferences,
    coalitions: [],
    today: 0,
    ...more,
  };
}

const one: Preferences = { kind: "statements", statements: [left(1), taken(0)] };
const two: Preferences = { kind: "statements", statements: [left(0), taken(1)] };

function reported(of: Conflict, options = {}): StabilityReport {
  const answer = run(stabilityReport(of, options));
  if (answer.status !== "exact") throw new Error("The conflict is small.");
  return answer.value;
}

describe("prisoners' dilemma", () => {
  const report = reported(conflict([one, two]));

  test("its states, the place of each in each order, and who stays where", () => {
    expect(report.states).toBe(4);
    expect(report.listed.map(({ code, taken, places }) => [code, taken, places])).toEqual([
      [0, [], [2, 2]],
      [1, [0], [1, 4]],
      [2, [1], [4, 1]],
      [3, [0, 1], [3, 3]],
    ]);
    expect(report.listed[0]?.stable["nash-stability"]).toEqual([exact(false), exact(false)]);
    expect(report.listed[0]?.stable.seq).toEqual([exact(true), exact(true)]);
    expect(report.parties[0]).toMatchObject({ ordered: true, stable: { "nash-stability": 2 } });
  });

  test("its equilibria, alone and with coalitions: together both leave mutual defection", () => {
    expect(report.equilibria.seq).toEqual({ count: 2, undecided: 0, states: [0, 3] });
    expect(report.equilibria["nash-stability"].states).toEqual([3]);
    expect(report.coalitional.seq.states).toEqual([0]);
    expect(report.brokenByCoalition.find(({ concept }) => concept === "seq")).toMatchObject({
      state: 3,
      members: [0, 1],
      to: 0,
      acts: [{ lets: [0] }, { lets: [1] }],
    });
  });

  test("from cooperation, where it stands, two improvements lead to both defecting", () => {
    expect(report.paths?.map(({ to, byImprovements }) => [to, byImprovements?.length])).toEqual([
      [0, 0],
      [3, 2],
    ]);
  });

  test("first defections of today and of each equilibrium, each state once", () => {
    expect(report.firstDefections.map(({ state, among, swaps }) => [state, among, swaps])).toEqual([
      [0, "improvements", exact(1)],
      [3, "all moves", exact(1)],
    ]);
    expect(report.firstDefections[0]?.defections[0]).toMatchObject({
      move: { party: 0, takes: [0] },
      improvement: true,
      held: exact(true),
      sanction: { by: [1], acts: [{ party: 1, takes: [1] }], leadsTo: 3, unwanted: [], endings: 1 },
      threshold: exact(1),
    });
  });

  test("what must be true for cooperation to stay: that one does not prefer to defect, or minds that both do", () => {
    expect(report.needs[0]).toEqual({
      party: 0,
      state: 0,
      concept: "seq",
      stable: exact(true),
      needs: [{ move: { party: 0, takes: [0], lets: [], from: 0, to: 1 }, oneOf: [[1], [3]], met: true }],
      swaps: exact(0),
    });
    expect(report.unknowns).toEqual([]);
  });
});

test("lists are cut where asked, and counts stay whole", () => {
  const report = reported(conflict([one, two]), { listedStates: 1, listedEquilibria: 1, examined: 1 });
  expect(report.listed).toHaveLength(1);
  expect(report.equilibria.seq).toEqual({ count: 2, undecided: 0, states: [0] });
  expect(report.firstDefections).toHaveLength(1);
  expect(report.unknowns.map(({ what }) => what)).toEqual(["First defections of 1 more equilibrium by SEQ"]);
});

test("a party without an order is named, and what rests on it is undecided", () => {
  const report = reported(conflict([one, undefined]));
  expect(report.parties.map(({ ordered }) => ordered)).toEqual([true, false]);
  expect(report.listed[0]?.places).toEqual([2, undefined]);
  expect(report.unknowns[0]).toEqual({
    what: "The order of Prisoner two",
    reason: "Nobody has stated what it prefers.",
  });
  expect(report.firstDefections[0]?.swaps.status).toBe("unknown");
  expect(report.equilibria.seq.count).toBe(0);
});

test("without a today there are no paths; a today that is impossible is said", () => {
  const { today: _, ...timeless } = conflict([one, two]);
  expect(reported(timeless).paths).toBeUndefined();
  const impossible = reported(conflict([one, two], { impossible: [taken(0)], today: 1 }));
  expect(impossible.unknowns).toEqual([{ what: "Today", reason: "The state of today is impossible." }]);
});

test("an answer that takes along what its maker would rather leave is told as such", () => {
  // The second answers a breach by what it wants (1) and what it does not (2); the first minds only the latter.
  const bundled: Conflict = {
    ...conflict([]),
    levers: [
      { id: "breach", name: "Breach", party: 0, direction: "both" },
      { id: "wanted", name: "Wanted answer", party: 1, direction: "both" },
      { id: "unwanted", name: "Unwanted answer", party: 1, direction: "both" },
    ],
    preferences: [
      { kind: "statements", statements: [left(2), taken(0)] },
      {
        kind: "statements",
        statements: [left(0), [[{ lever: 0, taken: false }], [{ lever: 1, taken: true }]], left(2), left(1)],
      },
    ],
  };
  const [first] = reported(bundled).firstDefections;
  expect(first?.defections[0]).toMatchObject({ move: { takes: [0] }, sanction: { by: [1], unwanted: [2] } });
});

test("a conflict too large for a graph is unknown as a whole", () => {
  const levers = Array.from({ length: 26 }, (_, index) => ({
    id: `l${index}`,
    name: `Lever ${index}`,
    party: 0,
    direction: "both" as const,
  }));
  expect(run(stabilityReport(conflict([one, two], { levers }))).status).toBe("unknown");
});
