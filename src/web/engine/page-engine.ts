import { startEngine } from "#compute/browser";

/** The page's one engine. Its workers start when they are first asked, or are told to prepare. */
export const pageEngine = startEngine();
