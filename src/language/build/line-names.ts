import type { PartyId } from "#model";
import type { Span } from "#prelude";
import type { Diagnostics } from "../diagnostics.ts";
import { fixForName } from "../suggestion.ts";

/** Red lines and floors by party, and the parties whose sheet is not at hand, so that their lines cannot be checked. */
export type LineNames = {
  readonly byParty: ReadonlyMap<PartyId, ReadonlySet<string>>;
  readonly unseen: ReadonlySet<PartyId>;
  /** Whether every sheet that is at hand could be read whole; if not, its lines may be among what was left out. */
  readonly complete: boolean;
};

/** A line or floor as "PARTY.id". The bare id will do where only one sheet has it. */
export function lineName(word: string, lines: LineNames, at: Span, diagnostics: Diagnostics): string | undefined {
  const found = new Set<string>();
  let whole = false;
  for (const [party, ids] of lines.byParty) {
    if (word.startsWith(`${party}.`) && ids.has(word.slice(party.length + 1))) {
      found.add(word);
      whole = true;
    }
    if (ids.has(word)) found.add(`${party}.${word}`);
  }
  if (whole || found.size === 1) return whole ? word : [...found][0];
  for (const party of lines.unseen) if (word.startsWith(`${party}.`)) return word;
  if (!lines.complete) return undefined;
  if (found.size > 1)
    diagnostics.error("ambiguous-line", at, () => ({
      message: `More than one sheet has a line or floor "${word}".`,
      fix: `Write one of: ${[...found].join(", ")}.`,
    }));
  else
    diagnostics.error("unknown-line", at, () => ({
      message: `No sheet has a red line or floor "${word}".`,
      fix: fixForName(word, namesFor(word, lines), "red line or floor"),
    }));
  return undefined;
}

function* namesFor(word: string, lines: LineNames): Iterable<string> {
  const dotted = [...lines.byParty.keys()].some((party) => word.startsWith(`${party}.`));
  for (const [party, ids] of lines.byParty) for (const id of ids) yield dotted ? `${party}.${id}` : id;
}
