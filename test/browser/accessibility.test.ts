import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { answered, claimsDecided, endRefinement } from "./deal-steps.ts";
import { type Theme, type Visit, visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

type Looked = {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state that is worth looking at. */
  readonly ready: (page: Page) => Promise<void>;
};

const dealReady = async (page: Page): Promise<void> => {
  await answered(page);
  await endRefinement(page);
  await page.locator("#unlocks .unlocks-card").first().waitFor();
  await claimsDecided(page);
  await atRest(page);
};

/** The flagship is the largest page there is, and axe looks at each of its numbers: once is enough. */
const flagship: Looked = { name: "the flagship's deal", path: "/s/ukraine-2025", ready: dealReady };

const looked: readonly Looked[] = [
  {
    name: "library",
    path: "/",
    ready: (page) =>
      page
        .getByRole("link", { name: /Ukraine/ })
        .first()
        .waitFor(),
  },
  {
    name: "deal, with an assumption",
    path: "/s/essequibo-2025",
    ready: async (page) => {
      await dealReady(page);
      await page.getByRole("tab", { name: "What if" }).click();
      await page.getByRole("slider", { name: /^Reservation value of Guyana/ }).fill("70");
      await page.getByText("1 assumption differs").first().waitFor();
      await atRest(page);
    },
  },
  { name: "evidence", path: "/s/essequibo-2025/evidence", ready: headed },
  { name: "timeline", path: "/s/ukraine-2025/timeline", ready: headed },
  { name: "prepare, at its start", path: "/s/textbook~harbour-town/prepare", ready: headed },
  {
    name: "prepare, with a contradiction and an order begun",
    path: "/s/textbook~harbour-town/prepare",
    ready: async (page) => {
      await page.getByLabel("Author").fill("Harbour desk");
      await page.getByRole("button", { name: "Begin", exact: true }).click();
      for (const issue of ["The channel", "The long quay", "Harbour fund"]) {
        await page.locator(".prepare-rest").getByRole("button", { name: issue }).click();
      }
      await page.getByRole("radio", { name: "Rate them against the most important one" }).check();
      await page.getByLabel("The most important issue").selectOption({ label: "Harbour fund" });
      await page.getByText("Statements contradict each other.").first().waitFor();
      await atRest(page);
    },
  },
  {
    name: "prepare, its options",
    path: "/s/textbook~harbour-town/prepare",
    ready: async (page) => {
      await page.locator(".prepare-list a").first().click(); // the sheet begun above
      const steps = page.getByRole("navigation", { name: "Steps" });
      await steps.getByRole("button", { name: "Options" }).click();
      await page.locator(".prepare-rest button").first().click();
      await atRest(page);
    },
  },
  {
    name: "edit",
    path: "/s/textbook~two-losses/edit",
    ready: async (page) => {
      await page.locator(".cm-content").waitFor();
      await page.getByText("No errors, no warnings").first().waitFor();
      await atRest(page);
    },
  },
  {
    name: "out",
    path: "/s/scarborough-2025/out",
    ready: async (page) => {
      await page.getByRole("button", { name: "Show drawings and tables" }).click();
      await page.getByRole("heading", { name: "Drawings" }).waitFor();
      await atRest(page);
    },
  },
];

/** Once it stands: what the engine goes on refining is not shown on these pages. */
async function headed(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const ways: readonly { readonly theme: Theme; readonly width: number }[] = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 1440 },
  { theme: "light", width: 390 },
];

describe.each(ways)("in the $theme theme at $width pixels axe finds nothing", ({ theme, width }) => {
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit(browser(), workbench().address, { theme, width, reducedMotion: true });
  });
  afterAll(() => visited.close());

  const pages = theme === "light" && width === 1440 ? [...looked, flagship] : looked;
  test.each(pages)("on $name", async ({ path, ready }) => {
    await visited.open(path);
    await ready(visited.page);
    await expectAccessible(visited.page);
    visited.expectQuiet();
  });
});
