export type { Entry, EntryBody, SignedCommand } from "./entry.ts";
