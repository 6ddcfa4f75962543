import type { Page } from "playwright-core";

/** A page of the workbench as the guide shows it, and as axe visits it. */
export type ShownPage = {
  /** In the names of its images. */
  readonly name: string;
  readonly path: string;
  /** Brings the opened page into the state worth showing; without it the page is shown as it opens. */
  readonly prepare?: (page: Page) => Promise<void>;
};

export const shownPages: readonly ShownPage[] = [
  { name: "library", path: "/" },
  { name: "deal", path: "/s/ukraine-2025" },
  { name: "compose", path: "/s/ukraine-2025", prepare: applyUnlock },
  { name: "what-if", path: "/s/ukraine-2025", prepare: assumeOtherwise },
  { name: "evidence", path: "/s/ukraine-2025/evidence" },
  { name: "timeline", path: "/s/ukraine-2025/timeline" },
  { name: "prepare", path: "/s/ukraine-2025/prepare" },
  { name: "edit", path: "/s/ukraine-2025/edit" },
  { name: "out", path: "/s/ukraine-2025/out" },
];

async function applyUnlock(page: Page): Promise<void> {
  await page.locator("#unlocks").getByRole("button", { name: /apply to the composer/i }).first().click();
}

async function assumeOtherwise(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "What if" }).click();
}
