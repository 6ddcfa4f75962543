import { expect, test } from "vitest";
import { run } from "#prelude";
import { enumeratingClaimEngine } from "../../test/enumerating-claim-engine.ts";
import { shippedScenario } from "../../test/scenarios/shipped-scenario.ts";
import { decideClaims } from "./decide-claims.ts";

const flagship = shippedScenario("ukraine-2025");
const decided = (row: string) => {
  // none of these rows asks about all settlements, which the enumerating engine could not
  return run(decideClaims(flagship, { row, draws: 0, engine: enumeratingClaimEngine }))[0]!;
};

test.each([
  ["A3b", "holds", "assumed"], // the far west is the article's own inference
  ["A4", "holds", "assumed"], // the sides are drawn by its words
  ["A5b", "holds", "derived"], // the line as drawn, against lengths that others published
  ["A7b", "holds", "assumed"],
  ["A9b", "holds", "assumed"],
  ["A17b", "holds", "assumed"], // by statements that follow the positions it reports
  ["A19", "holds", "assumed"], // the order is that of the judged chances
  ["A19b", "holds", "derived"], // nobody judged the prize
  ["A20", "holds", "assumed"],
  ["A31b", "holds", "derived"], // nobody judged the limits
  ["A39b", "holds", "assumed"],
])("%s of the flagship %s, %s", (row, verdict, basis) => {
  expect(decided(row)).toMatchObject({ verdict, basis });
});

test("the flagship's threshold rises with the US role from 66 to 210, by nothing but the judged chances of help", () => {
  const { why, judgements } = decided("A20");
  expect(why).toContain("66 points, then 84, then 100, then 130, then 210.");
  const chances = judgements.filter(({ id }) => id === "threshold.intervention");
  expect(chances.map(({ says }) => says.split(": ").at(-1))).toEqual(["0.03", "0.12", "0.2", "0.35", "0.75"]);
});

test("the flagship as presented is left by a Russian attack that only an act against its doer's order would hold", () => {
  expect(decided("A17b").why).toContain(
    'First: "Russia renews the attack". It would be held if "European forces join the fight" were done against its doer\'s own order: a hollow sanction.',
  );
});
