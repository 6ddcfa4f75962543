/** Will it hold? The time after signature, for the package in the composer. */
export const durability = {
  "durability.title": "Will it hold?",
} as const;
