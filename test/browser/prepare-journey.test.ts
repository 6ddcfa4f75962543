import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { parseScenario, parseSheet } from "#language";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { type Visit, visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();
const checkout = fileURLToPath(new URL("../..", import.meta.url));
const scenario = join(checkout, "scenarios/textbook/harbour-town");
const passphrase = "seven gulls over the long quay";

test("one side's sheet, from nothing to a sealed file and back, and nothing of it goes over the network", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/textbook~harbour-town/prepare");
  await page.getByRole("heading", { name: "Begin a sheet" }).waitFor();
  const asked: string[] = [];
  visited.context.on("request", (request) => {
    // the program's own code may still come; it is asked for by its name alone
    const { pathname, search, protocol } = new URL(request.url());
    const isCode = request.method() === "GET" && /^\/assets\/[\w.-]+\.(js|css|woff2)$/.test(pathname) && search === "";
    if (!isCode && protocol !== "blob:" && protocol !== "data:") asked.push(`${request.method()} ${request.url()}`);
  });

  await page.getByLabel("Whose preferences").selectOption({ label: "Lantern Ferry Line" });
  await page.getByLabel("Author").fill("Harbour desk");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /Lantern Ferry Line/ }).waitFor();
  const status = page.getByRole("region", { name: "State of the sheet" });

  // nothing can be asked yet, so nothing of it is done
  const sharpen = page.getByRole("navigation", { name: "Steps" }).getByRole("listitem").filter({ hasText: "Sharpen" });
  await status.getByText("Nothing has been said yet.").waitFor();
  expect(await sharpen.innerText()).toMatch(/open$/);

  // what matters most, as an order
  const rest = page.locator(".prepare-rest");
  for (const issue of ["The channel", "The long quay", "Harbour fund", "Night sailings", "Harbour board"]) {
    await rest.getByRole("button", { name: issue }).click();
  }
  await page.getByText("Every issue has its place.").waitFor();
  await status.getByText(/statement is consistent/).waitFor();
  expect(await sharpen.innerText()).toMatch(/open$/);

  // a statement against it is named, beside the one it contradicts, and withdrawn again
  await page.getByRole("radio", { name: "Rate them against the most important one" }).check();
  await page.getByLabel("The most important issue").selectOption({ label: "Night sailings" });
  await status.getByText("Statements contradict each other.").waitFor();
  const named = await status.locator(".prepare-conflict li > span:first-child").allInnerTexts();
  expect(named.toSorted()).toEqual([
    expect.stringMatching(/^Issues by importance: The channel/),
    "Night sailings matters most.",
  ]);
  await status.getByRole("button", { name: "Withdraw this statement: Night sailings matters most." }).click();
  await status.getByText(/statement is consistent/).waitFor();

  // the options: orders, and one issue rated
  await step(page, "Options");
  const orders = [
    ["Ferry only", "Two berths to the ferry", "Boats in the morning", "Boats only"],
    ["Dredged to nine metres", "Dredged to six metres", "Left as it is"],
    ["Every night", "At weekends", "None"],
    ["Half a million", "One million", "Two million", "Three million"],
  ];
  for (const order of orders) {
    for (const option of order) await rest.getByRole("button", { name: option }).click();
    await page.getByText("Every option has its place.").waitFor();
    await page.getByRole("button", { name: "Next issue" }).click();
  }
  await page.getByRole("radio", { name: "Rate them from 0 to 100" }).check();
  for (const [option, value] of Object.entries({
    "Council majority": "0",
    "Equal thirds": "40",
    "Users' majority": "80",
    "Lantern in the chair": "100",
  })) {
    await page.getByRole("spinbutton", { name: `${option}, of 100` }).fill(value);
  }

  // a red line, and what no deal is worth
  await step(page, "Red lines");
  await page.getByRole("button", { name: "Add a red line" }).click();
  await page.getByLabel("Short name").fill("no boats only");
  await page.getByRole("combobox", { name: "Issue", exact: true }).selectOption({ label: "The long quay" });
  await page.getByRole("checkbox", { name: "Boats only" }).check();
  await page.getByRole("button", { name: "Keep this line" }).click();
  await page.getByText(/^Refuses .*Boats only/).waitFor();
  await step(page, "No deal");
  await page.getByRole("spinbutton", { name: "No deal is worth" }).fill("45");

  // two questions, each of which leaves less open
  await step(page, "Sharpen");
  const openness = page.locator(".prepare-openness data");
  for (const answered of ["1 question answered.", "2 questions answered."]) {
    const question = page.locator('section[aria-labelledby="prepare-question-title"][aria-busy="false"]');
    await question.waitFor();
    const before = Number(await openness.getAttribute("value"));
    await question.locator(".prepare-card").first().click();
    await page.getByText(answered).waitFor();
    await expect
      .poll(async () => Number(await openness.getAttribute("value")), { timeout: 10_000 })
      .toBeLessThan(before);
  }
  await status.getByText(/statements are consistent; .* still open/).waitFor();

  // out as a file of the language, which fits the scenario
  await step(page, "Take it out");
  const yaml = await exported(page);
  await expectFits(yaml);

  // sealed, by code that was not there before; what is in the file cannot be read from it
  expect((await ageCode(visited)).length).toBe(0);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("Passphrase again").fill(passphrase);
  const sealed = await saved(page, page.getByRole("button", { name: "Seal and save the file" }));
  expect((await ageCode(visited)).length).toBeGreaterThan(0);
  expect(sealed.name).toMatch(/\.age$/);
  expect(sealed.bytes.toString("latin1")).toMatch(/^(age-encryption\.org\/v1|-----BEGIN AGE)/);
  expect(sealed.bytes.toString("latin1")).not.toMatch(/channel|reservation|Harbour desk/);

  // the wrong passphrase is refused; the right one brings the same statements
  await page.getByRole("button", { name: "All sheets" }).click();
  await page.getByLabel("Choose a file").setInputFiles({ name: sealed.name, mimeType: "", buffer: sealed.bytes });
  await page.getByLabel("Passphrase", { exact: true }).fill("seven gulls over the short quay");
  await page.getByRole("button", { name: "Open it" }).click();
  await page
    .getByRole("alert")
    .getByText(/^This passphrase does not open/)
    .waitFor();
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("heading", { level: 1, name: /Lantern Ferry Line/ }).waitFor();
  await status.getByText(/statements are consistent/).waitFor();
  await step(page, "Red lines");
  await page.getByText(/^Refuses .*Boats only/).waitFor();
  await step(page, "Take it out");
  expect(await exported(page)).toBe(yaml);

  expect(asked).toEqual([]);

  // the library says that both sheets are here, and leads to them
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: /^2 sheets of yours.*The long quay at Merrow Haven$/ }).click();
  await page.locator(".prepare-list > li").nth(1).waitFor();
  visited.expectQuiet();
  await visited.close();
});

