import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { type Visit, visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile({ rooms: true });
const inRoom = /\/rooms\/[0-9a-f]{32}\/[0-9a-f]{32}$/;

const comes = (): Promise<Visit> => visit(browser(), workbench().address, {});

test("a new link for a taken seat lets its own browser back in, after the passphrase, and another browser not", async () => {
  const convenor = await comes();
  await convenor.open("/convene/textbook~harbour-town");
  await convenor.page.getByRole("button", { name: "Open the negotiation" }).click();
  const shown = convenor.page.locator(".convene-invitations tbody tr").filter({ has: convenor.page.locator("code") });
  await shown.first().waitFor();
  const seat = await shown.first().locator("th bdi").innerText();
  const row = convenor.page.locator(".convene-invitations tbody tr").filter({ hasText: seat });
  const used = await row.locator("code").innerText();

  const guest = await comes();
  await guest.open(used);
  await guest.page.getByRole("button", { name: "Open the invitation here" }).click();
  await guest.page.getByRole("checkbox", { name: /^Others use this browser too/ }).check();
  await guest.page.getByLabel("Passphrase", { exact: true }).fill("boats at the quay");
  await guest.page.getByLabel("The same again").fill("boats at the quay");
  await guest.page.getByRole("button", { name: "Take the seat" }).click();
  await guest.page.waitForURL(inRoom);
  const room = guest.page.url();

  await convenor.page.reload();
  await row.getByText("taken", { exact: true }).waitFor();
  await row.getByRole("button", { name: /^Make a new link/ }).click();
  await convenor.page.getByRole("dialog").getByText("In another browser it opens nothing", { exact: false }).waitFor();
  await convenor.page.getByRole("dialog").getByRole("button", { name: "New link" }).click();
  await row.locator("code").waitFor();
  const renewed = await row.locator("code").innerText();
  expect(renewed).not.toBe(used);

  const late = await comes();
  await late.open(renewed);
  await late.page.getByRole("button", { name: "Open the invitation here" }).click();
  await late.page.getByRole("heading", { name: "This invitation cannot be used" }).waitFor();
  await late.page.getByText("This seat was taken in another browser", { exact: false }).waitFor();
  expect(await late.context.cookies()).toEqual([]);

  // its session has ended, and a new tab has not its keys at hand
  await guest.context.clearCookies();
  const tab = await guest.context.newPage();
  await guest.page.close();
  await tab.goto(renewed);
  await tab.getByLabel("Passphrase", { exact: true }).fill("boats at the quay");
  await tab.getByRole("button", { name: "Open the seat" }).click();
  await tab.waitForURL(room);
  expect((await guest.context.cookies()).map(({ name }) => name)).toEqual(["entente-seat"]);
  for (const one of [convenor, guest, late]) await one.close();
}, 180_000);

test("a seat whose keys are lost is freed by the convenor, shut where it was open, and taken anew with a new link", async () => {
  const convenor = await comes();
  await convenor.open("/convene/textbook~harbour-town");
  await convenor.page.getByRole("button", { name: "Open the negotiation" }).click();
  const shown = convenor.page.locator(".convene-invitations tbody tr").filter({ has: convenor.page.locator("code") });
  await shown.first().waitFor();
  const seat = await shown.first().locator("th bdi").innerText();
  const row = convenor.page.locator(".convene-invitations tbody tr").filter({ hasText: seat });

  const first = await comes();
  await first.open(await row.locator("code").innerText());
  await first.page.getByRole("button", { name: "Open the invitation here" }).click();
  await first.page.getByRole("button", { name: "Take the seat" }).click();
  await first.page.waitForURL(inRoom);
  const room = first.page.url();

  await convenor.page.reload();
  await row.getByText("taken", { exact: true }).waitFor();
  const freeIt = async (): Promise<string> => {
    await row.getByRole("button", { name: /^Free / }).click();
    await convenor.page.getByRole("dialog").getByRole("button", { name: "Free the seat" }).click();
    await convenor.page.getByText("is free, and a new link is there.", { exact: false }).waitFor();
    await row.locator("code").waitFor();
    return row.locator("code").innerText();
  };
  const anew = await freeIt();
  await first.page.getByText("This seat was freed", { exact: false }).waitFor();

  const other = await comes();
  await other.open(anew);
  await other.page.getByRole("button", { name: "Open the invitation here" }).click();
  await other.page.getByRole("button", { name: "Take the seat" }).click();
  await other.page.waitForURL(room);
  // the browser that had it before has nothing more of it
  await first.open(anew);
  await first.page.getByRole("heading", { name: "This invitation cannot be used" }).waitFor();

  // freed once more: the browser that has it now makes new keys when it opens the new link
  await convenor.page.reload();
  await row.getByText("taken", { exact: true }).waitFor();
  const again = await freeIt();
  await other.page.getByText("This seat was freed", { exact: false }).waitFor();
  await other.open(again);
  await other.page.getByRole("button", { name: "Take the seat" }).click();
  await other.page.waitForURL(room);
  await convenor.page.reload();
  await row.getByText("taken", { exact: true }).waitFor();
  for (const one of [convenor, first, other]) await one.close();
}, 180_000);
