import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Throws with every violation of WCAG 2.2 AA, or of good practice, that axe finds on the page as it is now.
 * The page must come from `visit`: axe opens a second page beside it, which a page without its own context cannot have.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, impact, help, nodes }) => [
    `${id} (${impact}): ${help}`,
    ...nodes.flatMap(({ target, html, failureSummary }) => [
      `  ${target.join(" ")}`,
      `    ${html.replaceAll(/\s+/g, " ").slice(0, 160)}`,
      ...(failureSummary ?? "").split("\n").map((line) => `    ${line.trim()}`),
    ]),
  ]);
  throw new Error(`axe finds ${violations.length} on ${page.url()}:\n${lines.join("\n")}`);
}
