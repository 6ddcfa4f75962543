import { expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { withHostileNames } from "../fixture/hostile-names.ts";
import { escapeMarkdown, markdownReport } from "./markdown-report.ts";

const scenario = ceasefireScenario();
const text = markdownReport(scenario, enumerateAnalysis(scenario));

test("opens with the title and the answer", () => {
  expect(text.split("\n\n")[0]).toBe("# A ceasefire between two neighbours");
  expect(text.split("\n\n")[2]).toMatch(/^\*\*The package as presented is refused by Russia and .*\*\*$/);
});

test("every row of a table has as many cells as its head", () => {
  const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
  const lines = text.split("\n");
  let columns = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith("|")) columns = 0;
    else if (columns === 0) columns = cells(line);
    else expect(cells(line), lines[index]).toBe(columns);
  }
  expect(text).toContain("| The package as presented | 65.7 (+21.7) | 25.1 (−30.9) |");
});

test("nothing a file says becomes a link, an image, raw HTML or a cell", () => {
  const hostile = withHostileNames(scenario);
  const printed = markdownReport(hostile, enumerateAnalysis(hostile));
  expect(printed).not.toMatch(/<(script|img)/);
  expect(printed).not.toMatch(/(^|[^\\])\[a\]/);
});

test.each([
  ["a_b*c", "a\\_b\\*c"],
  ["1. not a list", "1\\. not a list"],
  ["- nor this", "\\- nor this"],
  ["<b>&", "&lt;b&gt;&amp;"],
  ["https://example.org", "https&#58;//example.org"],
])("%s is written %s", (raw, escaped) => {
  expect(escapeMarkdown(raw)).toBe(escaped);
});
