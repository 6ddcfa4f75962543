import type { StrategicGame } from "#model";
import type { Diagnostic } from "#prelude";

export type ParsedNfg = { readonly game?: StrategicGame; readonly diagnostics: readonly Diagnostic[] };

/** Reads a game in strategic form (.nfg, version 1), in the payoff or the outcome form. */
export function parseNfg(_content: string | Uint8Array, _file: string): ParsedNfg {
  return { diagnostics: [] };
}
