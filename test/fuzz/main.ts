// npm run fuzz [-- MUTANTS SEED]: reads mutated scenario files in child processes with memory and time limits, and prints
// counts as JSON. Exit 1 if anything crashed, hung, broke a promise or was reported at the wrong place.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseScenario } from "#language";
import type { Outcome } from "./judge.ts";

const total = Number(process.argv[2] ?? 20_000);
const runSeed = Number(process.argv[3] ?? 1);
const batchSize = 1000;
const memoryMegabytes = 128;
const hangMilliseconds = 10_000;

type Count = { total: number; located: number; locatedRight: number };
const tally = {
  mutants: 0,
  crashes: [] as number[],
  hangs: [] as number[],
  broken: [] as Outcome[],
  misplaced: [] as Outcome[],
  slowestMs: 0,
  slowest: undefined as Outcome | undefined,
  peakRssMegabytes: 0,
  byMutation: new Map<string, Count>(),
};

function record(outcome: Outcome): void {
  tally.mutants++;
  if (outcome.broken) tally.broken.push(outcome);
  if (outcome.located === false) tally.misplaced.push(outcome);
  if (outcome.ms > tally.slowestMs) [tally.slowestMs, tally.slowest] = [outcome.ms, outcome];
  const count = tally.byMutation.get(outcome.mutation) ?? { total: 0, located: 0, locatedRight: 0 };
  count.total++;
  if (outcome.located !== undefined) count.located++;
  if (outcome.located) count.locatedRight++;
  tally.byMutation.set(outcome.mutation, count);
}

/** Runs one child; resolves to the number of the first mutant it did not finish. */
function runBatch(from: number, until: number): Promise<number> {
  const batch = fileURLToPath(new URL("./batch.ts", import.meta.url));
  const args = [`--max-old-space-size=${memoryMegabytes}`, batch, String(from), String(until), String(runSeed)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  let next = from;
  let hung = false;
  let timer = setTimeout(() => {}, 0);
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hung = true;
      child.kill("SIGKILL");
    }, hangMilliseconds);
  };
  watch();
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    watch();
    if (line.startsWith("D ")) {
      const outcome: Outcome = JSON.parse(line.slice(2));
      record(outcome);
      next = outcome.number + 1;
    }
    if (line.startsWith("M "))
      tally.peakRssMegabytes = Math.max(tally.peakRssMegabytes, Math.round(Number(line.slice(2)) / 1024));
  });
  const ended = Promise.all([
    new Promise((resolve) => child.once("close", resolve)),
    new Promise((resolve) => lines.once("close", resolve)),
  ]);
  return ended.then(() => {
    clearTimeout(timer);
    if (next >= until) return next;
    (hung ? tally.hangs : tally.crashes).push(next);
    tally.mutants++;
    return next + 1;
  });
}

/** The one hostile file that the mutants do not reach: a megabyte of nothing but brackets. */
function deepFile() {
  const start = performance.now();
  const { diagnostics } = parseScenario(new Map([["scenario.yaml", "[".repeat(1_000_000)]]));
  return { ms: Math.round(performance.now() - start), diagnostics: diagnostics.map(({ code }) => code) };
}

const queue = Array.from({ length: Math.ceil(total / batchSize) }, (_, index) => index * batchSize);
const worker = async () => {
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    const until = Math.min(from + batchSize, total);
    for (let next = from; next < until; ) next = await runBatch(next, until);
    process.stderr.write(`\r${tally.mutants} of ${total} mutants`);
  }
};
await Promise.all([worker(), worker()]);
process.stderr.write("\n");

const located = [...tally.byMutation.values()].reduce((sum, count) => sum + count.located, 0);
const right = [...tally.byMutation.values()].reduce((sum, count) => sum + count.locatedRight, 0);
const deep = deepFile();
const report = {
  mutants: tally.mutants,
  seed: runSeed,
  crashes: tally.crashes.length,
  hangs: tally.hangs.length,
  brokenPromises: tally.broken.length,
  slowestMs: Math.round(tally.slowestMs),
  peakRssMegabytes: tally.peakRssMegabytes,
  limits: { memoryMegabytes, hangMilliseconds },
  placesKnown: located,
  placesRight: right,
  shareRight: located === 0 ? null : right / located,
  deepFile: deep,
  byMutation: Object.fromEntries([...tally.byMutation].sort(([a], [b]) => (a < b ? -1 : 1))),
  examples: {
    crashes: tally.crashes.slice(0, 10),
    hangs: tally.hangs.slice(0, 10),
    broken: tally.broken.slice(0, 10),
    misplaced: tally.misplaced.slice(0, 10),
    slowest: tally.slowest,
  },
};
console.log(JSON.stringify(report, null, 2));
const clean = report.crashes + report.hangs + report.brokenPromises + report.placesKnown - report.placesRight === 0;
process.exitCode = clean && deep.diagnostics.join() === "too-deep" ? 0 : 1;
