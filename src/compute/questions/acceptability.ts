import { acceptability as accepted } from "#analysis";
import type { Answering } from "./answering.ts";

export const acceptability: Answering<"acceptability"> = async ({ scenario, options, settlements, draws }, { run }) =>
  (await run(accepted(scenario, settlements, { ...options, draws }))).value;
