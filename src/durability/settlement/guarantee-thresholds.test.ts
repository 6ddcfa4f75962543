import { expect, test } from "vitest";
import type { Choices, Guarantee } from "#model";
import { run } from "#prelude";
import { shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { durabilityOf } from "./durability-of.ts";
import { guaranteeThresholds } from "./guarantee-thresholds.ts";

const flagship = shippedScenario("ukraine-2025");
const { guarantees } = flagship.durability!; // the flagship has the file
const always = (mid: number, placeholder = false) => ({
  cases: [{ when: [], value: { low: mid, mid, high: mid }, placeholder, evidence: { sources: [] } }],
});

test("every package of the flagship gets the chance of intervention and the prize that its whole report has", () => {
  for (const { id, choices } of flagship.packages) {
    const report = run(durabilityOf(flagship, choices, { draws: 0 }));
    if (report.status === "unknown") throw new Error(report.reason);
    for (const [at, guarantee] of guarantees.entries()) {
      const { intervention, prizeThreshold } = guaranteeThresholds(guarantee, choices);
      expect(intervention, id).toEqual(report.guarantees[at]?.intervention);
      expect(prizeThreshold, id).toEqual(report.guarantees[at]?.prizeThreshold);
    }
  }
});

test("an attack pays above its cost over its chance of success, whatever the prize is judged to be", () => {
  const given: Guarantee = {
    id: "g",
    name: "g",
    challenger: "A",
    protege: "B",
    guarantors: ["C"],
    parameters: {
      prize: always(7, true),
      successAlone: always(0.8),
      successOpposed: always(0.2),
      warCost: always(30),
      widerWarCost: always(100),
      penalty: always(5),
      peace: always(-1),
      intervention: always(0.25),
      stake: always(1),
    },
    postures: [],
  };
  const { prizeThreshold, prizeParameters, interventionParameters } = guaranteeThresholds(given, {});
  // (30 + 5 - 1 + 0.25 x 100) / (0.75 x 0.8 + 0.25 x 0.2)
  expect(prizeThreshold.stated).toEqual({ kind: "prize", value: expect.closeTo(59 / 0.65, 9) });
  expect(prizeParameters.map(({ id }) => id)).toEqual([
    ...["successAlone", "successOpposed", "warCost", "widerWarCost", "penalty", "peace", "intervention"],
  ]);
  expect(interventionParameters.map(({ id }) => id)).toEqual(["intervention"]);
});

test("an open issue leaves both unknown, and says which it is", () => {
  const [{ S1_eu_presence: _, ...open }] = [
    flagship.packages[0]!.choices as Choices & Record<"S1_eu_presence", string>,
  ];
  const { intervention, prizeThreshold } = guaranteeThresholds(guarantees[0]!, open);
  expect(intervention.answer).toMatchObject({ status: "unknown", reason: expect.stringContaining("S1_eu_presence") });
  expect(prizeThreshold.answer).toMatchObject({ status: "unknown", reason: expect.stringContaining("S1_eu_presence") });
});
