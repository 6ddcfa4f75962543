import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { composerOf } from "./composer.ts";
import { answered } from "./deal-steps.ts";
import { packagesTable } from "./packages-table.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();
const deal = "/s/essequibo-2025";

test("two tabs save packages of one scenario: neither loses any, nor does a page that dies", async () => {
  const visited = await visit(browser(), workbench().address);
  await visited.open(deal);
  const second = await visited.context.newPage();
  await second.goto(deal);
  const first = visited.page;
  await Promise.all([answered(first), answered(second)]);

  await composerOf(first).saveAs("From the first tab");
  await composerOf(second).saveAs("From the second tab");
  for (const page of [first, second]) {
    await row(page, "From the first tab").waitFor(); // the other's arrives by itself
    await row(page, "From the second tab").waitFor();
  }

  // what is not saved stays where it is written: the other tab's draft keeps its name
  expect(await composerOf(first).name.inputValue()).toBe("From the first tab");
  expect(await composerOf(second).name.inputValue()).toBe("From the second tab");

  // killed right after the save was confirmed, without a word of farewell
  await composerOf(second).choose("I8_sanctions", "broad_relief");
  await composerOf(second).saveAs("Before the end");
  await second.close({ runBeforeUnload: false });
  const third = await visited.context.newPage();
  await third.goto(deal);
  await row(third, "Before the end").waitFor();
  const names = (await packagesTable(third)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["From the first tab", "Before the end"]));
  expect(names).not.toContain("From the second tab"); // it was renamed, not copied
  visited.expectQuiet();
  await visited.close();
});

test("the same package saved in both tabs: the second save is refused, and can be kept as a new one", async () => {
  const visited = await visit(browser(), workbench().address);
  await visited.open(deal);
  const first = visited.page;
  await answered(first);
  await composerOf(first).saveAs("Ours");
  const second = await visited.context.newPage();
  await second.goto(deal);
  await answered(second);
  await second.getByRole("combobox", { name: "Begin with" }).selectOption({ label: "Ours" });

  // the first tab works on its draft from before; the second saves meanwhile
  await composerOf(first).choose("I5_us_presence", "none");
  await composerOf(second).choose("I8_sanctions", "broad_relief");
  await composerOf(second).saveAs("Ours");
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await first
    .getByRole("alert")
    .getByText(/Another tab has saved this in the meantime/)
    .waitFor();
  expect(await composerOf(first).issue("I5_us_presence").locator("select").inputValue()).toBe("none");
  await composerOf(first).name.fill("Ours, the other way");
  await first.getByRole("button", { name: "Save as new" }).click();
  for (const page of [first, second]) {
    await row(page, "Ours, the other way").waitFor();
    expect((await packagesTable(page)).map(({ name }) => name)).toContain("Ours");
  }
  visited.expectQuiet();
  await visited.close();
});

test("a browser that denies storage says so, and the page works without", async () => {
  const visited = await visit(browser(), workbench().address);
  await visited.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The user denied permission to access the database.", "SecurityError");
    };
  });
  const { page } = visited;
  await visited.open("/");
  const denied = page.getByText(/This browser does not let the page keep anything/);
  await denied.first().waitFor();
  await page.getByRole("link", { name: /Essequibo/ }).click();
  await answered(page);
  const composer = composerOf(page);
  await composer.name.fill("Not kept");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await row(page, "Not kept").waitFor(); // for as long as the page is open
  await denied.first().waitFor(); // and where it was saved it is said that it is not kept
  visited.expectQuiet();
  await visited.close();
});

test("a full storage says so, keeps the draft, and saves once there is room", async () => {
  const visited = await visit(browser(), workbench().address);
  await visited.context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    window.noRoom = true;
    IDBObjectStore.prototype.put = function (...values: Parameters<IDBObjectStore["put"]>) {
      if (window.noRoom) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return put.apply(this, values);
    };
  });
  const { page } = visited;
  await visited.open(deal);
  await answered(page);
  const composer = composerOf(page);
  await composer.choose("I8_sanctions", "broad_relief");
  await composer.name.fill("One too many");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page
    .getByRole("alert")
    .getByText(/This browser’s storage is full, so this was not saved/)
    .first()
    .waitFor();
  expect(await row(page, "One too many").count()).toBe(0);
  expect(await composer.name.inputValue()).toBe("One too many");
  expect(await composer.issue("I8_sanctions").locator("select").inputValue()).toBe("broad_relief");

  await page.evaluate(() => {
    window.noRoom = false;
  });
  await composer.saveAs("One too many");
  await row(page, "One too many").waitFor();
  expect(await page.getByText(/storage is full/).count()).toBe(0);
  visited.expectQuiet();
  await visited.close();
});

declare global {
  interface Window {
    noRoom?: boolean;
  }
}

function row(page: Page, name: string) {
  return page.locator("table.packages-table tbody tr", { hasText: name });
}
