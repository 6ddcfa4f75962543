import { durabilityOf } from "#durability";
import { run } from "#prelude";
import { shippedScenario } from "../test/properties/shipped-scenario.ts";
import { type Measurement, measure } from "./measurement.ts";

const draws = 10_000;
const packages = ["as_presented", "plus_sweeteners_limits", "reactive_same_rest", "us_28_point", "twenty_point"];

/** Processor time, since the promise is about one core. */
export function durability(): readonly Measurement[] {
  const flagship = shippedScenario("ukraine-2025");
  const jobs = packages.map((id) => {
    const { choices } = flagship.packages.find((one) => one.id === id)!; // packages of the shipped scenario
    return { id, choices };
  });
  return [
    measure(
      { promise: `durability of ukraine-2025 with ${draws} draws`, unit: "s", of: "cpu", promised: 1 },
      jobs.map(({ id, choices }) => () => {
        const report = run(durabilityOf(flagship, choices, { draws }));
        return { package: id, draws: report.status === "judged" ? report.draws.n : 0 };
      }),
    ),
    measure(
      {
        promise: "durability of ukraine-2025 without draws, as the composer asks",
        unit: "ms",
        of: "elapsed",
        promised: 100,
      },
      jobs.map(({ id, choices }) => () => {
        const report = run(durabilityOf(flagship, choices, { draws: 0 }));
        return { package: id, status: report.status };
      }),
    ),
  ];
}
