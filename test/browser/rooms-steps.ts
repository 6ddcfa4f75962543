import type { Locator, Page } from "playwright-core";

/** What people do in a room, as they do it: one function for each thing that is pressed through to its end. */

/** Opens an invite link and takes its seat; ends in the lobby, connected. */
export async function takeSeat(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Open the invitation here" }).click();
  await page.getByRole("button", { name: "Take the seat" }).click();
  await page.waitForURL(/\/rooms\/[0-9a-f]{32}\/[0-9a-f]{32}$/);
  await page.getByText("Live", { exact: true }).waitFor();
}

/** By the rail, as everybody goes. */
export async function goTo(page: Page, channel: string | RegExp): Promise<void> {
  const rail = page.getByRole("navigation", { name: "Channels" });
  await rail.getByRole("link", { name: channel }).first().click();
  await page.getByRole("heading", { level: 1, name: channel }).waitFor();
}

export async function takeShippedSheet(page: Page): Promise<void> {
  await goTo(page, "My delegation");
  await page.getByRole("button", { name: "Take the sheet that comes with this scenario" }).click();
  await page.getByRole("button", { name: "Keep it, sealed, for my delegation" }).click();
  await page.getByRole("button", { name: "Keep it, sealed, for my delegation" }).waitFor({ state: "detached" });
}

/** The form that is open: an offer's, or a motion's. */
export function formOf(page: Page, which: "offer" | "motion"): Locator {
  return page.locator(which === "offer" ? ".room-composer" : ".room-move");
}

export async function beginWithPackage(form: Locator, name: string): Promise<void> {
  await form.getByText("Begin with what is there already").click();
  await form.getByRole("button", { name: "Packages that come with this scenario" }).click();
  await form.getByRole("button", { name, exact: true }).click();
}

export async function choose(page: Page, issue: string, option: string): Promise<void> {
  await formOf(page, "offer").getByRole("combobox", { name: issue, exact: true }).selectOption({ label: option });
}

/** "Provided that that channel agrees one of these." */
export async function onlyIf(page: Page, channel: string, issue: string, options: readonly string[]): Promise<void> {
  await page.getByRole("combobox", { name: "Channel", exact: true }).selectOption({ label: channel });
  await page.getByRole("combobox", { name: "agrees on" }).selectOption({ label: issue });
  const picker = page.getByRole("group", { name: new RegExp(`^${issue}: any of`) });
  for (const option of options) await picker.getByRole("checkbox", { name: option, exact: true }).check();
}

export async function table(page: Page, number: number): Promise<void> {
  await page.getByRole("button", { name: "Table the offer" }).click();
  await offer(page, number).waitFor();
}

export function offer(page: Page, number: number): Locator {
  return page.getByRole("article", { name: new RegExp(`^(Offer|Proposal) ${number} `) });
}

/** An offer in full, even where nothing is compared with it. */
export async function accept(page: Page, channel: string, number: number): Promise<void> {
  await goTo(page, channel);
  await page.getByRole("button", { name: `Accept ad referendum offer ${number}` }).click();
}

export async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel("Say").fill(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.locator(".room-said").getByText(words, { exact: true }).waitFor();
}

/** The state of the composition beside every channel. */
export function whole(page: Page): Locator {
  return page.locator(".room-closing");
}
