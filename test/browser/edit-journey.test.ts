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

  await second.getByRole("button", { name: "Save", exact: true }).click();
  await second
    .getByRole("alert")
    .getByText(/^Another tab has saved this in the meantime/)
    .waitFor();
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

function titleLine(page: Page) {
  return page.locator(".cm-line", { hasText: /^title: / });
}

async function addToTitle(page: Page, text: string): Promise<void> {
  await titleLine(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
  await page.getByText(/^Unsaved changes/).waitFor();
}
