import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { pairs, runPair } from "./run-pair.ts";
import { addPair, addTotals, noTotals, type Totals, totalsInWords } from "./totals.ts";

/**
 * The two worlds, many times: npm run test:two-worlds -- --pairs 2000 --processes 2 --seed 1. Ends with 1 if anything that an
 * outsider was sent differed; the pair that did is printed, shrunk, and is the same again from its three values.
 */
const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "2000" },
    processes: { type: "string", default: "1" },
    seed: { type: "string", default: "20261123" },
  },
});
const [wanted, processes, seed] = [Number(values.pairs), Number(values.processes), Number(values.seed)];

if (process.send) {
  process.send(await share(wanted, seed));
  process.disconnect();
} else {
  const from = performance.now();
  const totals = noTotals();
  await Promise.all(
    Array.from({ length: processes }, async (_, index) => {
      const own = Math.floor(wanted / processes) + (index < wanted % processes ? 1 : 0);
      const words = ["--pairs", String(own), "--seed", String(seed + index)];
      const child = fork(fileURLToPath(import.meta.url), words);
      child.on("message", (more) => addTotals(totals, more as Totals)); // as the child makes them below
      const [exit] = await once(child, "exit");
      if (exit !== 0) process.exitCode = 1;
    }),
  );
  console.log(totalsInWords(totals));
  console.log(`\n${Math.round((performance.now() - from) / 1000)} s in ${processes} process(es), seed ${seed}`);
  if (totals.differences > 0 || totals.pairs < wanted) process.exitCode = 1;
}

async function share(numRuns: number, from: number): Promise<Totals> {
  const totals = noTotals();
  const property = fc.asyncProperty(pairs, async (pair) => {
    const result = await runPair(pair);
    addPair(totals, result);
    if (totals.pairs % 100 === 0) console.error(`${totals.pairs} of ${numRuns}`);
    if (result.difference) throw new Error(JSON.stringify(result.difference, undefined, 1));
  });
  const details = await fc.check(property, { numRuns, seed: from });
  if (details.failed) console.log(fc.defaultReportMessage(details));
  return totals;
}
