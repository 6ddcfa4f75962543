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

test("a coarse frontier says what is drawn, within what it is proved and what that means; one vector is one", () => {
  const scenario = ceasefireScenario();
  const analysis = enumerateAnalysis(scenario);
  const sentence = (frontier: typeof analysis.frontier) =>
    plainText(
      pairSentence(
        reportContext(scenario, { ...analysis, frontier }),
        { across: "UA", up: "RU" },
        { own: 1, listed: 4 },
      ),
    );
  const coarse = { status: "bounded", epsilon: { UA: 2.5, RU: 0 }, size: 4, points: [] } as const;
  expect(sentence(coarse)).toMatch(/coarse one: 4 settlements, each accepted by all/);
  expect(sentence(coarse)).toMatch(/at most this much less: 2\.5 points for Ukraine\./);
  expect(sentence(coarse)).not.toMatch(/0\.0|nothing is proved|efficient for all/);
  expect(sentence({ ...coarse, edges: "cleared" })).toMatch(/nearer than that to a party’s reservation value, nothing/);
  expect(sentence({ ...coarse, epsilon: { UA: 1e-12, RU: 0 } })).toMatch(/bounded by rounding/);
  expect(sentence({ status: "exact", size: 1, points: [] })).toMatch(/one of its utility vectors is efficient for all/);
});
