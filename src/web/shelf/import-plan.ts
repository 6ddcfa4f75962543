import { uuidOf } from "./random-uuid.ts";
import type { RecordKind, RecordOf } from "./shelf.ts";
import type { ShelfRecords } from "./shelf-file.ts";

/** What bringing a file's records in would write, and how many are new, beside as copies, and here already. */
export type ImportPlan = {
  readonly put: readonly { readonly [K in RecordKind]: readonly [K, RecordOf<K>] }[RecordKind][];
  readonly added: number;
  readonly beside: number;
  readonly same: number;
};

/**
 * A record that is here with the same content (its version and date aside) is the same; with another content the file's
 * one becomes a copy, whose id follows from its content, so that the same file brings the same copies. What belongs to a
 * scenario that became a copy belongs to the copy. Visits are no work of anybody's: the later one stays.
 */
export function planImport(file: ShelfRecords, here: ShelfRecords): ImportPlan {
  const put: ImportPlan["put"][number][] = [];
  const counts = { added: 0, beside: 0, same: 0 };
  const renamed = new Map<string, string>();
  const placed = <T extends RecordOf<"scenario" | "package" | "sheet">>(
    record: T,
    known: ReadonlyMap<string, T>,
    prefix: string,
  ): T | undefined => {
    const text = contentOf(record);
    const isThere = (id: string): boolean => {
      const other = known.get(id);
      return other !== undefined && contentOf(other) === text;
    };
    const copy = `${prefix}${uuidOf(digest(record.id + text))}`;
    const id = known.has(record.id) && !isThere(record.id) ? copy : record.id;
    const already = isThere(id);
    counts[already ? "same" : id === record.id ? "added" : "beside"]++;
    if (id !== record.id) renamed.set(record.id, id);
    return already ? undefined : { ...record, id };
  };

  const scenarios = byId(here.scenario);
  for (const record of file.scenario) {
    const own = placed(record, scenarios, "own-");
    if (own) put.push(["scenario", own]);
  }
  const keys = new Map(renamed); // before packages and sheets add copies of their own
  const ofScenario = <T extends { readonly scenario: string }>(record: T): T => ({
    ...record,
    scenario: keys.get(record.scenario) ?? record.scenario,
  });
  const packages = byId(here.package);
  for (const record of file.package) {
    const own = placed(ofScenario(record), packages, "");
    if (own) put.push(["package", own]);
  }
  const sheets = byId(here.sheet);
  for (const record of file.sheet) {
    const own = placed(ofScenario(record), sheets, "");
    if (own) put.push(["sheet", own]);
  }
  const visits = byId(here.visit);
  for (const record of file.visit) {
    const key = keys.get(record.id) ?? record.id;
    const before = visits.get(key);
    counts[before ? "same" : "added"]++;
    if (!before || before.changed < record.changed) put.push(["visit", { ...record, id: key }]);
  }
  return { put, ...counts };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The same text for the same content, whatever the order of keys; without what the shelf writes itself. */
function contentOf({ id: _, version: __, changed: ___, ...content }: RecordOf<RecordKind>): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** 128 bits of a text: four FNV-1a sums, each stirred in its own way. It names a copy; nobody gains by a collision. */
function digest(text: string): Uint8Array {
  const sums = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    for (let lane = 0; lane < 4; lane++) sums[lane] = Math.imul(sums[lane]! ^ (unit + lane * index), 0x01000193);
  }
  const bytes = new DataView(new ArrayBuffer(16));
  for (const [lane, sum] of sums.entries()) bytes.setInt32(lane * 4, sum);
  return new Uint8Array(bytes.buffer);
}
