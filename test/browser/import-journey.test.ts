import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { answered } from "./deal-steps.ts";
import { exactValues } from "./exact-value.ts";
import { geniusFolder } from "./genius-folder.ts";
import { importZip, scenarioFiles } from "./scenario-zip.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

test("a GENIUS domain, its folder picked, is opened and answered", async () => {
  const folder = geniusFolder();
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/");
  await page.getByLabel("Choose a folder").setInputFiles(folder);
  const outcome = page.locator(".library-outcome");
  await outcome.getByText(/^Imported “/).waitFor();
  await outcome.getByRole("link", { name: "Open it" }).click();
  await answered(page);
  const sure = await page.locator("#answer dl").innerText();
  expect(sure).toMatch(/Whether a settlement exists\s*exact/);
  expect(sure).toMatch(/How many\s*6 \(exact\)/);

  // both profiles became parties, with the domain's two issues in the composer
  expect(await page.locator(".compose-standing").count()).toBe(2);
  expect(await page.locator(".compose-issue label").allInnerTexts()).toEqual(
    expect.arrayContaining(["Price", "Harvest"]),
  );
  await page.locator(".compose-issue", { hasText: "Price" }).locator("select").selectOption({ label: "middle" });
  await page
    .locator(".compose-issue", { hasText: "Harvest" })
    .locator("select")
    .selectOption({ label: "seller picks" });
  const values = await exactValues(page.locator(".compose-worth data"));
  // buyer: 0.7 x 2/3 + 0.3 x 4/4; seller: 0.6 x 2/4 + 0.4 x 1/3
  const scales = values[0]! > 1.5 ? 100 : 1;
  const wanted = [0.7 * (2 / 3) + 0.3, 0.6 * (2 / 4) + 0.4 / 3].map((value) => value * scales);
  for (const [at, value] of values.entries()) expect(value).toBeCloseTo(wanted[at]!, 6);

  // it is kept among the reader's own
  await visited.open("/");
  await page.locator(".library-own li").waitFor();
  expect(await page.locator(".library-own li").count()).toBe(1);
  visited.expectQuiet();
  await visited.close();
  rmSync(folder, { recursive: true });
});

test("a scenario's zip is opened and answered", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/");
  await importZip(page, "no-deal", scenarioFiles("textbook/no-deal"));
  await page.locator(".library-outcome").getByRole("link", { name: "Open it" }).click();
  await page.getByRole("heading", { level: 1, name: /No deal exists|no settlement/i }).waitFor();
  await page.locator("#unlocks").getByRole("heading", { name: "Why no deal exists" }).waitFor();
  visited.expectQuiet();
  await visited.close();
});

test("what cannot be imported is told by its file and its reason, and only then what follows", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/");
  const give = async (...files: readonly (readonly [name: string, text: string])[]): Promise<string> => {
    const before = page.locator(".library-outcome").filter({ hasText: files[0]![0] });
    await page
      .getByLabel("Choose files or a zip")
      .setInputFiles(files.map(([name, text]) => ({ name, mimeType: "", buffer: Buffer.from(text) })));
    await before.waitFor();
    return (await before.innerText()).replace(/\s+/g, " ");
  };
  const broken = `${"# what was said\n".repeat(11)}speech: "unclosed\n`;
  expect(await give(["speech.yaml", broken])).toMatch(
    /^speech\.yaml, line 1[23]: This is not YAML.* Nothing was imported\. 1 error, no warnings/,
  );
  expect(await give(["a.jpg", "x"], ["b.png", "x"])).toMatch(
    /^Among these is no file that Entente knows: a\.jpg and b\.png\. Nothing was imported\. .*scenario\.yaml/,
  );
  expect(await give(["empty.yaml", ""])).toMatch(/^empty\.yaml is empty\. Nothing was imported\.$/);

  const { "scenario.yaml": agenda } = scenarioFiles("textbook/no-deal");
  const told = await give(["talks.yaml", `${agenda}nonsense: 3\n`]);
  expect(told).toMatch(/^talks\.yaml, line \d+: .* was imported with its mistakes.* talks\.yaml Error talks\.yaml:\d+/);
  await page.locator(".library-own li").waitFor();
  visited.expectQuiet();
  await visited.close();
});
