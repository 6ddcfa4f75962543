/** What stands behind a judgement; may be written beside any of them. */
export const evidenceKeys = ["confidence", "author", "date", "why", "sources", "note"] as const;
