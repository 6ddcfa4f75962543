import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { importZip, scenarioFiles } from "./scenario-zip.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

test("without any preference sheet nothing is said of agreement, and the ways to a sheet are shown", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await openInEditor(page, [], () => visited.open("/"));
  const strip = page.locator(".edit-answer");
  await strip.getByText(/^No party that must agree has a preference sheet yet/).waitFor();
  await strip.getByRole("link", { name: "Prepare a party’s own sheet" }).waitFor();
  expect(await strip.innerText()).not.toMatch(/refused by nobody|at least one settlement/);
  await expectAccessible(page);

  await toTheDeal(page);
  const answer = page.locator("#answer");
  await answer.getByText("Computed in full.").waitFor();
  expect(await answer.locator("h1").innerText()).toMatch(/^No party that must agree has a preference sheet yet/);
  for (const name of ["Prepare a party’s own sheet", "Add a sheet in the editor"])
    expect(await answer.getByRole("link", { name }).count()).toBe(1);
  expect(await answer.innerText()).not.toMatch(/frontier|bargaining|would accept|consent of all|refuses/i);
  expect(await page.locator("#space").innerText()).not.toMatch(/frontier|efficient|bargaining/i);
  const packages = await page.locator("#packages").innerText();
  expect(packages).not.toMatch(/bargaining|consent of all|points/i);
  expect(packages).toContain("High dam › Low dam"); // what two packages settle differently needs no sheet
  await expectAccessible(page);
  await answer.getByRole("link", { name: "Add a sheet in the editor" }).click();
  await page.getByRole("combobox", { name: "Add a sheet for…" }).selectOption({ label: "Alder" });
  await strip.getByText(/Of the parties whose preferences are known/).waitFor();
  visited.expectQuiet();
  await visited.close();
});

test("with some sheets missing, every verdict says of whom it holds and who is not known", async () => {
  const visited = await visit(browser(), workbench().address, { theme: "dark", width: 390 });
  const { page } = visited;
  await openInEditor(page, ["alder", "birch"], () => visited.open("/"));
  const strip = page.locator(".edit-answer[aria-busy=false]");
  await strip.waitFor();
  const said = plain(await strip.innerText());
  expect(said).toContain("Of the parties whose preferences are known (Alder and Birch) there is an agreement zone");
  expect(said).toContain("Cedar has no preference sheet");

  await toTheDeal(page);
  const answer = page.locator("#answer");
  await answer.locator("dl").waitFor();
  const strips = answer.locator(".answer-strip li", { hasText: "Cedar" });
  expect(await strips.innerText()).toMatch(/no preference sheet\s+not known/);
  const sure = plain(await answer.locator(".answer-sure").innerText());
  expect(sure).toContain("This holds of the parties whose preferences are known: Alder and Birch. Cedar has no");
  expect(sure).toContain("Whether a settlement exists that the parties whose preferences are known would accept");
  expect(plain(await page.locator("#packages").innerText())).toContain(
    "One of 2 has the consent of all whose preferences are known; Cedar has no preference sheet.",
  );
  expect(plain(await page.locator("#space").innerText())).toContain("Cedar has no preference sheet");
  await expectAccessible(page);
  visited.expectQuiet();
  await visited.close();
});

async function openInEditor(page: Page, sheets: readonly string[], open: () => Promise<void>): Promise<void> {
  const kept = Object.entries(scenarioFiles("textbook/two-losses")).filter(
    ([path]) => !path.startsWith("sheets/") || sheets.some((party) => path === `sheets/${party}.yaml`),
  );
  await open();
  await importZip(page, "two-losses", Object.fromEntries(kept));
  await page.locator(".library-own").getByRole("link", { name: "Edit" }).click();
  await page.locator(".cm-content").waitFor();
}

async function toTheDeal(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Sections of this scenario" })
    .getByRole("link", { name: "The deal" })
    .click();
  await page.locator("#answer h1").waitFor();
}

/** Without the marks that keep a name's direction to itself. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}
