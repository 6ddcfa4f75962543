import type { RandomBytes } from "#seat";

/** The browser's own, fit for keys. */
export const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
