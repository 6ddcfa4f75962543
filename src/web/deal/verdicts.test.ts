import { expect, test } from "vitest";
import { evaluatePackage } from "#analysis";
import { shippedNames, shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { packageVerdicts } from "./verdicts.ts";

test.each(shippedNames)("the packages of %s have the verdicts that the whole answer gives them", (name) => {
  const scenario = shippedScenario(name);
  const line = scenario.sheets.flatMap(({ party, redLines }) => redLines.map(({ id }) => `${party}.${id}`))[0];
  for (const options of [{}, line ? { setAside: [line] } : {}]) {
    const verdicts = packageVerdicts(scenario, options);
    expect(Object.keys(verdicts)).toEqual(scenario.packages.map(({ id }) => id));
    for (const one of scenario.packages)
      expect(evaluatePackage(scenario, one, options), one.id).toMatchObject(verdicts[one.id]!);
  }
});
