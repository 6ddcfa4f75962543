import { beforeAll, expect, test } from "vitest";
import { formatSheetFile } from "#language";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { type PreparedTalks, preparedTalks } from "./rooms-prepared.ts";
import { sitDown } from "./rooms-sit-down.ts";
import { type Visit, visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile({ rooms: true });
let talks: PreparedTalks;
let signed: PreparedTalks;
beforeAll(async () => {
  const origin = new URL(workbench().address).origin;
  talks = await preparedTalks(origin);
  signed = await preparedTalks(origin, { ended: true });
}, 120_000);

/** Who looks at which page of which talks, and what is opened there first. */
const pages: Readonly<Record<string, (visited: Visit) => Promise<void>>> = {
  convening: async ({ open, page }) => {
    await open("/convene/ukraine-2025");
    await page.getByRole("button", { name: "Open the negotiation" }).waitFor();
  },
  "the lobby": (visited) => sitDown(visited, talks.seats.UA!),
  "a room with a counter to an offer, in the making": async (visited) => {
    const { page } = visited;
    await sitDown(visited, talks.seats.UA!, `/channel/${talks.security}`);
    await page.getByRole("button", { name: "Counter offer 2" }).click();
    await page.getByText("Begin with what is there already").click();
    await page.getByRole("button", { name: "Packages that come with this scenario" }).click();
    await page.getByRole("button", { name: "20-point plan", exact: true }).waitFor();
    await page.getByText(/^Counteroffers to offer 2/).click();
    await page.getByText("Where it starts, with open issues at your best", { exact: false }).waitFor();
  },
  "the delegation's papers": (visited) => sitDown(visited, talks.seats.UA!, "/mandate"),
  "the mediator's desk": (visited) => sitDown(visited, talks.seats.mediation!, "/desk"),
  "the timeline": (visited) => sitDown(visited, talks.seats.mediation!, "/timeline"),
  "the plenary with a signed settlement": async (visited) => {
    await sitDown(visited, signed.seats.UA!);
    await visited.page.getByRole("link", { name: "Plenary" }).first().click();
    await visited.page.getByText("The exact text, with its annexes").click();
  },
  "the debrief": async (visited) => {
    const { page } = visited;
    await sitDown(visited, signed.seats.UA!, "/debrief");
    const others = signed.sheets.filter(({ party }) => party !== "UA");
    await page.getByLabel("Open sheets that were handed over").setInputFiles(
      others.map((sheet) => ({
        name: `${sheet.party}.yaml`,
        mimeType: "text/plain",
        buffer: Buffer.from(formatSheetFile(sheet)),
      })),
    );
    await page.getByText("from a file that nobody has signed").nth(2).waitFor();
    await page.getByRole("heading", { name: "Offers over time" }).waitFor();
  },
  "the record": async (visited) => {
    await sitDown(visited, signed.seats.UA!, "/record");
    await visited.page.getByRole("button", { name: "Check what this seat holds" }).click();
    await visited.page.getByText("every hash and signature is right", { exact: false }).waitFor();
  },
};

const looks = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 390 },
] as const;

test.each(Object.keys(pages).flatMap((name) => looks.map((look) => ({ name, ...look }))))(
  "$name: in the $theme theme at $width pixels axe finds nothing, and nothing sticks out at the side",
  async ({ name, ...look }) => {
    const visited = await visit(browser(), workbench().address, { ...look, reducedMotion: true });
    await pages[name]!(visited);
    await expectAccessible(visited.page);
    const [shown, whole] = await visited.page.evaluate(() => [
      document.documentElement.clientWidth,
      document.documentElement.scrollWidth,
    ]);
    expect(whole).toBeLessThanOrEqual(shown!);
    visited.expectQuiet();
    await visited.close();
  },
  90_000,
);
