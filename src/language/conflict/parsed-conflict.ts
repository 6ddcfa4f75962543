import type { Conflict } from "#model";
import type { Diagnostic } from "#prelude";

export type ParsedConflict = {
  /** Present when there is no error; there may be warnings. */
  readonly conflict?: Conflict;
  /** Present together with the conflict. */
  readonly about?: ConflictAbout;
  /** Every mistake, by line and column. */
  readonly diagnostics: readonly Diagnostic[];
};

/** What a file says about a conflict beside the conflict itself. */
export type ConflictAbout = {
  readonly id?: string;
  readonly note?: string;
  readonly sources: readonly ConflictSource[];
};

export type ConflictSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly kind?: string;
  readonly funding?: string;
  readonly note?: string;
};
