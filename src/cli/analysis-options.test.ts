import { expect, test } from "vitest";
import { parseScenario } from "#language";
import type { Scenario } from "#model";
import { type AnalyzeFlags, analysisOptions } from "./analysis-options.ts";

const agendaFile = `
schema: entente.scenario/1
id: river
title: A ceasefire along a river
as_of: 2025-06-01
parties: { A: { name: Northern side }, B: { name: Southern side } }
clusters: { W: Withdrawal }
issues:
  line: { name: Line, cluster: W, options: { here: Here, there: There } }
  watch: { name: Who watches, options: { nobody: Nobody, joint: A joint commission } }
packages: { text: { name: The text, set: { line: here, watch: joint } } }
`;

function river(): Scenario {
  const { scenario, diagnostics } = parseScenario(new Map([["scenario.yaml", agendaFile]]));
  if (!scenario) throw new Error(`The test's own scenario has mistakes: ${JSON.stringify(diagnostics)}`);
  return scenario;
}

test.each<readonly [string, AnalyzeFlags, object]>([
  ["no flags ask for nothing", {}, {}],
  [
    "lines and floors can be set aside",
    { withoutRedLines: true, withoutFloors: true },
    { withoutRedLines: true, withoutFloors: true },
  ],
  ["declared lines of one party", { declared: ["A"] }, { declared: ["A"] }],
  ["declared lines of all, whoever else is named", { declared: ["A", "all"] }, { declared: "all" }],
  ["locks are choices", { lock: ["watch=joint"] }, { lock: { watch: "joint" } }],
  ["issues and clusters can be free", { from: "text", free: ["W", "watch"] }, { from: "text", free: ["W", "watch"] }],
])("%s", (_what, flags, options) => {
  expect(analysisOptions(flags, river())).toEqual({ ok: true, value: options });
});

test.each<readonly [string, AnalyzeFlags, string]>([
  ["a party that does not exist", { declared: ["C"] }, 'There is no party "C".'],
  ["a package that does not exist", { from: "txt", free: ["W"] }, 'There is no package "txt". Did you mean "text"?'],
  [
    "a free issue that does not exist",
    { from: "text", free: ["wach"] },
    'There is no cluster or issue "wach". Did you mean "watch"?',
  ],
  ["free issues without a package", { free: ["W"] }, "--free needs --from PACKAGE"],
  ["a package without free issues", { from: "text" }, "--from needs --free"],
])("%s is refused", (_what, flags, message) => {
  const refused = analysisOptions(flags, river());
  expect(refused).toMatchObject({ ok: false, error: { exit: 2 } });
  expect(!refused.ok && refused.error.message).toContain(message);
});
