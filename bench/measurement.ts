/** One promise and what was measured. `ratio` above 1 says by how much it is missed. */
export type Measurement = {
  readonly promise: string;
  readonly unit: "s" | "ms" | "MB";
  /** Whether the promise is about processor time, elapsed time or memory. */
  readonly of: "cpu" | "elapsed" | "memory";
  readonly promised: number;
  /** Median of the runs. */
  readonly measured: number;
  readonly met: boolean;
  readonly ratio: number;
  readonly runs: readonly number[];
  /** Median processor seconds of a run, all threads, whatever the promise is about. */
  readonly cpuSeconds?: number;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type Promised = Pick<Measurement, "promise" | "unit" | "of" | "promised">;

/** Runs the first jobs once to warm up, then each of them `rounds` times; takes the median of all. */
export function measure(
  promised: Promised,
  jobs: readonly (() => Readonly<Record<string, unknown>> | undefined)[],
  rounds = 1,
  warmUps = 2,
): Measurement {
  const [elapsed, cpu, details]: [number[], number[], unknown[]] = [[], [], []];
  for (const job of jobs.slice(0, warmUps)) job();
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) {
      const [start, before] = [performance.now(), process.cpuUsage()];
      const detail = job();
      elapsed.push((performance.now() - start) / 1000);
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1e6);
      if (detail && round === 0) details.push(detail);
    }
  }
  const runs = (promised.of === "cpu" ? cpu : elapsed).map((seconds) => seconds * (promised.unit === "ms" ? 1000 : 1));
  return {
    ...judge(promised, runs),
    cpuSeconds: rounded(median(cpu)),
    ...(details.length > 0 ? { detail: { runs: details } } : {}),
  };
}

export function judge(promised: Promised, runs: readonly number[]): Measurement {
  if (runs.length < 5) throw new Error(`A promise is judged on at least 5 runs, not ${runs.length}.`);
  const measured = median(runs);
  return {
    ...promised,
    measured: rounded(measured),
    met: measured <= promised.promised,
    ratio: rounded(measured / promised.promised),
    runs: runs.map(rounded),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Four figures. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
