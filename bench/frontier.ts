import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { paretoFrontier, problemOf, rulesInForce, settlementSpace } from "#analysis";
import { run } from "#prelude";
import { type Domain, domain, sizeOf } from "./domains.ts";
import { judge, type Measurement, measure } from "./measurement.ts";

const seeds = [1, 2, 3, 4, 5];

/** Issues x options. Ten to the tenth and twentieth come in two shapes: few issues with many options, and the reverse. */
const promises: readonly { readonly options: readonly number[]; readonly parties: number; readonly cpu: number }[] = [
  { options: Array(10).fill(4), parties: 3, cpu: 0.03 },
  { options: Array(10).fill(5), parties: 3, cpu: 0.2 },
  { options: Array(17).fill(4), parties: 3, cpu: 0.5 },
  { options: Array(10).fill(10), parties: 3, cpu: 0.5 },
  { options: Array(33).fill(4), parties: 3, cpu: 15 },
  { options: Array(20).fill(10), parties: 3, cpu: 15 },
  { options: Array(10).fill(4), parties: 4, cpu: 0.1 },
];

export function frontier(): readonly Measurement[] {
  return [
    ...promises.map(({ options, parties, cpu }) => {
      const shape = `${options.length} issues of ${options[0]} options`;
      const promise = `exact frontier, additive, ${sizeOf(options)} settlements (${shape}) x ${parties} parties`;
      const jobs = seeds.map((seed) => () => ({ seed, size: exactFrontier(additive(seed, options, parties)) }));
      return measure({ promise, unit: "s", of: "cpu", promised: cpu }, jobs);
    }),
    memory(),
  ];
}

/** Independent values, 1,000 points a party, and no reservation: nothing is pruned. */
export function additive(seed: number, options: readonly number[], parties: number): Domain {
  return { seed, options, parties, values: "random", points: 1000, reservation: 0 };
}

/** From the scenario to every efficient vector; how many. */
export function exactFrontier(spec: Domain): number {
  const scenario = domain(spec);
  const space = settlementSpace(problemOf(scenario, rulesInForce(scenario, {})));
  const result = run(paretoFrontier(space));
  if (!result || result.epsilon.some((loss) => loss > 0)) throw new Error("The frontier is not exact.");
  return result.vectors.length;
}

/** Each run is a process of its own, because memory once used is not given back. */
function memory(): Measurement {
  const program = fileURLToPath(new URL("./frontier-memory.ts", import.meta.url));
  const over = seeds.map((seed) =>
    Number(execFileSync(process.execPath, [program, String(seed)], { encoding: "utf8" })),
  );
  return judge(
    {
      promise: "memory over idle of the frontier of 1e6 settlements x 3 parties",
      unit: "MB",
      of: "memory",
      promised: 100,
    },
    over,
  );
}
