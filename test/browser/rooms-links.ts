import type { Page } from "playwright-core";

/** The invite links on a page that hands them out, by the seat's name. */
export async function linksOn(page: Page): Promise<ReadonlyMap<string, string>> {
  await page
    .getByRole("button", { name: /^Copy the link for/ })
    .first()
    .waitFor();
  const rows = await page.locator(".convene-invitations tbody tr").all();
  const links = new Map<string, string>();
  for (const row of rows) {
    const link = row.locator("code");
    if ((await link.count()) > 0) links.set(await row.locator("th bdi").innerText(), await link.innerText());
  }
  return links;
}
