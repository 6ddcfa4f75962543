import type { Page } from "playwright-core";
import { formatSheetFile } from "#language";
import { answered } from "./deal-steps.ts";
import type { PreparedTalks } from "./rooms-prepared.ts";

/** A page of the workbench as the guide shows it, and as axe visits it. */
export type ShownPage = {
  /** In the names of its images. */
  readonly name: string;
  readonly path: string;
  /** Brings the opened page into the state worth showing; without it the page is shown as it opens. */
  readonly prepare?: (page: Page) => Promise<void>;
};

/** A page of a seat in prepared talks. */
export type ShownRoomPage = {
  readonly name: string;
  /** Those that go on, or those that came to a signed settlement and were ended. */
  readonly talks: "going" | "signed";
  /** The delegation whose seat looks. */
  readonly seat: string;
  /** Below the seat's own address. */
  readonly path: string;
  readonly prepare?: (page: Page, talks: PreparedTalks) => Promise<void>;
  /** Only axe visits it. */
  readonly isNotInGuide?: true;
};

export const shownPages: readonly ShownPage[] = [
  { name: "library", path: "/" },
  { name: "deal", path: "/s/ukraine-2025", prepare: answered },
  { name: "compose", path: "/s/ukraine-2025", prepare: applyUnlock },
  { name: "what-if", path: "/s/ukraine-2025", prepare: assumeOtherwise },
  { name: "durability", path: "/s/ukraine-2025/durability", prepare: drawn },
  { name: "map", path: "/s/ukraine-2025/map", prepare: measured },
  { name: "evidence", path: "/s/ukraine-2025/evidence" },
  { name: "timeline", path: "/s/ukraine-2025/timeline" },
  { name: "prepare", path: "/s/textbook~harbour-town/prepare", prepare: contradictOneself },
  { name: "edit", path: "/s/ukraine-2025/edit" },
  { name: "out", path: "/s/essequibo-2025/out", prepare: showDrawings },
  { name: "convene", path: "/convene/ukraine-2025", prepare: planned },
];

export const shownRoomPages: readonly ShownRoomPage[] = [
  { name: "lobby", talks: "going", seat: "UA", path: "", isNotInGuide: true },
  { name: "room", talks: "going", seat: "UA", path: "", prepare: lookAtTheTable },
  { name: "counter", talks: "going", seat: "UA", path: "", prepare: beginCounter, isNotInGuide: true },
  { name: "delegation", talks: "going", seat: "UA", path: "/mandate", isNotInGuide: true },
  { name: "desk", talks: "going", seat: "mediation", path: "/desk" },
  { name: "rooms-timeline", talks: "going", seat: "mediation", path: "/timeline" },
  { name: "signed", talks: "signed", seat: "UA", path: "", prepare: readTheSettlement, isNotInGuide: true },
  { name: "debrief", talks: "signed", seat: "UA", path: "/debrief", prepare: openOthersSheets },
  { name: "record", talks: "signed", seat: "UA", path: "/record", prepare: checkTheRecord },
];

async function drawn(page: Page): Promise<void> {
  await page.locator('.durability-page[data-state="drawn"]').waitFor({ timeout: 60_000 });
}

async function measured(page: Page): Promise<void> {
  await page.locator('.map-page[data-measured="true"]').waitFor({ timeout: 60_000 });
  await page.locator(".map-frame[data-drawn]").waitFor();
}

async function lookAtTheTable(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Working group on security/ })
    .first()
    .click();
  await page.getByRole("article", { name: /^Offer 2 / }).waitFor();
}

async function beginCounter(page: Page): Promise<void> {
  await lookAtTheTable(page);
  await page.getByRole("button", { name: "Counter offer 2" }).click();
  await page.getByText("Begin with what is there already").click();
  await page.getByRole("button", { name: "Packages that come with this scenario" }).click();
  await page.getByRole("button", { name: "20-point plan", exact: true }).waitFor();
  await page.getByText(/^Counteroffers to offer 2/).click();
  await page.getByText("Where it starts, with open issues at your best", { exact: false }).waitFor();
}

async function readTheSettlement(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Plenary" }).first().click();
  await page.getByText("The exact text, with its annexes").click();
}

async function openOthersSheets(page: Page, { sheets }: PreparedTalks): Promise<void> {
  const others = sheets.filter(({ party }) => party !== "UA");
  await page.getByLabel("Open sheets that were handed over").setInputFiles(
    others.map((sheet) => ({
      name: `${sheet.party}.yaml`,
      mimeType: "text/plain",
      buffer: Buffer.from(formatSheetFile(sheet)),
    })),
  );
  await page.getByText("from a file that nobody has signed").nth(2).waitFor();
  await page.getByRole("heading", { name: "Offers over time" }).waitFor();
  // said in two places
  await page.getByText("The engine searches all settlements…").last().waitFor({ state: "detached" });
  await page.getByText("The engine searches all settlements…").first().waitFor({ state: "detached" });
}

async function checkTheRecord(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check what this seat holds" }).click();
  await page.getByText("every hash and signature is right", { exact: false }).waitFor();
}

/** The card of the smallest change, in the composer, which stands above the answer on a narrow page. */
async function applyUnlock(page: Page): Promise<void> {
  await answered(page);
  await page
    .locator(".unlocks-card")
    .getByRole("button", { name: /apply to the composer/i })
    .first()
    .click();
}

async function planned(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the negotiation" }).waitFor();
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
