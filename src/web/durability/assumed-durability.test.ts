import { expect, test } from "vitest";
import { shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { assumedDurability, numberKey } from "./assumed-durability.ts";

const durability = shippedScenario("ukraine-2025").durability!; // it has one

test("without assumptions the judgements are the same object, so that nothing is computed anew", () => {
  expect(assumedDurability(durability, {})).toBe(durability);
});

test("an assumed number stands for one case of one parameter, and is no placeholder any more", () => {
  const assumed = assumedDurability(durability, { [numberKey("threshold", "prize", 0)]: 120 });
  const [threshold, resolve] = assumed.guarantees;
  expect(threshold?.parameters.prize?.cases[0]).toMatchObject({
    value: { low: 120, mid: 120, high: 120 },
    placeholder: false,
  });
  expect(resolve?.parameters.prize).toEqual(durability.guarantees[1]?.parameters.prize);
  expect(threshold?.parameters.intervention).toEqual(durability.guarantees[0]?.parameters.intervention);
});

test("a number that names nothing, or is none, changes nothing", () => {
  expect(
    assumedDurability(durability, { "nobody/prize/0": 1, [numberKey("threshold", "prize", 0)]: Number.NaN }),
  ).toEqual(durability);
});
