import { existsSync, readFileSync } from "node:fs";
import { additive, exactFrontier } from "./frontier.ts";

/** Prints by how many megabytes the largest resident size grows over that of the idle program. */
const idle = peakKilobytes();
exactFrontier(additive(Number(process.argv[2] ?? 1), Array(10).fill(4), 3));
console.log((peakKilobytes() - idle) / 1024);

/** Linux first: there the peak that `resourceUsage` gives a child process begins with its parent's. */
function peakKilobytes(): number {
  const status = "/proc/self/status";
  const peak = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}
