import type { Locator, Page } from "playwright-core";
import { exactValue } from "./exact-value.ts";

/** The composer beside the page, as a reader of numbers and a hand on its fields. */
export type Composer = {
  /** The party's row: `data-verdict` says what it does. */
  readonly standing: (party: string) => Locator;
  /** Exact, not as shown. The package in the composer must be complete. */
  readonly value: (party: string) => Promise<number>;
  readonly reservation: (party: string) => Promise<number>;
  readonly issue: (issue: string) => Locator;
  readonly choose: (issue: string, option: string) => Promise<void>;
  readonly name: Locator;
  /** Gives the package this name, saves it, and waits until the page says that it is kept. */
  readonly saveAs: (name: string) => Promise<void>;
};

export function composerOf(page: Page): Composer {
  const panel = page.getByRole("tabpanel", { name: "Compose" });
  const standing = (party: string) => panel.locator(`.compose-standing[data-party="${party}"]`);
  const issue = (id: string) => panel.locator(`.compose-issue[data-issue="${id}"]`);
  const name = panel.getByRole("textbox", { name: "Name" });
  return {
    standing,
    value: (party) => exactValue(standing(party).locator(".compose-worth data")),
    reservation: (party) => exactValue(standing(party).locator(".compose-needs data")),
    issue,
    choose: async (id, option) => void (await issue(id).locator("select").selectOption(option)),
    name,
    saveAs: async (chosen) => {
      await name.fill(chosen);
      await panel.getByRole("button", { name: "Save", exact: true }).click();
      await panel.getByText(`Saved as “${chosen}” in this browser.`).waitFor();
    },
  };
}
