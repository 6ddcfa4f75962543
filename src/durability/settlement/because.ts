import type { Because } from "./durability-report.ts";
import type { Quantity } from "./judged-verdict.ts";

type Symbolised = { readonly symbol: string; readonly name: string };

/** A measured quantity beside its threshold. */
export function measuredAgainst(
  [measured, value]: readonly [Symbolised, Quantity],
  [threshold, limit]: readonly [Symbolised, Quantity],
  margin: Quantity,
): Pick<Because, "measured" | "threshold" | "margin"> {
  return { measured: { ...measured, value }, threshold: { ...threshold, value: limit }, margin };
}
