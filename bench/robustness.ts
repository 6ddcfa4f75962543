import { acceptability, robustness as drawAgain } from "#analysis";
import { run } from "#prelude";
import { shippedScenario } from "../test/properties/shipped-scenario.ts";
import { acceptedSettlements } from "./accepted-settlements.ts";
import { type Measurement, measure } from "./measurement.ts";

const draws = 10_000;
const settlements = 1000;
const seeds = [1, 2, 3, 4, 5];

/** Processor time, since the promise is about one core. The first also judges the named packages on every draw. */
export function robustness(): readonly Measurement[] {
  const flagship = shippedScenario("ukraine-2025");
  const serious = acceptedSettlements(flagship, settlements);
  return [
    measure(
      {
        promise: `${draws} draws of "is the agreement zone empty" on ukraine-2025`,
        unit: "s",
        of: "cpu",
        promised: 15,
      },
      seeds.map((seed) => () => ({ seed, zone: run(drawAgain(flagship, { draws, seed })).zone })),
      1,
      0,
    ),
    measure(
      { promise: `acceptability of ${settlements} settlements x ${draws} draws`, unit: "s", of: "cpu", promised: 2 },
      seeds.map((seed) => () => {
        const { accepted } = run(acceptability(flagship, serious, { draws, seed }));
        return { seed, meanShare: accepted.reduce((a, b) => a + b, 0) / accepted.length / draws };
      }),
      1,
      1,
    ),
  ];
}
