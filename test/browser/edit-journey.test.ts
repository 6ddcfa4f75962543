import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { answered } from "./deal-steps.ts";
import { importZip, scenarioFiles } from "./scenario-zip.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

test("a broken scenario: its mistakes in its own text, mended in the editor, saved and answered", async () => {
  const files = scenarioFiles("textbook/two-losses");
  const agenda = files["scenario.yaml"]!; // every scenario has one
  const broken = agenda.replace("set: { dam: low, tolls: shared", "set: { dam: lowest, tolls: shared");
  expect(broken).not.toBe(agenda);
  const before = broken.slice(0, broken.indexOf("lowest")).split("\n");
  const place = `scenario.yaml:${before.length}:${before.at(-1)!.length + 1}`;

  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/");
  await importZip(page, "two-losses", { ...files, "scenario.yaml": broken });
  const outcome = page.locator(".library-outcome");
  await outcome.getByText(/was imported with its mistakes/).waitFor();
  const mistake = outcome.locator(".diagnostics-item");
  expect(await mistake.count()).toBe(1);
  expect(await mistake.locator(".diagnostics-place").innerText()).toContain(place);
  expect(await mistake.innerText()).toContain("lowest");
  expect(await mistake.locator("mark").innerText()).toContain("lowest");
  expect(await mistake.locator(".diagnostics-line-marked .diagnostics-number").innerText()).toBe(String(before.length));

  await outcome.getByRole("link", { name: "Open in the editor" }).click();
  await page.locator(".cm-content").waitFor();
  const mistakes = page.locator(".edit-mistakes [role=status]");
  await mistakes.getByText("1 error, no warnings").waitFor();
  await page.getByRole("button", { name: /^Next mistake/ }).click();
  await page.keyboard.press("Control+Delete");
  await page.keyboard.type("low");
  await mistakes.getByText("No errors, no warnings").waitFor();
  expect(await page.locator("#edit-mistakes .diagnostics-item").count()).toBe(0);
  await page.getByText(/^Unsaved changes/).waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved in this browser.").waitFor();

  await page
    .getByRole("navigation", { name: "Sections of this scenario" })
    .getByRole("link", { name: "The deal" })
    .click();
  await answered(page);
  await page
    .locator("table.packages-table tbody tr", { hasText: "The middle course" })
    .getByText(/all consent/i)
    .waitFor();
  await page.reload();
  await answered(page);
  visited.expectQuiet();
  await visited.close();
});

test("one scenario edited in two tabs: the second save is refused, and is kept as a copy", async () => {
  const visited = await visit(browser(), workbench().address);
  const first = visited.page;
  await visited.open("/");
  await importZip(first, "two-losses", scenarioFiles("textbook/two-losses"));
  await first.locator(".library-own").getByRole("link", { name: "Edit" }).click();
  await first.locator(".cm-content").waitFor();
  const second = await visited.context.newPage();
  await second.goto(first.url());
  await second.locator(".cm-content").waitFor();

  await addToTitle(second, " (second)");
  await addToTitle(first, " (first)");
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await first.getByText("Saved in this browser.").waitFor();

  const elsewhere = second.getByRole("alert").getByText(/^Another tab has saved this in the meantime/);
  await elsewhere.waitFor(); // before anything is saved here
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await elsewhere.waitFor();
  expect(await titleLine(second).innerText()).toContain("(second)");
  await second.getByRole("button", { name: "Keep mine as a copy" }).click();
  await expect.poll(() => second.url()).not.toBe(first.url());

  await first.goto("/");
  const own = first.locator(".library-own li");
  await own.nth(1).waitFor();
  const titles = (await own.locator("bdi").allInnerTexts()).join("\n");
  expect(titles).toContain("Three towns and a dam (first)");
  expect(titles).toContain("(copy)");
  for (const [at, page] of [first, second].entries()) {
    await page.goto("/");
    const link = page.locator(".library-own li").filter({ hasText: at === 0 ? "(first)" : "(copy)" });
    await link.getByRole("link", { name: "Edit" }).click();
    await page.locator(".cm-content").waitFor();
    expect(await titleLine(page).innerText()).toContain(at === 0 ? "(first)" : "(second)");
  }
  visited.expectQuiet();
  await visited.close();
});

