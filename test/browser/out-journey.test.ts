import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();
const checkout = fileURLToPath(new URL("../..", import.meta.url));

type Written = { readonly report: string; readonly json: string };

/** What the command line writes of it. */
async function analyzed(scenario: string, budget: string): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), "entente-out-"));
  const file = join(folder, "report.html");
  const words = ["bin/entente", "analyze", scenario, "--json", "--report", file, "--budget", budget];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: checkout, maxBuffer: 1 << 28 });
    return { report: readFileSync(file, "utf8"), json: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the page gives when its button is pressed: the file's name and text. */
async function taken(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("the report and the JSON are the command line's, to the letter", async () => {
  const [written, visited] = await Promise.all([
    analyzed("essequibo-2025", "10"),
    visit(browser(), workbench().address),
  ]);
  const { page } = visited;
  await visited.open("/s/essequibo-2025/out");
  const report = await taken(page, "HTML report (one file)");
  expect(report.name).toBe("essequibo-2025-report.html");
  expect(linesOf(report.text)).toEqual(linesOf(written.report));
  const json = await taken(page, "JSON (entente.analysis/1)");
  expect(json.name).toBe("essequibo-2025-analysis.json");
  expect(untimed(json.text)).toEqual(untimed(written.json));
  visited.expectQuiet();
  await visited.close();
});

test("the flagship's report says what the command line's says, and opens by itself without the network", async () => {
  const [written, visited] = await Promise.all([analyzed("ukraine-2025", "1"), visit(browser(), workbench().address)]);
  const { page } = visited;
  await visited.open("/s/ukraine-2025/out");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "HTML report (one file)" }).click();
  await page.getByRole("button", { name: "Take what is proved so far" }).waitFor(); // it may be ended, and is not
  const download = await waiting;
  const text = readFileSync(await download.path(), "utf8");

  const opened = await visited.context.newPage();
  const [taken, theirs] = [await outline(opened, text), await outline(opened, written.report)];
  expect(taken.title).toBe(theirs.title);
  expect(taken.headline).toBe(theirs.headline);
  expect(taken.sections).toEqual(theirs.sections);
  expect(taken.sections.length).toBeGreaterThan(5);
  visited.expectQuiet(); // the opened report asked for nothing either
  await visited.close();
});

/** Title, first sentence and sections of a report, as a browser reads them. */
async function outline(page: Page, report: string) {
  await page.setContent(report, { waitUntil: "load" });
  return {
    title: await page.title(),
    headline: await page
      .getByText(/is refused by Russia/)
      .first()
      .innerText(),
    sections: await page.getByRole("heading", { level: 2 }).allInnerTexts(),
  };
}

/** Without how long it took. */
function untimed(json: string): unknown {
  const { timings: _, ...analysis } = JSON.parse(json); // as analysisJson writes it
  return analysis;
}

function linesOf(report: string): readonly string[] {
  return report.split("\n");
}
