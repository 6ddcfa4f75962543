import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { answered } from "./deal-steps.ts";
import { type Visit, visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

const height = 1000;
const flagship = "/s/ukraine-2025";

declare global {
  interface Window {
    /** What was on the page each time that it was sent to the printer. */
    printed?: { readonly claims: number; readonly shares: number; readonly text: string }[];
  }
}

/** A visitor whose printer only notes what it was given. */
async function visitor(): Promise<Visit> {
  const visited = await visit(browser(), workbench().address, { height });
  await visited.context.addInitScript(() => {
    window.printed = [];
    window.print = () => {
      window.printed?.push({
        claims: document.querySelectorAll("#claims .claims-list > li").length,
        shares: document.querySelectorAll("#sure table").length,
        text: document.getElementById("main")?.innerText ?? "",
      });
    };
  });
  return visited;
}

/** Until nothing on the page grows any more: the frontier is the last one, and the lazy sections are there. */
async function whole(page: Page): Promise<void> {
  await page
    .locator(".answer-state")
    .getByText(/^(Computed in full|Stopped )/)
    .waitFor();
  await page.locator("#claims .claims-list > li").first().waitFor();
  await atRest(page, { patience: 60_000 });
}

/** Pixels from the window's top to the section's heading. */
async function headingAt(page: Page, section: string): Promise<number> {
  const box = await page.locator(`#${section} h2`).first().boundingBox();
  return box?.y ?? Number.NaN;
}

async function expectInTopThird(page: Page, section: string, when: string): Promise<void> {
  const at = await headingAt(page, section);
  expect(at, when).toBeGreaterThanOrEqual(0);
  expect(at, when).toBeLessThan(height / 3);
}

test("a link to a section leads there, and stays there while what is above it is computed", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(`${flagship}#claims`);
  await whole(page);
  await expectInTopThird(page, "claims", "opened by its link");

  await page.locator(".rail").getByRole("link", { name: "Evidence" }).click();
  await page.locator(".evidence-page h1").waitFor();
  await page.goBack();
  await whole(page);
  await expectInTopThird(page, "claims", "come back to");

  // the same link once more, from elsewhere on the page
  await page.keyboard.press("Home");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.locator(".rail-inner").getByRole("link", { name: "Claims" }).click();
  await expect.poll(() => headingAt(page, "claims")).toBeLessThan(height / 3);
  visited.expectQuiet();
  await visited.close();
});

test("a link of the rail followed right after opening leads to its section, which stays", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(flagship);
  await page.locator(".rail-inner").getByRole("link", { name: "Claims" }).click();
  await whole(page);
  await expectInTopThird(page, "claims", "by the rail");
  visited.expectQuiet();
  await visited.close();
});

test("whoever moves on by herself is not brought back", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(`${flagship}#claims`);
  await answered(page);
  await page.keyboard.press("Home");
  await whole(page);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(100);
  visited.expectQuiet();
  await visited.close();
});

const waiting = /Asked as soon as|Decided when you come near|when the frontier is refined|are being computed/;
const missing = "Not computed when this was printed.";

test("the print button first computes what nobody has scrolled to, and can be called off", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(flagship);
  await answered(page);
  const rail = page.locator(".rail");
  const button = rail.getByRole("button", { name: "Print this page" });
  await button.click();
  await rail.getByText("Preparing the page for print…").waitFor();
  await rail.getByRole("button", { name: "Cancel" }).click();
  await rail.getByText("Preparing the page for print…").waitFor({ state: "detached" });
  expect(await page.evaluate(() => window.printed?.length)).toBe(0);

  await button.click();
  await expect.poll(() => page.evaluate(() => window.printed?.length), { timeout: 50_000 }).toBe(1);
  const paper = (await page.evaluate(() => window.printed?.[0]))!;
  expect(paper.claims).toBeGreaterThan(10);
  expect(paper.shares).toBeGreaterThanOrEqual(3); // who accepts what, which judgement matters, what survives
  expect(paper.text).not.toMatch(waiting);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#main").innerText()).not.toContain(missing);
  visited.expectQuiet();
  await visited.close();
});

test("what is not computed when the browser prints by itself says so on paper", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(flagship);
  await answered(page);
  await page.locator("#claims").getByText("Decided when you come near this section.").waitFor();
  expect(await page.locator("#claims").innerText()).not.toContain(missing);
  await page.emulateMedia({ media: "print" });
  for (const section of ["sure", "claims"]) {
    const text = await page.locator(`#${section}`).innerText();
    expect(text, section).toContain(missing);
    expect(text, section).not.toMatch(waiting);
  }
  visited.expectQuiet();
  await visited.close();
});

test("while the frontier is refined nothing is drawn from it as if it were whole, and its end says what is exact", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(flagship);
  const space = page.locator("#space");
  await space.locator("path.plot-refining").first().waitFor({ state: "attached" });
  await space.getByText("frontier of the pair, being refined").waitFor({ state: "attached" });
  await space.getByText(/^Shown when the frontier is refined/).waitFor();
  expect(await space.locator(".space-shares, .space-common").count()).toBe(0);

  await page.locator(".answer-state").getByRole("button", { name: "Stop here" }).click();
  const ended = page.locator(".answer-state").getByText(/^Stopped by you: /);
  await ended.waitFor();
  expect(await ended.innerText()).toMatch(/the frontier is bounded, .*everything else is exact\.$/);
  await space.locator(".space-shares, .space-common").first().waitFor();
  expect(await space.locator("path.plot-refining").count()).toBe(0);
  await space.getByText(/The frontier drawn is a coarse one/).waitFor();
  visited.expectQuiet();
  await visited.close();
});

test("choosing whose costs each issue shows moves neither the page nor the choice itself", async () => {
  const visited = await visitor();
  const { page } = visited;
  await visited.open(flagship);
  await answered(page);
  const choice = page.getByRole("combobox", { name: "Show what each issue costs" });
  await choice.waitFor();
  await atRest(page, { patience: 60_000 });
  await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
  const before = await choice.boundingBox();
  for (const party of ["Ukraine", "nobody", "Russia"]) {
    await choice.selectOption({ label: party });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect((await choice.boundingBox())?.y, party).toBe(before?.y);
    expect(await page.evaluate(() => scrollY), party).toBe(1500);
  }
  visited.expectQuiet();
  await visited.close();
});
