import { describe, expect, test } from "vitest";
import type { Progress, Search } from "#analysis";
import { type Outcome, type ProgressReport, type RunOptions, runSearch } from "#compute";
import type { Signal } from "#prelude";

/** Every way of running the engine keeps these promises; a worker or a job queue joins by adding its line. */
const waysToRun: readonly {
  readonly way: string;
  readonly runSearch: <T>(search: Search<T>, options?: RunOptions) => Promise<Outcome<T>>;
}[] = [{ way: "inline", runSearch }];

type Phase = { readonly phase: string; readonly steps: number; readonly refinable: boolean };

/** Does the phases in turn, one millisecond of the fake clock a step; told to finish, it leaves the phase at once. */
function* phases(plan: readonly Phase[], clock: { ms: number }): Search<readonly string[]> {
  const result: string[] = [];
  for (const { phase, steps, refinable } of plan) {
    let done = 0;
    let signal: Signal = yield { phase, done, of: steps, refinable };
    while (done < steps && signal === "continue") {
      clock.ms += 1;
      done += 1;
      signal = yield { phase, done, of: steps, refinable };
    }
    result.push(`${phase} ${done}/${steps}`);
  }
  return result;
}

const threePhases: readonly Phase[] = [
  { phase: "diagram", steps: 40, refinable: false },
  { phase: "frontier", steps: 100, refinable: true },
  { phase: "unlocks", steps: 20, refinable: false },
];

describe.each(waysToRun)("an engine run $way", ({ runSearch }) => {
  test("without a budget does all of every phase", async () => {
    const clock = { ms: 0 };
    const outcome = await runSearch(phases(threePhases, clock), { clock: () => clock.ms });
    expect(outcome.value).toEqual(["diagram 40/40", "frontier 100/100", "unlocks 20/20"]);
    expect(outcome).toMatchObject({ endedByBudget: [], interrupted: false });
  });

  test("spends the budget on refinable phases only, and lets the others end by themselves", async () => {
    const clock = { ms: 0 };
    const outcome = await runSearch(phases(threePhases, clock), { clock: () => clock.ms, budgetMs: 30 });
    expect(outcome.value).toEqual(["diagram 40/40", "frontier 30/100", "unlocks 20/20"]);
    expect(outcome).toMatchObject({ endedByBudget: ["frontier"], interrupted: false });
  });

  test("shares one budget among all refinable phases", async () => {
    const clock = { ms: 0 };
    const plan = [
      { phase: "count", steps: 20, refinable: true },
      { phase: "frontier", steps: 100, refinable: true },
    ];
    const outcome = await runSearch(phases(plan, clock), { clock: () => clock.ms, budgetMs: 30 });
    expect(outcome.value).toEqual(["count 20/20", "frontier 10/100"]);
  });

  test("a budget of nothing still returns what takes no refinement", async () => {
    const clock = { ms: 0 };
    const outcome = await runSearch(phases(threePhases, clock), { clock: () => clock.ms, budgetMs: 0 });
    expect(outcome.value).toEqual(["diagram 40/40", "frontier 0/100", "unlocks 20/20"]);
  });

  test("an early end finishes every phase with what is proved so far, and says that it was asked for", async () => {
    const clock = { ms: 0 };
    const controller = new AbortController();
    const outcome = await runSearch(phases(threePhases, clock), {
      clock: () => clock.ms,
      signal: controller.signal,
      onProgress: ({ phase, done }) => {
        if (phase === "frontier" && done === 7) controller.abort();
      },
    });
    expect(outcome.value).toEqual(["diagram 40/40", "frontier 7/100", "unlocks 0/20"]);
    expect(outcome).toMatchObject({ endedByBudget: [], interrupted: true });
  });

  test("events that wait get their turn between slices, so that Ctrl-C is heard", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const endless = (function* (): Search<number> {
      let steps = 0;
      while ((yield { phase: "frontier", done: ++steps, refinable: true }) === "continue") spin(0.2);
      return steps;
    })();
    const outcome = await runSearch(endless, { signal: controller.signal });
    expect(outcome.interrupted).toBe(true);
    expect(outcome.value).toBeGreaterThan(1);
  });

  test("a shell with another event loop brings its own pause; a search whose pause rejects is given up", async () => {
    const clock = { ms: 0 };
    let pauses = 0;
    const pause = async (): Promise<void> => {
      if (++pauses === 3) throw new Error("nobody waits for this");
    };
    const running = runSearch(phases(threePhases, clock), { clock: () => clock.ms, sliceMs: 10, pause });
    await expect(running).rejects.toThrow("nobody waits for this");
    expect(clock.ms).toBe(30);
  });

  test("times each phase by the work done in it, in seconds, and the whole", async () => {
    const clock = { ms: 0 };
    const { timings } = await runSearch(phases(threePhases, clock), { clock: () => clock.ms });
    expect(timings).toEqual({ diagram: 0.04, frontier: 0.1, unlocks: 0.02, total: 0.16 });
    expect(Object.keys(timings)).toEqual(["diagram", "frontier", "unlocks", "total"]);
  });

  test("reports every step with the time since the start", async () => {
    const clock = { ms: 500 };
    const reports: ProgressReport[] = [];
    const plan = [{ phase: "diagram", steps: 2, refinable: false }];
    await runSearch(phases(plan, clock), { clock: () => clock.ms, onProgress: (report) => reports.push(report) });
    expect(reports.map(({ done, elapsedMs }) => [done, elapsedMs])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test("a search that never yields is run to its end", async () => {
    // biome-ignore lint/correctness/useYield: the point of the test
    const silent = (function* (): Generator<Progress, string, Signal> {
      return "done";
    })();
    expect((await runSearch(silent)).value).toBe("done");
  });

  test("a mistake inside the search comes out as itself", async () => {
    const broken = (function* (): Search<never> {
      yield { phase: "diagram", done: 0, refinable: false };
      throw new Error("A rational has no zero denominator.");
    })();
    await expect(runSearch(broken)).rejects.toThrow("A rational has no zero denominator.");
  });
});

function spin(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
