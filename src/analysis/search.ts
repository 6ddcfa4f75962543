import type * as prelude from "#prelude";
import type { Analysis } from "./analysis.ts";

/** A long computation of the engine; beside where it is it may tell early what it has proved. */
export type Search<T> = prelude.Search<T, Progress>;

export type Progress = prelude.Progress & {
  /** What is proved already and will not change, for who would rather read it before the rest is there. */
  readonly found?: EarlyAnswer;
};

export type EarlyAnswer = { readonly agreementZone: Pick<Analysis["agreementZone"], "exists" | "count"> };
