// Runs mutants from..until of a run, one line each: `S number` before, `D {outcome}` after, and the peak memory at the end.
import { writeSync } from "node:fs";
import { judge } from "./judge.ts";

const [from, until, runSeed] = process.argv.slice(2).map(Number);
for (let number = from!; number < until!; number++) {
  writeSync(1, `S ${number}\n`); // synchronously, so that the parent knows which mutant a crash or hang belongs to
  writeSync(1, `D ${JSON.stringify(judge(number, runSeed!, () => performance.now()))}\n`);
}
writeSync(1, `M ${process.resourceUsage().maxRSS}\n`);
