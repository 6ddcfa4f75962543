import type { SheetDraft } from "#elicitation";
import type { Choices } from "#model";

/**
 * What this browser keeps: nothing of it leaves the machine. Every record has a `version` that rises with each save;
 * saving over a version that another tab has meanwhile replaced is refused, and nothing is lost.
 */
export type Shelf = {
  readonly list: <K extends RecordKind>(kind: K, of?: { readonly scenario: string }) => Promise<readonly RecordOf<K>[]>;
  readonly read: <K extends RecordKind>(kind: K, id: string) => Promise<RecordOf<K> | undefined>;
  /** A new record (`version` 0), or the next version of one that was read. */
  readonly save: <K extends RecordKind>(kind: K, record: RecordOf<K>) => Promise<Saved<RecordOf<K>>>;
  readonly remove: (kind: RecordKind, id: string) => Promise<Kept>;
  /** Called after any change, from this tab or another. */
  readonly onChange: (listener: (kind: RecordKind) => void) => () => void;
  /** Everything, as one file to keep or to take to another browser. */
  readonly exportAll: () => Promise<Blob>;
  /** Adds the records of such a file: a record that is here in another version is kept beside as a copy. */
  readonly importAll: (file: Blob) => Promise<Imported>;
  readonly removeAll: () => Promise<Kept>;
};

export type RecordKind = "scenario" | "package" | "sheet" | "visit";

type Stored = { readonly id: string; readonly version: number; readonly changed: string };

/** A scenario of the reader's own: imported, copied or new. */
export type ScenarioRecord = Stored & {
  readonly title: string;
  readonly origin: { readonly kind: "imported" | "new" } | { readonly kind: "copy"; readonly of: string };
  /** scenario.yaml, sheets/RU.yaml ... as text. May have mistakes: it is what the editor holds. */
  readonly files: Readonly<Record<string, string>>;
};

/** A package composed by the reader for a scenario. */
export type PackageRecord = Stored & {
  /** The scenario's key, as in the address: "ukraine-2025", "own-...". */
  readonly scenario: string;
  readonly name: string;
  readonly choices: Choices;
  readonly note?: string;
};

/** One side's sheet in the making. */
export type SheetRecord = Stored & { readonly scenario: string; readonly name: string; readonly draft: SheetDraft };

/** `id` is the scenario's key; `changed` is when it was last opened. */
export type VisitRecord = Stored;

export type RecordOf<K extends RecordKind> = {
  readonly scenario: ScenarioRecord;
  readonly package: PackageRecord;
  readonly sheet: SheetRecord;
  readonly visit: VisitRecord;
}[K];

export type Refused =
  /** Another tab saved it first: `theirs` is what is there now; undefined when it was deleted there. */
  | { readonly kind: "changed-elsewhere"; readonly theirs: unknown }
  | { readonly kind: "storage-full" }
  /** Private mode, a policy, or a browser without IndexedDB. */
  | { readonly kind: "storage-denied" }
  | { readonly kind: "not-a-shelf-file"; readonly why: string };

export type Saved<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refused };
export type Kept = { readonly ok: true } | { readonly ok: false; readonly error: Refused };
export type Imported =
  | { readonly ok: true; readonly added: number; readonly beside: number; readonly same: number }
  | { readonly ok: false; readonly error: Refused };
