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
  { name: "deal", path: "/s/ukraine-2025", ready: dealReady },
  {
    name: "deal with assumptions",
    path: "/s/essequibo-2025",
    ready: async (page) => {
      await dealReady(page);
      await page.getByRole("tab", { name: "What if" }).click();
      await page.getByRole("slider", { name: /^Reservation value of Guyana/ }).fill("70");
      await page.getByText("1 assumption differs").first().waitFor();
      await atRest(page);
    },
  },
  {
    name: "evidence",
    path: "/s/essequibo-2025/evidence",
    ready: async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await atRest(page);
    },
  },
  {
    name: "timeline",
    path: "/s/ukraine-2025/timeline",
    ready: async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.getByRole("tab", { name: "Evidence" }).click();
    },
  },
];

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

  test.each(looked)("on $name", async ({ path, ready }) => {
    await visited.open(path);
    await ready(visited.page);
    await expectAccessible(visited.page);
    visited.expectQuiet();
  });
});
