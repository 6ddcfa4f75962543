export { type Outcome, type ProgressReport, type RunOptions, runSearch } from "./run-search.ts";
