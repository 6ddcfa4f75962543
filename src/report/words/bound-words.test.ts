import { expect, test } from "vitest";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { boundWords } from "./bound-words.ts";
import { namesOf } from "./names.ts";

test("a bound names each party after its points, and none that it leaves exact", () => {
  const names = namesOf(ceasefireScenario());
  const said = (epsilon: Record<string, number>) => plainText(boundWords(epsilon, names));
  expect(said({ UA: 0, RU: 12.5 })).toBe(`12.5 points for ${plainText(names.party("RU"))}`);
  expect(said({ UA: 27.7, RU: 12.5 })).toBe(
    `27.7 points for ${plainText(names.party("UA"))} and 12.5 for ${plainText(names.party("RU"))}`,
  );
  expect(said({ UA: 0, RU: 0 })).toBe("0 points for every party");
});
