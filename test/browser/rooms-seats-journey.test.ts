import { expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { linksOn } from "./rooms-links.ts";
import { type Visit, type Visitor, visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile({ rooms: true });
const inRoom = /\/rooms\/[0-9a-f]{32}\/[0-9a-f]{32}$/;

const comes = (visitor: Visitor = {}): Promise<Visit> => visit(browser(), workbench().address, visitor);

test("a convenor plans who sits where, opens the talks and hands out a link for each seat, which is used once", async () => {
  const convenor = await comes();
  await convenor.open("/s/ukraine-2025");
  await convenor.page.locator(".rail").getByRole("link", { name: "Convene a negotiation" }).click();
  const open = convenor.page.getByRole("button", { name: "Open the negotiation" });
  await open.waitFor();

  // the mediator leaves a group: what that costs is said, and one press mends it
  const inLine = convenor.page.getByRole("checkbox", { name: "Mediator sits in Working group on the line of contact" });
  await inLine.uncheck();
  await convenor.page.getByText(/cannot be closed by a motion/).waitFor();
  await convenor.page.getByRole("button", { name: /^Seat them in the group/ }).click();
  expect(await inLine.isChecked()).toBe(true);
  // without a negotiator who has to consent, it cannot be opened
  await convenor.page.getByRole("button", { name: "Remove Russia, negotiator" }).click();
  await convenor.page.getByText("RU has to consent and has no negotiator in the plenary.").waitFor();
  expect(await open.isDisabled()).toBe(true);
  await convenor.page.getByLabel("For", { exact: true }).selectOption({ label: "Russia" });
  await convenor.page.getByRole("button", { name: "Add a seat" }).click();
  await open.click();

  const links = await linksOn(convenor.page);
  expect([...links.keys()].sort()).toEqual([
    "European coalition of the willing, negotiator",
    "Mediator",
    "Russia, negotiator",
    "Ukraine, negotiator",
    "United States, negotiator",
  ]);
  convenor.expectQuiet();

  const ukraine = await comes();
  await ukraine.open(links.get("Ukraine, negotiator")!);
  await ukraine.page.getByRole("button", { name: "Open the invitation here" }).click();
  await ukraine.page.getByText("negotiator: tables, accepts and votes for its party").waitFor();
  await ukraine.page.reload(); // what was begun goes on, though the link is used
  await ukraine.page.getByRole("button", { name: "Take the seat" }).click();
  await ukraine.page.waitForURL(inRoom); // and the fragment with the keys is out of the address
  // the link again, in the browser that has the seat, leads to the seat
  await ukraine.open("/rooms");
  await ukraine.page.getByText("2 of 6 seats taken").waitFor();
  await ukraine.open(links.get("Ukraine, negotiator")!);
  await ukraine.page.waitForURL(inRoom);
  ukraine.expectQuiet();

  const late = await comes();
  await late.open(links.get("Ukraine, negotiator")!);
  await late.page.getByRole("button", { name: "Open the invitation here" }).click();
  await late.page.getByRole("heading", { name: "This invitation cannot be used" }).waitFor();
  await late.open("/rooms");
  await late.page.getByText("This browser has no seat yet.", { exact: false }).waitFor();

  // what was used is gone from the convenor's browser; what is revoked gives nothing
  await convenor.page.reload();
  await convenor.page.getByText("taken", { exact: true }).waitFor();
  expect([...(await linksOn(convenor.page)).keys()]).not.toContain("Ukraine, negotiator");
  await convenor.page.getByRole("button", { name: "Revoke the link for Mediator" }).click();
  await convenor.page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await convenor.page.getByText("The links for Mediator were revoked.").waitFor();
  await late.open(links.get("Mediator")!);
  await late.page.getByRole("button", { name: "Open the invitation here" }).click();
  await late.page.getByRole("heading", { name: "There is no seat behind this link" }).waitFor();
  await late.open(`${links.get("Russia, negotiator")!.slice(0, -10)}`);
  await late.page.getByRole("heading", { name: "This link gives no seat" }).waitFor();

  for (const one of [convenor, ukraine, late]) await one.close();
}, 180_000);

test("on a shared machine a seat opens to its passphrase alone, and a forgotten one is gone", async () => {
  const convenor = await comes();
  const links = await convened(convenor, "/convene/textbook~harbour-town");
  const [link] = [...links.values()];
  const guest = await comes();
  await guest.open(link!);
  await guest.page.getByRole("button", { name: "Open the invitation here" }).click();
  await guest.page.getByRole("checkbox", { name: /^Others use this browser too/ }).check();
  await guest.page.getByLabel("Passphrase", { exact: true }).fill("boats at the quay");
  await guest.page.getByLabel("The same again").fill("boats at the quay");
  await guest.page.getByRole("button", { name: "Take the seat" }).click();
  await guest.page.waitForURL(inRoom);
  const seat = guest.page.url();

  const nextTab = await guest.context.newPage();
  await nextTab.goto(seat);
  const field = nextTab.getByLabel("Passphrase", { exact: true });
  await field.fill("boats at the pier");
  await nextTab.getByRole("button", { name: "Open the seat" }).click();
  await nextTab.getByText("This passphrase does not open the seat.").waitFor();
  await field.fill("boats at the quay");
  await nextTab.getByRole("button", { name: "Open the seat" }).click();
  await field.waitFor({ state: "detached" });

  await nextTab.goto("/rooms");
  await nextTab.getByRole("button", { name: /^Forget the seat/ }).click();
  await nextTab.getByRole("dialog").getByRole("button", { name: "Forget the keys" }).click();
  await nextTab.getByText("The seat was forgotten.").waitFor();
  expect(await nextTab.locator(".rooms-list-seats > li").count()).toBe(0);
  for (const one of [convenor, guest]) await one.close();
}, 180_000);

test("a trainer opens three groups from one plan, sets one deadline for all and ends them together", async () => {
  const trainer = await comes();
  await trainer.open("/convene/textbook~harbour-town");
  const { page } = trainer;
  await page.getByRole("checkbox", { name: "Open it for several groups" }).check();
  await page.getByLabel(/^Names of the groups/).fill("Blue\nGreen\nYellow");
  await page.getByRole("button", { name: "Open 3 groups" }).click();
  await page.waitForURL(/\/rooms\/training\/[0-9a-f]{32}$/);
  await page.getByLabel("Until").fill("2099-01-01T12:00");
  await page.getByRole("button", { name: "Set it for all groups" }).click();
  await page.getByText("The deadline is set in every group.").waitFor();
  await page.getByText("1 Jan 2099", { exact: false }).nth(2).waitFor();
  await page.getByRole("button", { name: "Show the links of all groups" }).click();
  await page
    .getByRole("button", { name: /^Copy the link/ })
    .nth(11)
    .waitFor();
  const links = await page.locator(".convene-link code").allInnerTexts();
  expect(new Set(links).size).toBe(12); // three groups of three negotiators and a mediator
  await page.getByRole("button", { name: /^End 3 groups/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End them" }).click();
  await page.getByRole("link", { name: /^Debrief of Yellow/ }).waitFor();
  await expectAccessible(page);

  // the briefs: a role's own stands on its own, and what it is worth is the trainer's to hand out
  await page.getByRole("link", { name: "Briefs to hand out on paper" }).click();
  const brief = page.getByRole("article", { name: "You speak for Lantern Ferry Line" });
  await brief.getByText("Confidential: for Lantern Ferry Line only. Trainer’s handout").waitFor();
  await brief.getByText("25.0 Ferry only").waitFor();
  await expectAccessible(page);
  trainer.expectQuiet();
  await trainer.close();
}, 180_000);

test.each([
  { theme: "light", width: 1440 },
  { theme: "dark", width: 390 },
] as const)(
  "convening and joining: in the $theme theme at $width pixels axe finds nothing",
  async (visitor) => {
    const convenor = await comes({ ...visitor, reducedMotion: true });
    await convenor.open("/convene");
    await convenor.page.getByRole("link", { name: /^Essequibo/ }).click();
    await convenor.page.getByRole("button", { name: "Open the negotiation" }).waitFor();
    await convenor.page.getByText("Who may convene, once the talks are open").click();
    await convenor.page.getByRole("radio", { name: /^Qualified majority/ }).check();
    await expectAccessible(convenor.page);
    await convenor.page.getByRole("button", { name: "Open the negotiation" }).click();
    const links = await linksOn(convenor.page);
    await expectAccessible(convenor.page);
    const guest = await comes({ ...visitor, reducedMotion: true });
    await guest.open([...links.values()][0]!);
    await guest.page.getByRole("button", { name: "Open the invitation here" }).click();
    await guest.page.getByRole("checkbox", { name: /^Others use this browser too/ }).check();
    await guest.page.getByLabel("Passphrase", { exact: true }).fill("short");
    await expectAccessible(guest.page);
    await convenor.open("/rooms");
    await convenor.page.getByText("1 of 6 seats taken").waitFor();
    await expectAccessible(convenor.page);
    for (const one of [convenor, guest]) {
      const [shown, whole] = await one.page.evaluate(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect(whole).toBeLessThanOrEqual(shown!);
      one.expectQuiet();
      await one.close();
    }
  },
  180_000,
);

async function convened({ page, open }: Visit, path: string): Promise<ReadonlyMap<string, string>> {
  await open(path);
  await page.getByRole("button", { name: "Open the negotiation" }).click();
  return linksOn(page);
}
