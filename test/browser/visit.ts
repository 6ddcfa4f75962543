import type { Browser, BrowserContext, Page } from "playwright-core";
import { expectNothing, type Heard, listen, listenToWorkers } from "./guards.ts";
import { type LongTask, longTasksOf, recordLongTasks } from "./long-tasks.ts";
import { type LoadedScripts, recordScripts } from "./scripts.ts";

export type Theme = "light" | "dark";

/** Who looks, and through what. */
export type Visitor = {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly reducedMotion?: boolean;
};

/** A page of its own with nothing remembered, and all that was noticed about it. */
export type Visit = {
  readonly page: Page;
  /** For a second tab: `context.newPage()` shares what the browser keeps, and is listened to as well. */
  readonly context: BrowserContext;
  readonly heard: Heard;
  /** Throws unless no request went elsewhere, nothing was refused by policy, nothing failed and nobody complained. */
  readonly expectQuiet: () => void;
  /** What held the main thread for over 50 ms since the last navigation. Ask before taking screenshots or running axe. */
  readonly longTasks: () => Promise<readonly LongTask[]>;
  /** The scripts loaded so far. */
  readonly initialScripts: () => Promise<LoadedScripts>;
  /** Opens a path of the server, and waits until the page has loaded. */
  readonly open: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * A fresh visitor to the server at this address. Nothing is opened yet, so that the first request is noticed too.
 * Pages under a strict policy refuse `page.waitForFunction`, which needs eval: wait for a locator instead.
 */
export async function visit(browser: Browser, address: string, visitor: Visitor = {}): Promise<Visit> {
  const { theme = "light", width = 1440, height = 1000, locale = "en-GB", reducedMotion = false } = visitor;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    deviceScaleFactor: 1,
    colorScheme: theme,
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    locale,
    timezoneId: "UTC",
  });
  const heard = await listen(context, address);
  await recordLongTasks(context);
  const initialScripts = recordScripts(context);
  const page = await context.newPage();
  await listenToWorkers(page, heard);
  return {
    page,
    context,
    heard,
    expectQuiet: () => expectNothing(heard),
    longTasks: () => longTasksOf(page),
    initialScripts,
    open: async (path) => void (await page.goto(path, { waitUntil: "load" })),
    close: () => context.close(),
  };
}
