import type { PackageRecord, Saved, ScenarioRecord, SheetRecord, Shelf } from "./shelf.ts";

/** Records for the shelf's tests. */
export function packageRecord(id: string, more: Partial<PackageRecord> = {}): PackageRecord {
  return { id, version: 0, changed: "", scenario: "ukraine-2025", name: id, choices: { S1: "none" }, ...more };
}

export function scenarioRecord(id: string, text: string): ScenarioRecord {
  return { id, version: 0, changed: "", title: id, origin: { kind: "new" }, files: { "scenario.yaml": text } };
}

export function sheetRecord(id: string, scenario: string): SheetRecord {
  return {
    id,
    version: 0,
    changed: "",
    scenario,
    name: "Ours",
    draft: {
      schema: "entente.sheet-draft/1",
      agenda: "x",
      party: "UA",
      kind: "own",
      author: "us",
      statements: [{ kind: "reservation-range", id: "1", low: 40, high: 55 }],
      freeScales: [],
      redLines: [],
      linkages: [],
      floors: [],
      evidence: { sources: [] },
    },
  };
}

export function savedOf<T>(saved: Saved<T>): T {
  if (!saved.ok) throw new Error(`refused: ${JSON.stringify(saved.error)}`);
  return saved.value;
}

/** Everything the shelf holds, without what it counts for itself. */
export async function contentOf(shelf: Shelf): Promise<unknown> {
  const kinds = ["scenario", "package", "sheet", "visit"] as const;
  const lists = await Promise.all(kinds.map((kind) => shelf.list(kind)));
  return lists.map((list) => list.map(({ version: _, ...record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1)));
}
