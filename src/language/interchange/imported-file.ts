import type { Diagnostic, Span } from "#prelude";

/** What a file of a domain folder turned out to be. */
export type ImportedFile = DomainFile | ProfileFile | RefusedFile | OtherFile;

/** The negotiation template: issues with their values, no preferences. */
export type DomainFile = {
  readonly kind: "domain";
  readonly file: string;
  readonly format: Format;
  readonly name: string;
  readonly issues: readonly DomainIssue[];
};

/** One party's utility function. */
export type ProfileFile = {
  readonly kind: "profile";
  readonly file: string;
  readonly at: Span;
  readonly format: Format;
  readonly name: string;
  readonly issues: readonly ProfileIssue[];
  /** Present in hyper-rectangle spaces; the issues then add nothing by themselves. */
  readonly boxes?: BoxSpace;
  readonly reservation: Reservation;
  readonly discount?: number;
  /** The domain a GeniusWeb profile carries inside it. */
  readonly domain?: DomainFile;
  readonly warnings: readonly Diagnostic[];
};

/** Meant to be one of the two and cannot be used. */
export type RefusedFile = {
  readonly kind: "refused";
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
};

/** Some other document lying in the folder. */
export type OtherFile = { readonly kind: "other"; readonly file: string };

export type Format = "GENIUS XML" | "GeniusWeb JSON";

export type DomainIssue = {
  readonly name: string;
  readonly index?: number;
  readonly at: Span;
  readonly values: IssueValues;
};

export type IssueValues =
  | { readonly kind: "discrete"; readonly names: readonly string[] }
  | { readonly kind: "numbers"; readonly low: number; readonly high: number; readonly step: number }
  | { readonly kind: "real"; readonly low: number; readonly high: number };

export type ProfileIssue = {
  readonly name: string;
  readonly index?: number;
  readonly at: Span;
  readonly values?: IssueValues;
  readonly weight: number;
  readonly evaluator: Evaluator;
};

/** What a value of the issue is worth before its weight. */
export type Evaluator =
  /** Shares of `of`; a value that is not listed is worth 0. */
  | { readonly kind: "table"; readonly worth: ReadonlyMap<string, number>; readonly of: number }
  /** clamp01(offset + slope x value), the value counted from the issue's lower bound or from zero. */
  | { readonly kind: "linear"; readonly offset: number; readonly slope: number; readonly from: "lowest" | "zero" }
  | { readonly kind: "constant"; readonly worth: number }
  /** 0 at low and at high, `worth` at the top. */
  | {
      readonly kind: "triangle";
      readonly low: number;
      readonly high: number;
      readonly top: number;
      readonly worth: number;
    }
  /** A straight line between two points; 0 outside them. */
  | {
      readonly kind: "between";
      readonly low: number;
      readonly high: number;
      readonly lowWorth: number;
      readonly highWorth: number;
    };

export type BoxSpace = { readonly maxUtility: number; readonly boxes: readonly Box[] };

/** `utility` when every range holds the settlement; when `outside`, when some range does not. */
export type Box = {
  readonly utility: number;
  readonly outside: boolean;
  readonly ranges: readonly {
    readonly issue: number;
    readonly min: number;
    readonly max: number;
    readonly at: Span;
  }[];
};

export type Reservation =
  | { readonly kind: "value"; readonly value: number }
  /** Worth as much as this outcome: value by issue name. */
  | { readonly kind: "bid"; readonly bid: ReadonlyMap<string, string>; readonly at: Span };
