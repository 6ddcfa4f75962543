import { robustness as drawn } from "#analysis";
import type { Answering } from "./answering.ts";

export const robustness: Answering<"robustness"> = async ({ scenario, options, draws, candidates }, { run }) =>
  (await run(drawn(scenario, { ...options, draws, candidates }))).value;
