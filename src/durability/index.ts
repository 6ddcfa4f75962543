export type { Conflict } from "./stability/conflict.ts";
