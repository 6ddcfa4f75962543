import { analyzePackage } from "#analysis";
import type { Answering } from "./answering.ts";

export const judgePackage: Answering<"package"> = async ({ scenario, options, package: judged }, { run }) =>
  (await run(analyzePackage(scenario, judged, options))).value;
