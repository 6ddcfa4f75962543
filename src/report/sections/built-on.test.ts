import { expect, test } from "vitest";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { builtOnPresented } from "./built-on.ts";
import { reportContext } from "./report-context.ts";

const scenario = ceasefireScenario();
const presented = scenario.packages.find(({ status }) => status === "presented")!;
const analysis = enumerateAnalysis(scenario);
const short = analysis.packages[presented.id]!.refusedBy.find((refusal) => refusal.by === "value")!.party;

/** The presented package again under another name, built on it. */
const again = { ...presented, id: "again", name: "The same again", base: presented.id, status: "hypothetical" };

test("a package built on the presented one that changes nothing still leaves the same party short", () => {
  const report = { ...analysis.packages[presented.id]!, name: again.name };
  const context = reportContext(
    { ...scenario, packages: [...scenario.packages, again] },
    { ...analysis, packages: { ...analysis.packages, again: report } },
  );
  const words = builtOnPresented(context).map((block) => (block.kind === "paragraph" ? plainText(block.text) : ""));
  expect(words.join("\n")).toContain(`still leave ${context.names.party(short).text} below its reservation value`);
  expect(words.join("\n")).toContain("The same again");
});

test("where no package is built on it nothing is said", () => {
  const alone = { ...scenario, packages: scenario.packages.map(({ base: _, ...pack }) => pack) };
  expect(builtOnPresented(reportContext(alone, analysis))).toEqual([]);
});
