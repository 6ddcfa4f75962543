import { zoneTable } from "#monitor";
import { shippedScenario } from "../test/properties/shipped-scenario.ts";
import { type Measurement, measure } from "./measurement.ts";

/** The flagship's zone at every depth and patrol, each time on a map read anew, so that nothing is remembered. */
export function zones(): readonly Measurement[] {
  const maps = [1, 2, 3, 4, 5].map(() => shippedScenario("ukraine-2025"));
  return [
    measure(
      { promise: "every depth of the demilitarised zone on ukraine-2025", unit: "s", of: "elapsed", promised: 0.5 },
      maps.map(({ map, agenda }) => () => {
        if (!map) throw new Error("The flagship has a map.");
        const areas = zoneTable(map, agenda).flatMap(({ depths }) => depths);
        return Object.fromEntries(areas.map(({ option, areaKm2 }) => [option, areaKm2.answer]));
      }),
      1,
      0,
    ),
  ];
}
