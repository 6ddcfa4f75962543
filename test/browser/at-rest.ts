import type { Page } from "playwright-core";

/**
 * Waits until the page has nothing more to say: no question is before the engine, the fonts are there, and it was painted.
 * A page says so itself, by `data-engine="idle"` on its root. Waits for a locator, because a strict policy refuses
 * `waitForFunction`.
 */
export async function atRest(page: Page, { patience = 30_000 }: { readonly patience?: number } = {}): Promise<void> {
  const idle = page.locator('html[data-engine="idle"]');
  for (let quiet = 0; quiet < 2; quiet++) {
    // twice: the answer to one question may ask the next
    await idle.waitFor({ state: "attached", timeout: patience });
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  }
}
