import type { Choices, Condition, PackageId, PartyId } from "#model";

/** What a run of the engine may be asked to assume. Everything has a default: the scenario as written, on its own date. */
export type AnalysisOptions = {
  /** Hard red lines are not enforced. */
  readonly withoutRedLines?: boolean;
  readonly withoutFloors?: boolean;
  /** Definitional rules are left out. */
  readonly withoutDefinitionalRules?: boolean;
  /** Declared lines of these parties are enforced too. */
  readonly declared?: readonly PartyId[] | "all";
  /** Declared lines enforced one by one, by id. */
  readonly enforce?: readonly string[];
  /** Hard lines and floors not enforced, by id. */
  readonly setAside?: readonly string[];
  /** Only settlements with these choices. */
  readonly lock?: Choices;
  /** Only settlements in which this holds. */
  readonly where?: Condition;
  /** With `free`: every issue that is not free is locked to this package's choice. */
  readonly from?: PackageId;
  /** Issues or clusters left open when `from` is given. */
  readonly free?: readonly string[];
  /** Seed of every estimate. */
  readonly seed?: number;
  /** Labels the exact frontier may hold before it gives way to an epsilon frontier. */
  readonly frontierLabels?: number;
};
