import type { Page } from "playwright-core";

/** Until the first answer stands: the sentences, the strip, and how sure it is. */
export async function answered(page: Page): Promise<void> {
  await page.locator("#answer dl").waitFor();
}

/** The claims are decided only when one comes near them. */
export async function claimsDecided(page: Page): Promise<void> {
  await page.locator("#claims").scrollIntoViewIfNeeded();
  await page.locator("#claims .claims-list > li").first().waitFor();
}

/** Ends the refinement of the frontier as a reader may; where it has ended by itself there is nothing to end. */
export async function endRefinement(page: Page): Promise<void> {
  const stop = page.locator(".answer-state").getByRole("button", { name: "Stop here" });
  const ended = page.locator(".answer-state").getByText(/^(Computed in full|Stopped )/);
  await stop.or(ended).first().waitFor();
  await stop.click({ timeout: 500 }).catch(() => undefined); // it may end in this moment
  await ended.waitFor();
}
