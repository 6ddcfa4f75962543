import { describe, expect, test } from "vitest";
import type { Agenda, PreferenceSheet } from "#model";
import type { Papers } from "#seat";
import { worthOf } from "./worth.ts";

const of = (value: number) => ({ low: value, mid: value, high: value });
const evidence = { sources: [] };
const sheet: PreferenceSheet = {
  party: "UA",
  kind: "own",
  author: "UA",
  scale: 100,
  reservation: { ...of(40), evidence },
  issues: {
    line: { weight: of(60), of: 100, values: { held: of(100), moved: of(0) }, evidence },
    money: { weight: of(40), of: 100, values: { some: of(100), none: of(0) }, evidence },
  },
  linkages: [],
  redLines: [{ id: "never", kind: "hard", when: [{ issue: "line", options: ["moved"] }], evidence }],
  floors: [],
  evidence,
};
const option = (id: string) => ({ id, name: id, quantities: [] });
// only its issues are looked at here
const agenda = {
  issues: [
    { id: "line", name: "Line", options: [option("held"), option("moved")] },
    { id: "money", name: "Money", options: [option("some"), option("none")] },
  ],
} as unknown as Agenda;
const papersWith = (more: Partial<Papers>): Papers => ({
  stream: "d",
  overrides: [],
  notes: [],
  clearances: [],
  ...more,
});
const ask = (papers: Papers | undefined, settled = {}) => ({
  agenda,
  papers,
  at: "2026-11-23T13:00:00.000Z",
  level: "minister" as const,
  settled,
});

describe("what a package is to my delegation", () => {
  test("without a sheet and a mandate is not said", () => {
    expect(worthOf(ask(undefined), { line: "held" })).toBeUndefined();
    expect(worthOf(ask(papersWith({})), { line: "held" })).toBeUndefined();
  });

  test("lies between two ends as long as issues are open, and is one number when they are settled elsewhere", () => {
    expect(worthOf(ask(papersWith({ sheet })), { line: "held" })).toMatchObject({
      value: { least: 60, most: 100 },
      surplus: { least: 20, most: 60 },
    });
    expect(worthOf(ask(papersWith({ sheet }), { money: "none" }), { line: "held" })).toMatchObject({
      value: { least: 60, most: 60 },
    });
  });

  test("changes against another package by what differs", () => {
    const worth = worthOf(ask(papersWith({ sheet })), { line: "moved" }, { line: "held" });
    expect(worth?.change).toEqual({ least: -60, most: -60 });
    expect(worth?.linesBroken).toEqual([{ id: "never", kind: "hard" }]);
  });

  test("with a mandate and no sheet is its breaches alone", () => {
    const mandate = {
      delegation: "UA",
      instructions: [
        {
          id: "1",
          by: "Mandator",
          at: "2026-11-23T12:00:00.000Z",
          items: [{ kind: "forbidden" as const, issue: "line", options: ["moved"] }],
        },
      ],
    };
    const worth = worthOf(ask(papersWith({ mandate })), { line: "moved" });
    expect(worth?.value).toBeUndefined();
    expect(worth?.breaches).toMatchObject([{ kind: "forbidden", issue: "line", option: "moved" }]);
  });
});
