import { appraiseDraw, findSettlement, perturb, problemOf, rulesInForce, run, settlementSpace } from "#analysis";
import type { Choices, Scenario } from "#model";
import { seededRandom } from "#prelude";
import { shippedScenario } from "../test/properties/shipped-scenario.ts";
import { type Measurement, measure } from "./measurement.ts";

const draws = 10_000;
const settlements = 1000;
/** Draws of each of the runs; the promise's number is reached by multiplication, and the detail says so. */
const sampled = { zone: 200, acceptability: 10 };

export function robustness(): readonly Measurement[] {
  const flagship = shippedScenario("ukraine-2025");
  const named = someSettlements(flagship);
  return [
    scaled(`${draws} draws of "is the agreement zone empty" on ukraine-2025`, 15, sampled.zone, (seed) => {
      const random = seededRandom(seed);
      let open = 0;
      for (let draw = 0; draw < sampled.zone; draw++) {
        const scenario = perturb(flagship, random);
        const found = run(findSettlement(settlementSpace(problemOf(scenario, rulesInForce(scenario, {})))));
        if (found.exists === true) open++;
      }
      return { seed, shareOpen: open / sampled.zone };
    }),
    scaled(`acceptability of ${settlements} settlements x ${draws} draws`, 2, sampled.acceptability, (seed) => {
      const random = seededRandom(seed);
      let accepted = 0;
      for (let draw = 0; draw < sampled.acceptability; draw++) {
        const { sheets, agenda } = perturb(flagship, random);
        for (const settlement of named) {
          if (sheets.every((sheet) => appraiseDraw(sheet, settlement, agenda.asOf).surplus >= 0)) accepted++;
        }
      }
      return { seed, shareAccepted: accepted / sampled.acceptability / named.length };
    }),
  ];
}

/** Processor time of five runs of fewer draws, times what is missing to the promised number. */
function scaled(
  promise: string,
  promised: number,
  drawn: number,
  job: (seed: number) => Readonly<Record<string, unknown>>,
): Measurement {
  const seconds = { promise, unit: "s", of: "cpu", promised: (promised * drawn) / draws } as const;
  const few = measure(
    seconds,
    [1, 2, 3, 4, 5].map((seed) => () => job(seed)),
  );
  const up = (value: number): number => Number(((value * draws) / drawn).toPrecision(4));
  return {
    ...few,
    promised,
    measured: up(few.measured),
    runs: few.runs.map(up),
    cpuSeconds: up(few.cpuSeconds!), // `measure` always gives it
    detail: { ...few.detail, drawsMeasured: drawn, extrapolatedTo: draws },
  };
}

/** Any thousand settlements, the same each time; rules aside, which acceptance does not ask about. */
function someSettlements({ agenda }: Scenario): readonly Choices[] {
  const random = seededRandom(7);
  return Array.from({ length: settlements }, () =>
    Object.fromEntries(agenda.issues.map(({ id, options }) => [id, options[random.below(options.length)]!.id])),
  );
}
