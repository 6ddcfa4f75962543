import type { Evidence, PreferenceSheet } from "#model";

/** Sealed, a longer text is padded to more than one message to the host holds. */
const longest = 15_000;

const none: Evidence = { sources: [] };

/**
 * The sheet as it is kept in a room: whole as long as it is short enough, else without the evidence of its judgements, which
 * nothing in a room is computed from.
 */
export function leanSheet(sheet: PreferenceSheet): PreferenceSheet {
  if (JSON.stringify(sheet).length <= longest) return sheet;
  const bare = <T extends { readonly evidence: Evidence }>(judged: T): T => ({ ...judged, evidence: none });
  return {
    ...bare(sheet),
    reservation: bare(sheet.reservation),
    issues: Object.fromEntries(Object.entries(sheet.issues).map(([issue, preference]) => [issue, bare(preference)])),
    linkages: sheet.linkages.map(bare),
    redLines: sheet.redLines.map(bare),
    floors: sheet.floors.map(bare),
  };
}
