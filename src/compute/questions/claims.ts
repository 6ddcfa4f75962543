import { settlementQuestions } from "#analysis";
import { decideClaims } from "#claims";
import type { Answering } from "./answering.ts";

/** As `entente claims` decides them: by the scenario as it stands, whatever a page assumes. */
export const claims: Answering<"claims"> = async ({ scenario }, { run }) =>
  (await run(decideClaims(scenario, { engine: settlementQuestions }))).value;
