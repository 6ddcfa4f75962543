import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConflict } from "#language";
import { atRest } from "./at-rest.ts";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

/** A machine with other work may take its time. */
const patient = { timeout: 30_000 };

test("another depth in the slider, and in the composer, moves the demilitarised zone and its area", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/ukraine-2025/map");
  const answer = page.locator(".map-answer");
  await page.locator('.map-page[data-measured="true"]').waitFor();
  await page.locator(".map-frame[data-drawn]").waitFor();
  const area = async (): Promise<number> => {
    const [, figure = ""] = /covers ([\d,]+) km²/.exec(await answer.innerText()) ?? [];
    return Number(figure.replaceAll(",", ""));
  };
  const astride30 = await area();
  expect(astride30).toBeGreaterThan(25_000); // 30 km along some 1,100 km
  expect(astride30).toBeLessThan(35_000);

  const slider = page.getByRole("slider", { name: "Depth of the demilitarised zone" });
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(area, patient).toBeLessThan(13_000);
  expect(await slider.getAttribute("aria-valuetext")).toBe("10 km astride the line");
  expect(await area()).toBeGreaterThan(9_000);

  // the composer beside it has followed, and leads as well
  const field = page.getByRole("combobox", { name: "Depth of the demilitarised zone" });
  expect(await field.inputValue()).toBe("sym_10");
  await field.selectOption("ua_side_40");
  await expect.poll(area, patient).toBeGreaterThan(36_000);
  await field.selectOption("none");
  await answer.getByText("nothing is demilitarised").waitFor();
  expect(await page.getByText("nothing on the ground").count()).toBe(1);
  visited.expectQuiet();
  await visited.close();
});

test("another US role in the composer changes what is said of the guarantee and of the time after signature", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/ukraine-2025/durability");
  const drawn = page.locator('.durability-page[data-state="drawn"]');
  await drawn.waitFor({ timeout: 60_000 });
  const guarantee = page.locator("#guarantee-threshold");
  await guarantee.getByText("would fight with a chance of 0.2, as judged", { exact: false }).first().waitFor();
  await guarantee.getByText("more than 100 points", { exact: false }).waitFor();
  const aftermath = page.locator('[data-verdict="aftermath"]');
  await aftermath.getByText("does not hold").waitFor();
  await page.locator("#aftermath").getByText("“Russia renews the attack”").first().waitFor();

  const role = page.locator('.compose-issue[data-issue="S2_us_role"] select');
  await role.selectOption("article5_like");
  await guarantee.getByText("more than 210 points", { exact: false }).waitFor();
  await expect.poll(() => aftermath.innerText(), patient).toMatch(/\bholds\b/);
  await drawn.waitFor({ timeout: 60_000 });

  // what moves the verdicts can be chosen on the page itself
  await page.locator('[data-moves="S1_eu_presence"] select').selectOption("none");
  await guarantee.getByText("between 0.03 and 0.75", { exact: false }).first().waitFor();
  await drawn.waitFor({ timeout: 60_000 });
  visited.expectQuiet();
  await visited.close();
});

test("a number that nobody judged can be assumed, and the conflict after signature can be taken out", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/ukraine-2025/durability");
  const drawn = page.locator('.durability-page[data-state="drawn"]');
  await drawn.waitFor({ timeout: 60_000 });
  const verdict = page.locator('[data-verdict="guarantee-threshold"]');
  expect(await verdict.innerText()).toContain("open");
  await page.locator('[data-assume="threshold"] summary').click();
  const prize = page.getByRole("slider", { name: "the prize of an attack (v)" });
  await prize.fill("120"); // above 100, where an attack pays
  await expect.poll(() => verdict.innerText(), patient).toContain("hollow guarantee");
  await prize.fill("80"); // above 60, where it pays unless somebody might answer
  await expect.poll(() => verdict.innerText(), patient).toMatch(/deterred$/);
  await page.getByText("One number is assumed on this page", { exact: false }).waitFor();
  await page.reload();
  await expect.poll(() => verdict.innerText(), patient).toMatch(/deterred$/);
  await page.locator('[data-assume="threshold"] summary').click();
  await page.getByRole("button", { name: /As judged\s*: the prize of an attack/ }).click();
  await expect.poll(() => verdict.innerText(), patient).toContain("open");

  // with the backstop no sanction returns, and two of the Europeans' statements come to the same
  await page.locator('[data-moves="S2_us_role"] select').selectOption("article5_like");
  await page.locator('[data-verdict="aftermath"]').getByText("holds", { exact: true }).waitFor();
  const taking = page.waitForEvent("download");
  await page.getByRole("button", { name: "Take it out as a conflict file" }).click();
  const path = await (await taking).path();
  const { conflict, diagnostics } = parseConflict("after-signature.yaml", readFileSync(path));
  expect(diagnostics).toEqual([]);
  expect(conflict?.levers.map(({ id }) => id)).toContain("ru-attack");
  visited.expectQuiet();
  await visited.close();
});

test("a scenario without judgements of the time after signature, or without a map, says what to add", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/textbook~harbour-town/durability");
  await page.getByText("Put a durability.yaml into its folder").waitFor();
  await visited.open("/s/textbook~harbour-town/map");
  await page.getByText("This scenario has no map.", { exact: false }).waitFor();
  await visited.open("/s/essequibo-2025/map");
  await page.getByText("This scenario has places and lines but no tiers", { exact: false }).waitFor();
  visited.expectQuiet();
  await visited.close();
});

test.each([
  ["/s/ukraine-2025/map", ".map-page[data-measured='true']"],
  ["/s/ukraine-2025/durability", ".durability-page[data-state='drawn']"],
])("everybody can use %s, in light and dark, wide and narrow", async (path, ready) => {
  for (const [theme, width] of [
    ["light", 1440],
    ["dark", 390],
  ] as const) {
    const visited = await visit(browser(), workbench().address, { theme, width });
    const { page } = visited;
    await visited.open(path);
    await page.locator(ready).waitFor({ timeout: 60_000 });
    await atRest(page);
    await expectAccessible(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await visited.close();
  }
});
