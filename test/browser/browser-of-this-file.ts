import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./chromium.ts";

/** One browser for all tests of a file: `const browser = browserOfThisFile();` at its top, `browser()` inside a test. */
export function browserOfThisFile(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 180_000); // the first run of a checkout unpacks it
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error("The browser starts before the first test; ask for it inside one.");
    return browser;
  };
}