/** The loaded scripts that hold the code of age: its own words for a file that nothing opens. */
async function ageCode(visited: Visit): Promise<readonly string[]> {
  const { files } = await visited.initialScripts();
  expect(files.length).toBeGreaterThan(0);
  const texts = await Promise.all(
    files.map(async ({ path }) => ({ path, text: await (await fetch(new URL(path, workbench().address))).text() })),
  );
  return texts.filter(({ text }) => text.includes("no identity matched")).map(({ path }) => path);
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name }).first().click();
  await page.locator("#prepare-step-title", { hasText: name }).waitFor();
}

async function exported(page: Page): Promise<string> {
  const button = page.getByRole("button", { name: "Export as sheet file" });
  await button.and(page.locator(":enabled")).waitFor();
  const file = await saved(page, button);
  expect(file.name).toBe("LINE.yaml");
  return file.bytes.toString("utf8");
}

async function saved(page: Page, button: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Read by the language against the agenda, and by the command line in the scenario's folder. */
async function expectFits(yaml: string): Promise<void> {
  const agendaOnly = new Map([["scenario.yaml", readFileSync(join(scenario, "scenario.yaml"), "utf8")]]);
  const { agenda } = parseScenario(agendaOnly).scenario!; // the shipped scenario has no mistakes
  const { sheet, diagnostics } = parseSheet("LINE.yaml", yaml, agenda);
  expect(diagnostics).toEqual([]);
  expect(sheet).toMatchObject({ party: "LINE", kind: "own", author: "Harbour desk" });
  expect(sheet!.redLines).toMatchObject([{ when: [{ issue: "quay", options: ["boats_only"] }] }]);
  expect(sheet!.reservation.mid).toBeCloseTo(45, 6);

  const folder = mkdtempSync(join(tmpdir(), "entente-sheet-"));
  try {
    cpSync(scenario, folder, { recursive: true });
    writeFileSync(join(folder, "sheets/LINE.yaml"), yaml);
    const { stdout } = await promisify(execFile)(process.execPath, ["bin/entente", "check", folder], { cwd: checkout });
    expect(stdout).toContain("1 scenario checked");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
