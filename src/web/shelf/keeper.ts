import type { RecordKind, RecordOf, Refused } from "./shelf.ts";

export const recordKinds: readonly RecordKind[] = ["scenario", "package", "sheet", "visit"];

/** Where records lie: the browser's database, or memory when that is denied. Each `run` happens as a whole or not at all. */
export type Keeper = {
  /** `work` may await nothing but the page's own answers: a database's transaction ends as soon as nothing is asked of it. */
  readonly run: <T>(mode: "readonly" | "readwrite", work: (page: Page) => Promise<T>) => Promise<Ran<T>>;
  readonly close: () => void;
};

export type Ran<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refused };

/** The records as one transaction sees them. */
export type Page = {
  readonly get: <K extends RecordKind>(kind: K, id: string) => Promise<RecordOf<K> | undefined>;
  readonly all: <K extends RecordKind>(kind: K) => Promise<readonly RecordOf<K>[]>;
  readonly put: <K extends RecordKind>(kind: K, record: RecordOf<K>) => Promise<void>;
  readonly remove: (kind: RecordKind, id: string) => Promise<void>;
  readonly clear: (kind: RecordKind) => Promise<void>;
  /**
   * A number that no record of this shelf has had, larger than all before, even those of records that are gone: else a
   * tab that still holds a removed record could save it over another one that came to have the same version.
   */
  readonly nextVersion: () => Promise<number>;
};
