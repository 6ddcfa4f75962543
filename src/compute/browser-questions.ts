import type { Analysis, AnalysisOptions, Completion, ConstraintRef, PackageReport, Robustness } from "#analysis";
import type { DecidedClaim } from "#claims";
import type { AftermathReport, DurabilityReport } from "#durability";
import type { DomainChoice, DomainFolder, ParsedScenario } from "#language";
import type { Agenda, Choices, Package, PartyId, Scenario, ScenarioMap } from "#model";
import type { TierOnTheGround, ZoneTable } from "#monitor";
import type { FrontierTable } from "./frontier-table.ts";

/**
 * What the page may ask the engine, with what each question is asked of (`input`), what it answers, and what it tells
 * before its answer is complete (`partial`). Everything is plain data that crosses to a worker and back.
 */
export type Questions = {
  /** The files of a scenario's folder, read: the scenario, or every mistake. */
  readonly read: {
    readonly input: { readonly files: Files };
    readonly answer: ParsedScenario;
    readonly partial: never;
  };

  /** A GENIUS or GeniusWeb folder, read. */
  readonly "import-domain": {
    readonly input: { readonly files: ReadonlyMap<string, Uint8Array>; readonly choose: DomainChoice };
    readonly answer: DomainFolder;
    readonly partial: never;
  };

  /**
   * Is there a deal? First the whole answer with the frontier that is there at once, then, if the budget allows, with the
   * refined frontier. What the packages are worth needs no search, and so no worker: see `packageVerdict` of #analysis.
   */
  readonly deal: {
    readonly input: { readonly scenario: Scenario; readonly options: AnalysisOptions; readonly budgetMs: number };
    readonly answer: DealAnswer;
    readonly partial: DealAnswer;
  };

  /** One package: who refuses it, and what would unlock it. */
  readonly package: {
    readonly input: { readonly scenario: Scenario; readonly options: AnalysisOptions; readonly package: Package };
    readonly answer: PackageReport;
    readonly partial: never;
  };

  /** The best settlement within the locks, rules, lines and floors: for one party, or by a criterion among those all accept. */
  readonly complete: {
    readonly input: {
      readonly scenario: Scenario;
      readonly options: AnalysisOptions;
      readonly locks: Choices;
      readonly best: Completion;
    };
    readonly answer: Completed;
    readonly partial: never;
  };

  readonly claims: {
    readonly input: { readonly scenario: Scenario };
    readonly answer: readonly DecidedClaim[];
    readonly partial: never;
  };

  /** Draws from the judgements' ranges: the agreement zone, the named packages and `candidates`. */
  readonly robustness: {
    readonly input: {
      readonly scenario: Scenario;
      readonly options: AnalysisOptions;
      readonly draws: number;
      readonly candidates: Readonly<Record<string, Choices>>;
    };
    readonly answer: Robustness;
    readonly partial: never;
  };

  /** In how many of the draws each settlement is accepted by all. */
  readonly acceptability: {
    readonly input: {
      readonly scenario: Scenario;
      readonly options: AnalysisOptions;
      readonly settlements: readonly Choices[];
      readonly draws: number;
    };
    readonly answer: { readonly accepted: Int32Array; readonly draws: number };
    readonly partial: never;
  };

  /** What the command line would write for the same scenario and options: report page, JSON, drawings, tables. */
  readonly outputs: {
    readonly input: {
      readonly scenario: Scenario;
      readonly options: AnalysisOptions;
      readonly budgetMs: number;
      /** Where the report's fonts lie: "/fonts". */
      readonly fonts: string;
    };
    readonly answer: Outputs;
    readonly partial: never;
  };

  /** Will it hold? For these choices: first without, then with the shares of this many draws of the judgements. */
  readonly durability: {
    readonly input: { readonly scenario: Scenario; readonly choices: Choices; readonly draws: number };
    readonly answer: TimeAfter;
    readonly partial: TimeAfter;
  };

  /** What the tiers come to on the map under these choices, and the demilitarised zone at every depth on the agenda. */
  readonly ground: {
    readonly input: { readonly map: ScenarioMap; readonly agenda: Agenda; readonly choices: Choices };
    readonly answer: Ground;
    readonly partial: never;
  };

  /** The scenario as the files of its folder. */
  readonly write: {
    readonly input: { readonly scenario: Scenario };
    readonly answer: ReadonlyMap<string, string>;
    readonly partial: never;
  };
};

export type Files = ReadonlyMap<string, string | Uint8Array>;
export type QuestionKind = keyof Questions;
export type InputOf<K extends QuestionKind> = Questions[K]["input"];
export type AnswerOf<K extends QuestionKind> = Questions[K]["answer"];
export type PartialOf<K extends QuestionKind> = Questions[K]["partial"];

/** The analysis with its frontier as a table, which crosses from a worker in a millisecond where objects take a hundred. */
export type DealAnswer = {
  /** `frontier.points` (and those of `frontierBeforeReservations`) are empty here; see `frontier`. */
  readonly analysis: Analysis;
  /** The points of the analysis's frontier, or of the one before reservations when the agreement zone is empty. */
  readonly frontier: FrontierTable;
  readonly beforeReservations: boolean;
  /** The budget or the reader ended the refinement; asked again with more, the frontier may be finer. */
  readonly ended: boolean;
};

export type { Completion };

export type Completed =
  | {
      readonly found: true;
      readonly settlement: Choices;
      readonly utilities: Readonly<Record<PartyId, number>>;
      /** False when the search was ended early: another may be better. */
      readonly proved: boolean;
    }
  /** No settlement with these locks does: why in words, and, when parties' constraints clash, each minimal set that cannot all be kept. */
  | { readonly found: false; readonly why: string; readonly clashes?: readonly (readonly ConstraintRef[])[] };

/** What is said about the time after signature. */
export type TimeAfter = { readonly durability: DurabilityReport; readonly aftermath: AftermathReport };

export type Ground = { readonly tiers: readonly TierOnTheGround[]; readonly tables: readonly ZoneTable[] };

export type Outputs = {
  /** The same page as `analyze --report`. */
  readonly report: string;
  /** The same text as `analyze --json`, timings aside. */
  readonly json: string;
  readonly drawings: readonly { readonly id: string; readonly title: string; readonly svg: string }[];
  readonly tables: readonly { readonly id: string; readonly title: string; readonly csv: string }[];
};
