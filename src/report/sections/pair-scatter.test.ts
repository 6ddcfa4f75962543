import { expect, test } from "vitest";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { pairSentence } from "./pair-scatter.ts";
import { reportContext } from "./report-context.ts";

test("how near a bounded frontier is to the whole is said of the final one, not while it is being refined", () => {
  const scenario = ceasefireScenario();
  const analysis = enumerateAnalysis(scenario);
  const frontier = { status: "bounded", epsilon: { UA: 27.7, RU: 12.5 }, size: 4, points: [] } as const;
  const context = reportContext(scenario, { ...analysis, frontier });
  const sentence = (refining: boolean) =>
    plainText(pairSentence(context, { across: "UA", up: "RU" }, { own: 4, listed: 4, refining }));
  expect(sentence(false)).toMatch(/27\.7 points/);
  expect(sentence(true)).toMatch(/is being refined, with 4 of its utility vectors listed so far\.$/);
  expect(sentence(true)).not.toMatch(/27\.7|bounded/);
});
