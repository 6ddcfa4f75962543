import type { SheetDraft } from "#elicitation";
import type { Choices } from "#model";

/**
 * What this browser keeps: nothing of it leaves the machine. Every record has a `version` that rises with each save;
 * saving over a version that another tab has meanwhile replaced is refused, and nothing is lost. Nothing here throws or
 * rejects: what went wrong is a value, and `trouble` says so for as long as it lasts.
 */
export type Shelf = {
  /** The one changed last first. `of` keeps those of one scenario. Empty when the shelf cannot be read; see `trouble`. */
  readonly list: <K extends RecordKind>(kind: K, of?: { readonly scenario: string }) => Promise<readonly RecordOf<K>[]>;
  readonly read: <K extends RecordKind>(kind: K, id: string) => Promise<RecordOf<K> | undefined>;
  /**
   * A new record (`version` 0), or the next version of one that was read. The shelf writes `version` and `changed`
   * itself. A visit is saved over whatever is there: the last one counts.
   */
  readonly save: <K extends RecordKind>(kind: K, record: RecordOf<K>) => Promise<Saved<RecordOf<K>>>;
  readonly remove: (kind: RecordKind, id: string) => Promise<Kept>;
  /** Called after any change, from this tab or another, and when `trouble` changes. */
  readonly onChange: (listener: (kind: RecordKind) => void) => () => void;
  /** Everything, as one file to keep or to take to another browser. Refused rather than empty when it cannot be read. */
  readonly exportAll: () => Promise<Saved<Blob>>;
  /**
   * Adds the records of such a file, all or none: a record that is here with other content is kept beside as a copy, and
   * a scenario's copy takes the file's packages and sheets of it along. The same file twice adds nothing.
   */
  readonly importAll: (file: Blob) => Promise<Imported>;
  readonly removeAll: () => Promise<Kept>;
  /** Whether what is saved outlives this page. False when it is only held in memory, or cannot be saved at all. */
  readonly isKept: () => boolean;
  /** Why it is not kept, to be shown for as long as it is there. */
  readonly trouble: () => Refused | undefined;
  /** Lets go of the database and of the other tabs. */
  readonly close: () => void;
};

export type RecordKind = "scenario" | "package" | "sheet" | "visit";

type Stored = { readonly id: string; readonly version: number; readonly changed: string };

/** A scenario of the reader's own: imported, copied or new. `id` is its key in the address: "own-...". */
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
  /** Private mode, a policy, or a browser without IndexedDB. The session's work is held in memory. */
  | { readonly kind: "storage-denied" }
  /** Another tab runs a newer Entente, which has taken the shelf over. */
  | { readonly kind: "newer-elsewhere" }
  /** Another tab runs an older Entente, which does not let go of the shelf. */
  | { readonly kind: "older-elsewhere" }
  /** The browser's storage failed for a reason of its own. */
  | { readonly kind: "storage-failed"; readonly why: string }
  /** Every problem of the file, at most a hundred. */
  | { readonly kind: "not-a-shelf-file"; readonly problems: readonly ShelfFileProblem[] };

export type ShelfFileProblem = {
  /** Where in the file: "records.package[3].name"; empty for the file as a whole. */
  readonly where: string;
  readonly what:
    | "too-large"
    | "not-json"
    | "not-a-shelf"
    | "newer-schema"
    | "too-deep"
    | "reserved-key"
    | "wrong-value"
    | "unknown-key"
    | "twice"
    | "more";
  /** What was expected, which key, how many more. */
  readonly detail: string;
};

export type Saved<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refused };
export type Kept = { readonly ok: true } | { readonly ok: false; readonly error: Refused };
export type Imported =
  | { readonly ok: true; readonly added: number; readonly beside: number; readonly same: number }
  | { readonly ok: false; readonly error: Refused };
