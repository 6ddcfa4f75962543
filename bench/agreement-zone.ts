import { findSettlement, problemOf, rulesInForce, settlementSpace } from "#analysis";
import { run } from "#prelude";
import { domain, sizeOf } from "./domains.ts";
import { type Measurement, measure, median, rounded } from "./measurement.ts";

const options: readonly number[] = Array(20).fill(4);
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
/** As shares of each party's best, from some room to hopeless: witnesses, proofs, and what lies between. */
const reservations = [0.76, 0.8, 0.82, 0.84, 0.86, 0.9];
const rounds = 3;

/** From the compiled space to the witness or the proof. */
export function agreementZone(): readonly Measurement[] {
  const compile: number[] = [];
  const instances = reservations.flatMap((reservation) =>
    seeds.map((seed) => {
      const scenario = domain({
        ...{ seed, options, parties: 4, values: "random", points: 1000, reservation },
        ...{ linkages: 10, rules: 5, reach: 6 },
      });
      const begun = performance.now();
      const space = settlementSpace(problemOf(scenario, rulesInForce(scenario, {})));
      compile.push(performance.now() - begun);
      return { reservation, space, found: run(findSettlement(space)).exists };
    }),
  );
  const { detail: _, ...search } = measure(
    {
      promise: "witness or proof of none, 20 issues x 4 parties with linkages",
      unit: "ms",
      of: "elapsed",
      promised: 5,
    },
    instances.map(({ space }) => () => ({ exists: run(findSettlement(space)).exists })),
    rounds,
  );
  const byReservation = reservations.map((reservation) => {
    const runs = search.runs.filter((_, place) => instances[place % instances.length]!.reservation === reservation);
    const deals = instances.filter((one) => one.reservation === reservation && one.found === true).length;
    return {
      reservation,
      deals,
      of: seeds.length,
      medianMilliseconds: rounded(median(runs)),
      worstMilliseconds: Math.max(...runs),
    };
  });
  const compiled = { medianMilliseconds: rounded(median(compile)), worstMilliseconds: rounded(Math.max(...compile)) };
  return [{ ...search, detail: { settlements: sizeOf(options), byReservation, compiled } }];
}
