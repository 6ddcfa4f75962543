import type { BrowserContext, Page } from "playwright-core";

/** A piece of work that held the page's main thread for over 50 ms. Milliseconds; `start` counts from the navigation. */
export type LongTask = {
  readonly start: number;
  readonly duration: number;
  /** The scripts that ran in it, the longest first; empty when the time went to layout, painting or parsing. */
  readonly scripts: readonly string[];
  /** The frame it ran in, by the browser's own naming: "self", "same-origin-descendant", ... */
  readonly frame: string;
};

declare global {
  interface Window {
    longTasksSoFar?: () => readonly LongTask[];
  }
}

/** From now on every page of the context keeps its long tasks; those of a page that was left are gone with it. */
export async function recordLongTasks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    type Script = PerformanceEntry & { invoker: string; sourceURL: string; sourceFunctionName: string };
    type AnimationFrame = PerformanceEntry & { scripts: readonly Script[] };
    const tasks: PerformanceEntry[] = [];
    const frames: AnimationFrame[] = [];
    const keep = (entry: PerformanceEntry): void => {
      if (entry.entryType === "longtask") tasks.push(entry);
      else frames.push(entry as AnimationFrame); // the observers ask for these two kinds only
    };
    const observers = ["longtask", "long-animation-frame"].map((type) => {
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(keep));
      observer.observe({ type, buffered: true });
      return observer;
    });
    const end = (entry: PerformanceEntry): number => entry.startTime + entry.duration;

    // the entry of a long task names no script; the animation frame it made late does
    const scriptsDuring = (task: PerformanceEntry): string[] =>
      frames
        .flatMap((frame) => frame.scripts)
        .filter((script) => script.startTime < end(task) && end(script) > task.startTime)
        .sort((a, b) => b.duration - a.duration)
        .map((script) => {
          const where = [script.sourceFunctionName, script.sourceURL].filter((part) => part !== "").join(" ");
          return `${Math.round(script.duration)} ms ${script.invoker}${where ? ` (${where})` : ""}`;
        });

    window.longTasksSoFar = () => {
      for (const observer of observers) observer.takeRecords().forEach(keep);
      return tasks.map((task) => ({
        start: Math.round(task.startTime),
        duration: Math.round(task.duration),
        scripts: scriptsDuring(task),
        frame: task.name,
      }));
    };
  });
}

/** The long tasks since the page was navigated to, after the browser had two frames to report the last of them. */
export async function longTasksOf(page: Page): Promise<readonly LongTask[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    if (!window.longTasksSoFar) throw new Error("Long tasks are recorded only in pages that visit() opened.");
    return window.longTasksSoFar();
  });
}
