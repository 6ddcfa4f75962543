import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { graphOfConflict, stabilityConcepts, stableStates } from "#durability";
import type { Conflict } from "#model";
import { seededRandom } from "#prelude";
import { judge, type Measurement, measure, rounded } from "./measurement.ts";

const seeds: readonly number[] = [1, 2, 3, 4, 5];

/**
 * From a conflict in option form to every stable state of every party and the equilibria, by five concepts: the graph
 * is built within the time. Every fourth lever cannot be taken back; each party ranks the states by random statements.
 */
export function stability(): readonly Measurement[] {
  const memory = seeds.map(peakMegabytes);
  return [
    measure(
      { promise: "five stability concepts, 4,096 states x 4 parties", unit: "s", of: "cpu", promised: 0.5 },
      seeds.map((seed) => () => solved(12, seed)),
    ),
    measure(
      { promise: "five stability concepts, 65,536 states x 4 parties", unit: "s", of: "cpu", promised: 5 },
      seeds.map((seed) => () => solved(16, seed)),
    ),
    measure(
      {
        promise: "the same where one party holds 13 of the 16 levers: no move is listed",
        unit: "s",
        of: "cpu",
        promised: 5,
      },
      seeds.map((seed) => () => solved(16, seed, 13)),
    ),
    judge(
      { promise: "memory of a process that does this, 65,536 states x 4", unit: "MB", of: "memory", promised: 512 },
      memory,
    ),
  ];
}

function solved(levers: number, seed: number, first = levers / 4): Readonly<Record<string, unknown>> {
  const graph = graphOfConflict(randomConflict(levers, seed, first));
  const { equilibria } = stableStates(graph);
  return {
    seed,
    equilibria: stabilityConcepts.map((concept) => equilibria[concept]?.states.length),
  };
}

/** The first party holds `first` levers, three others the rest in equal blocks; twelve statements of each party over two levers. */
function randomConflict(levers: number, seed: number, first: number): Conflict {
  const random = seededRandom(seed);
  const parties = ["a", "b", "c", "d"];
  const clause = () => [0, 1].map(() => ({ lever: random.below(levers), taken: random.below(2) === 1 }));
  return {
    title: `${levers} levers`,
    parties: parties.map((id) => ({ id, name: id })),
    levers: Array.from({ length: levers }, (_, index) => ({
      id: `lever-${index}`,
      name: `lever ${index}`,
      party: index < first ? 0 : 1 + Math.floor(((index - first) * 3) / (levers - first)),
      direction: index % 4 === 3 ? "forward" : "both",
    })),
    impossible: [],
    preferences: parties.map(() => ({
      kind: "statements",
      statements: Array.from({ length: 12 }, () => [clause(), clause()]),
    })),
    coalitions: [],
  };
}

/** Peak resident memory of a process of its own. */
function peakMegabytes(seed: number): number {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(seed)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The measured process ended with ${status}.`);
  return Number(stdout);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  solved(16, Number(process.argv[2]));
  console.log(rounded(peakKilobytes() / 1024));
}

/** Linux first: there the peak that `resourceUsage` gives a child process begins with its parent's. */
function peakKilobytes(): number {
  const status = "/proc/self/status";
  const peak = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}