test("one tab alone saves twice: no other tab is said to have, the place is kept, and undoing undoes the last edit", async () => {
  const visited = await visit(browser(), workbench().address, { height: 600 });
  const { page } = visited;
  await visited.open("/");
  await importZip(page, "two-losses", scenarioFiles("textbook/two-losses"));
  await page.locator(".library-own").getByRole("link", { name: "Edit" }).click();
  await page.locator(".cm-content").waitFor();
  await addToTitle(page, " one");
  await saveAlone(page);

  const issues = page.locator("details.edit-section", { hasText: /^Issues/ });
  await issues.locator("summary").first().click();
  await page.keyboard.press("Control+s"); // with nothing to save
  await addToTitle(page, " two");
  await page.evaluate(() => scrollTo(0, 260));
  const place = await placeOf(page);
  expect(place.y).toBeGreaterThan(200);
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Control+s"); // the second goes over what the first has saved
  await saveAlone(page, false);
  expect(await placeOf(page)).toEqual(place);
  expect(await issues.getAttribute("open")).not.toBeNull();

  expect(await titleLine(page).innerText()).toContain("dam one two");
  await page.keyboard.press("Control+z");
  await expect.poll(() => titleLine(page).innerText()).toMatch(/dam one$/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => titleLine(page).innerText()).toMatch(/dam$/);

  // the form's edit is one step as well, and the save after it none
  const title = page.getByLabel("Title", { exact: true });
  await title.fill("By the form");
  await page.getByText(/^Unsaved changes/).waitFor();
  await saveAlone(page);
  expect(await titleLine(page).innerText()).toContain("By the form");
  await titleLine(page).click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => titleLine(page).innerText()).toMatch(/dam$/);
  visited.expectQuiet();
  await visited.close();
});

test("what a save mends makes the page anew: the place and the open parts of the form are kept", async () => {
  const visited = await visit(browser(), workbench().address, { height: 600 });
  const { page } = visited;
  const files = scenarioFiles("textbook/two-losses");
  const agenda = files["scenario.yaml"]!.replace("set: { dam: low, tolls: shared", "set: { dam: lowest, tolls: shared"); // every scenario has one
  await visited.open("/");
  await importZip(page, "two-losses", { ...files, "scenario.yaml": agenda });
  await page.locator(".library-own").getByRole("link", { name: "Edit" }).click();
  await page.locator(".cm-content").waitFor();
  const issues = page.locator("details.edit-section", { hasText: /^Issues/ });
  await issues.locator("summary").first().click();
  await page.getByRole("button", { name: /^Next mistake/ }).click();
  await page.evaluate(() => scrollTo(0, 260));
  await page.keyboard.press("Control+Delete");
  await page.keyboard.type("low");
  await page.locator(".edit-mistakes [role=status]").getByText("No errors, no warnings").waitFor();
  await page.locator(".edit-answer[aria-busy=false]").waitFor();
  const place = await placeOf(page);
  expect(place.y).toBeGreaterThan(200);
  await page.keyboard.press("Control+s");
  await page.getByText("Saved in this browser.").waitFor();
  await page.getByRole("link", { name: "The deal" }).waitFor(); // the page around the editor is the whole one now
  await page.locator(".edit-answer[aria-busy=false]").waitFor();
  expect(await placeOf(page)).toEqual(place);
  expect(await issues.getAttribute("open")).not.toBeNull();
  expect(await page.locator(".edit-refused").count()).toBe(0);
  visited.expectQuiet();
  await visited.close();
});

test("a new option and a new issue: their mistakes lead to the fields of the sheets that miss them", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  const files = scenarioFiles("textbook/two-losses");
  const agenda = files["scenario.yaml"]! // every scenario has one
    .replace("issues:\n", "issues:\n  fish: { name: Fish, options: { none: None, some: Some } }\n")
    .replace("high: High dam,", "high: High dam, middling: Middling dam,");
  await visited.open("/");
  await importZip(page, "two-losses", { ...files, "scenario.yaml": agenda });
  await page.locator(".library-own").getByRole("link", { name: "Edit" }).click();
  await page.locator(".cm-content").waitFor();
  const status = page.locator(".edit-mistakes [role=status]");
  await status.getByText("6 errors, no warnings").waitFor(); // one of each for each of the three sheets
  const toField = (sheet: string, issue: string) =>
    page.getByRole("button", { name: `Go to it in the form of sheets/${sheet}.yaml: ${issue}`, exact: true });

  await toField("birch", "fish").click();
  await page.locator(".edit-tab[aria-current=true]", { hasText: "sheets/birch.yaml" }).waitFor();
  const judge = page.getByRole("button", { name: "Judge this issue" });
  await expect.poll(() => judge.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await status.getByText("5 errors, no warnings").waitFor();

  await toField("cedar", "dam").click();
  const field = page.getByLabel("Middling dam: middle");
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type("40");
  await status.getByText("4 errors, no warnings").waitFor();
  visited.expectQuiet();
  await visited.close();
});

/** Saves, if asked to, and looks for long enough at whether anybody else is said to have saved. */
async function saveAlone(page: Page, click = true): Promise<void> {
  if (click) await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved in this browser.").waitFor();
  await page.waitForTimeout(400); // the false notice came when the shelf had been read once more
  expect(await page.locator(".edit-refused").count()).toBe(0);
  await page.getByText("Saved in this browser.").waitFor();
}

/** How far the page is scrolled, and where its source then stands. */
async function placeOf(page: Page): Promise<{ readonly y: number; readonly source: number }> {
  return page.evaluate(() => ({
    y: Math.round(scrollY),
    source: Math.round(document.querySelector(".edit-source-host")!.getBoundingClientRect().top), // it is on the page
  }));
}

function titleLine(page: Page) {
  return page.locator(".cm-line", { hasText: /^title: / });
}

async function addToTitle(page: Page, text: string): Promise<void> {
  await titleLine(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
  await page.getByText(/^Unsaved changes/).waitFor();
}
