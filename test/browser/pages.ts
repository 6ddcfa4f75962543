import type { Page } from "playwright-core";

/** A page of the workbench as the guide shows it, and as axe visits it. */
export type ShownPage = {
  /** In the names of its images. */
  readonly name: string;
  readonly path: string;
  /** Brings the opened page into the state worth showing; without it the page is shown as it opens. */
  readonly prepare?: (page: Page) => Promise<void>;
};

export const shownPages: readonly ShownPage[] = [
  { name: "library", path: "/" },
  { name: "deal", path: "/s/ukraine-2025" },
  { name: "evidence", path: "/s/ukraine-2025/evidence" },
  { name: "timeline", path: "/s/ukraine-2025/timeline" },
  { name: "prepare", path: "/s/ukraine-2025/prepare" },
  { name: "edit", path: "/s/ukraine-2025/edit" },
  { name: "out", path: "/s/ukraine-2025/out" },
];
