import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Processor seconds of the PostgreSQL in a data folder, all its processes together; on Linux, else not a number. */
export function databaseCpuSeconds(dataFolder: string): number {
  try {
    const [first = ""] = readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n");
    const postmaster = Number(first);
    let ticks = 0;
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const stat = statOf(name);
      if (Number(name) !== postmaster && stat.parent !== postmaster) continue;
      ticks += stat.ticks;
    }
    return ticks / 100; // Linux counts hundredths wherever it runs Node
  } catch {
    return Number.NaN;
  }
}

function statOf(pid: string): { readonly parent: number; readonly ticks: number } {
  try {
    // what stands before the last parenthesis is the program's name, which may hold anything
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return { parent: 0, ticks: 0 }; // gone meanwhile
  }
}
