import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draftFromSheet, emptyDraft, type SheetDraft, uncertainty } from "#elicitation";
import { parseScenario, parseSheet } from "#language";
import { evaluate, isSettlement, type Judgement, type PreferenceSheet, type Scenario } from "#model";
import { toNumber } from "#prelude";
import { drawnWorth } from "./drawn-worth.ts";
import { withSheetFile } from "./place-sheet.ts";
import { think } from "./think.ts";
import type { Known, Thoughts } from "./thinking.ts";

const files = folder("ukraine-2025");
const scenario = opened(files);
const { agenda, packages } = scenario;

describe("thinking about a draft", () => {
  test("of nothing: everything is open, and every number has a range", () => {
    const known = knownOf(emptyDraft(agenda, "UA", "Staff"));
    expect(known.openness).toBeGreaterThan(0.9);
    expect(known.settlement).toBeDefined();
    expect(isSettlement(agenda, known.settlement!.settlement)).toBe(true);
  });

  test.each(scenario.sheets.map((sheet) => [sheet.party, sheet] as const))(
    "from the sheet of %s: the file it comes to is one the language reads",
    (party, sheet) => {
      const { draft } = draftFromSheet(agenda, sheet);
      const { yaml } = knownOf(draft);
      const read = parseSheet(`sheets/${party}.yaml`, yaml, agenda);
      expect(read.diagnostics).toEqual([]);
      expect(read.sheet?.party).toBe(party);
      const again = parseScenario(new Map(Object.entries(withSheetFile(files, party, yaml))));
      expect(again.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(again.scenario?.sheets).toHaveLength(scenario.sheets.length);
    },
  );

  test("a named package is worth to a side what its own sheet says it is worth", () => {
    let compared = 0;
    for (const sheet of scenario.sheets.map(withoutRanges)) {
      const { draft, changes } = draftFromSheet(agenda, sheet);
      const factor = changes.flatMap((each) => (each.kind === "rescaled" ? [each.factor] : []))[0] ?? 1;
      const { draws } = uncertainty(agenda, draft)!; // all alike: every judgement is one number
      for (const each of packages.filter(({ choices }) => isSettlement(agenda, choices))) {
        const utility = toNumber(evaluate(sheet, each.choices, agenda.asOf).utility);
        if (sheet.cap !== undefined && utility >= sheet.cap) continue; // a draft has no cap
        expect(drawnWorth(agenda, draft, draws, each.choices)[0]).toBeCloseTo(utility * factor, 3);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test("a hard line in force means that no draw accepts the package", () => {
    const base = emptyDraft(agenda, "UA", "Staff");
    const named = packages.find(({ choices }) => isSettlement(agenda, choices))!;
    const [issue, option] = Object.entries(named.choices)[0]!;
    const line = {
      id: "never",
      kind: "hard",
      when: [{ issue, options: [option] }],
      evidence: { sources: [] },
    } as const;
    const found = (draft: SheetDraft) => knownOf(draft).packages.find((each) => each.package === named.id)!;
    expect(found(base).accepted).toBeGreaterThan(0);
    expect(found({ ...base, redLines: [line] })).toMatchObject({ accepted: 0, lines: ["never"] });
    expect(found({ ...base, redLines: [{ ...line, kind: "declared" }] }).accepted).toBeGreaterThan(0);
  });

  test("a settlement compared with no deal, or skipped, is not proposed again", () => {
    const draft = emptyDraft(agenda, "UA", "Staff");
    const first = knownOf(draft).settlement!.settlement;
    expect(knownOf(draft, [first]).settlement?.settlement).not.toEqual(first);
    const answered: SheetDraft = {
      ...draft,
      statements: [{ id: "1", kind: "no-deal", settlement: first, answer: "about-equal" }],
    };
    expect(knownOf(answered).settlement?.settlement).not.toEqual(first);
  });

  test("contradictory statements are named, and nothing is reckoned from them", () => {
    const draft: SheetDraft = {
      ...emptyDraft(agenda, "UA", "Staff"),
      statements: [
        { id: "a", kind: "reservation-range", low: 10, high: 20 },
        { id: "b", kind: "reservation-range", low: 30, high: 40 },
        { id: "c", kind: "matters-most", issue: agenda.issues[0]!.id },
      ],
    };
    const all = [...think({ turn: 1, agenda, packages, draft, skippedQuestions: [], skippedSettlements: [] })];
    expect(all).toHaveLength(1);
    const { consistency } = all[0]!;
    expect(
      consistency.kind === "contradictory" &&
        consistency.conflicts.map(({ statements }) => statements.map(({ id }) => id)),
    ).toEqual([["a", "b"]]);
  });
});

test("a sheet goes where the party's own sheet lies, wherever that is", () => {
  const before = {
    "scenario.yaml": "x",
    "sheets/estimates/first.yaml": 'schema: s\nparty: "A" # ours\n',
    "sheets/B.yaml": "party: B\n",
  };
  expect(withSheetFile(before, "A", "new")).toEqual({ ...before, "sheets/estimates/first.yaml": "new" });
  expect(withSheetFile(before, "C", "new")).toEqual({ ...before, "sheets/C.yaml": "new" });
});

function withoutRanges(sheet: PreferenceSheet): PreferenceSheet {
  const exact = ({ mid }: Judgement): Judgement => ({ low: mid, mid, high: mid });
  const issues = Object.entries(sheet.issues).map(([id, { order: _, ...issue }]) => {
    const values = Object.entries(issue.values).map(([option, value]) => [option, exact(value)]);
    return [id, { ...issue, weight: exact(issue.weight), values: Object.fromEntries(values) }];
  });
  return { ...sheet, issues: Object.fromEntries(issues) };
}

function knownOf(
  draft: SheetDraft,
  skippedSettlements: readonly Scenario["packages"][number]["choices"][] = [],
): Known {
  const all: readonly Thoughts[] = [
    ...think({ turn: 1, agenda, packages, draft, skippedQuestions: [], skippedSettlements }),
  ];
  const known = all.at(-1)?.known;
  if (!known) throw new Error("nothing is known of a draft that should be consistent");
  return known;
}

function folder(name: string): Readonly<Record<string, string>> {
  const at = `scenarios/${name}`;
  const sheets = readdirSync(`${at}/sheets`).filter((file) => file.endsWith(".yaml"));
  return Object.fromEntries(
    ["scenario.yaml", ...sheets.map((file) => `sheets/${file}`)].map((path) => [
      path,
      readFileSync(`${at}/${path}`, "utf8"),
    ]),
  );
}

function opened(record: Readonly<Record<string, string>>): Scenario {
  const { scenario: found } = parseScenario(new Map(Object.entries(record)));
  if (!found) throw new Error("the scenario has mistakes");
  return found;
}
