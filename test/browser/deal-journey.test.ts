import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { composerOf } from "./composer.ts";
import { exactValue } from "./exact-value.ts";
import { packagesTable } from "./packages-table.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

test("from the flagship's card to a saved package in which Russia is above its reservation value", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/");
  await page.getByRole("link", { name: "Ukraine three-tier settlement" }).click();

  // the answer: who refuses the package as presented, by how much, and that others exist
  const answer = page.getByRole("region", { name: /refused by/ });
  await answer
    .getByText(/other settlements would have the consent of all/)
    .first()
    .waitFor();
  expect(await answer.getByRole("heading", { level: 1 }).innerText()).toMatch(/as presented is refused by Russia/);
  const russia = answer.locator(".answer-strip li").filter({ hasText: "Russia" });
  expect(await russia.innerText()).toContain("this analyst’s estimate");
  expect(await russia.innerText()).toContain("refuses");
  const surplus = russia.locator(".answer-surplus data");
  expect(await surplus.innerText()).toBe("−29.6");
  expect(await exactValue(surplus)).toBeCloseTo(-29.6, 9);

  // the composer begins with it
  const composer = composerOf(page);
  const needs = await composer.reservation("RU");
  const presented = await composer.value("RU");
  expect(needs - presented).toBeCloseTo(29.6, 9);

  // the first of the smallest changes, applied
  const unlocks = page.locator("#unlocks");
  const smallest = unlocks.locator(".unlocks-block", { hasText: "Smallest changes after which all consent" });
  const change = smallest.locator("tbody tr").first();
  const promised = await exactValue(change.locator('td[data-of="Russia"] data'));
  await change.getByRole("button", { name: /^Apply to the composer/ }).click();
  await composer.standing("RU").and(page.locator('[data-verdict="accepts"]')).waitFor();
  const unlocked = await composer.value("RU");
  expect(unlocked).toBeGreaterThanOrEqual(needs);
  expect(unlocked - presented).toBeCloseTo(promised, 9);
  expect(await page.locator(".compose-standing").count()).toBe(4);
  expect(await page.locator('.compose-standing[data-verdict="accepts"]').count()).toBe(4);

  // named, saved, and among the packages, before a reload and after it
  await composer.saveAs("Neutrality for relief");
  for (const after of ["saving", "a reload"]) {
    const row = page.locator("table.packages-table tbody tr", { hasText: "Neutrality for relief" });
    await row.getByText(/all consent/i).waitFor();
    const saved = (await packagesTable(page)).find(({ name }) => name === "Neutrality for relief");
    expect(saved?.values, after).toMatchObject({ Russia: unlocked });
    expect(saved?.surplus.Russia, after).toBeCloseTo(unlocked - needs, 9);
    expect(await composer.name.inputValue(), after).toBe("Neutrality for relief");
    if (after === "saving") await page.reload();
  }
  visited.expectQuiet();
  await visited.close();
});

test("an unlock can be taken back and made again", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/essequibo-2025");
  const composer = composerOf(page);
  const apply = page.locator("#unlocks").getByRole("button", { name: /^Apply to the composer/ });
  await apply.first().waitFor();
  await page.getByRole("combobox", { name: "Begin with" }).waitFor();
  const before = await composer.value("VE");
  await apply.first().click();
  const after = await composer.value("VE");
  expect(after).not.toBe(before);
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await composer.value("VE")).toBe(before);
  await page.getByRole("button", { name: "Redo" }).click();
  expect(await composer.value("VE")).toBe(after);
  visited.expectQuiet();
  await visited.close();
});
