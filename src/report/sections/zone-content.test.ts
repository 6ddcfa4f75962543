import { expect, test } from "vitest";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { reportContext } from "./report-context.ts";
import { zoneContent } from "./zone-content.ts";

const scenario = ceasefireScenario();
const analysis = enumerateAnalysis(scenario);
const lines = (of: typeof analysis) =>
  zoneContent(reportContext(scenario, of)).flatMap((block) =>
    block.kind === "list" ? block.items.map(plainText) : [],
  );

test("each issue with a dead option says which options the agreement zone holds, and what rules the others out", () => {
  const found = lines(analysis);
  const dead = new Set(analysis.deadOptions.inZone.map((one) => one.issue));
  expect(found).toHaveLength(dead.size);
  for (const { issue: id, option, why } of analysis.deadOptions.inZone) {
    const issue = scenario.agenda.issues.find((one) => one.id === id)!;
    const line = found.find((one) => one.startsWith(`${issue.name}: `))!;
    const [possible = "", not = ""] = line.split("; not ");
    const { name } = issue.options.find((one) => one.id === option)!;
    // names with commas stand in quotes, so that they are one name in a list
    const has = (text: string) =>
      /,\s/.test(name) ? text.includes(`“${name}”`) : text.replace(/“[^”]*”/g, "").includes(name);
    expect([has(possible), has(not)]).toEqual([false, true]);
    expect(not).toContain(`(${why})`);
  }
});

test("a locked issue is no finding, and an empty zone holds nothing", () => {
  const [first] = analysis.deadOptions.inZone;
  const locks = { [first!.issue]: "x" };
  const locked = lines({ ...analysis, rules: { ...analysis.rules, locks } });
  expect(locked.length).toBe(lines(analysis).length - 1);
  expect(lines(enumerateAnalysis(scenario, { declared: true }))).toEqual([]);
});
