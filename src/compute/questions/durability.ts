import { aftermathOf, durabilityOf } from "#durability";
import type { Answering } from "./answering.ts";

/** First what holds as judged, then, beside it, in how many draws of the judgements. */
export const durability: Answering<"durability"> = async ({ scenario, choices, draws }, { run, tell }) => {
  const aftermath = (await run(aftermathOf(scenario, choices))).value;
  tell({ durability: (await run(durabilityOf(scenario, choices, { draws: 0 }))).value, aftermath });
  return { durability: (await run(durabilityOf(scenario, choices, { draws }))).value, aftermath };
};
