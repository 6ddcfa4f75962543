import type { Page } from "playwright-core";
import { answered } from "./deal-steps.ts";

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
  { name: "deal", path: "/s/ukraine-2025", prepare: answered },
  { name: "compose", path: "/s/ukraine-2025", prepare: applyUnlock },
  { name: "what-if", path: "/s/ukraine-2025", prepare: assumeOtherwise },
  { name: "evidence", path: "/s/ukraine-2025/evidence" },
  { name: "timeline", path: "/s/ukraine-2025/timeline" },
  { name: "prepare", path: "/s/textbook~harbour-town/prepare", prepare: contradictOneself },
  { name: "edit", path: "/s/ukraine-2025/edit" },
  { name: "out", path: "/s/essequibo-2025/out", prepare: showDrawings },
];

/** The card of the smallest change, in the composer, which stands above the answer on a narrow page. */
async function applyUnlock(page: Page): Promise<void> {
  await answered(page);
  await page
    .locator(".unlocks-card")
    .getByRole("button", { name: /apply to the composer/i })
    .first()
    .click();
}

async function assumeOtherwise(page: Page): Promise<void> {
  await answered(page);
  await page.getByRole("tab", { name: "What if" }).click();
  await page.getByRole("slider", { name: /^Reservation value of Russia/ }).fill("46");
  await page.getByText("1 assumption differs").first().waitFor();
}

/** An order of what matters, and a statement against it. */
async function contradictOneself(page: Page): Promise<void> {
  await page.getByLabel("Whose preferences").selectOption({ label: "Lantern Ferry Line" });
  await page.getByLabel("Author").fill("Harbour desk");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /Lantern Ferry Line/ }).waitFor();
  const rest = page.locator(".prepare-rest");
  for (const issue of ["The channel", "The long quay", "Harbour fund", "Night sailings", "Harbour board"]) {
    await rest.getByRole("button", { name: issue }).click();
  }
  await page.getByRole("radio", { name: "Rate them against the most important one" }).check();
  await page.getByLabel("The most important issue").selectOption({ label: "Night sailings" });
  await page.getByText("Statements contradict each other.").waitFor();
}

async function showDrawings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show drawings and tables" }).click();
  await page.getByRole("button", { name: "SVG" }).first().waitFor({ timeout: 60_000 });
}
