import type { Game } from "#model";
import type { Diagnostic } from "#prelude";

export type ParsedEfg = { readonly game?: Game; readonly diagnostics: readonly Diagnostic[] };

/** Reads a game in extensive form (.efg, version 2). */
export function parseEfg(_content: string | Uint8Array, _file: string): ParsedEfg {
  return { diagnostics: [] };
}
