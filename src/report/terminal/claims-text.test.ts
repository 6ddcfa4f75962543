import { expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { decidedClaims } from "../fixture/decided-claims.ts";
import { claimsText } from "./claims-text.ts";

const scenario = ceasefireScenario();
const text = claimsText(scenario, decidedClaims, { colour: false, width: 100 });

test("the claims are counted by verdict, and the assumed ones named as such", () => {
  const lead = text.slice(0, text.indexOf("\n\n")).replace(/\s+/g, " ");
  expect(lead).toBe(
    "Of 4 claims, 2 hold, 0 do not, 1 is undecided and 1 waits for a capability to come. 1 verdict is assumed: a judgement that decides it was taken from the claim’s own source, or says the same as the claim.",
  );
});

test("each claim stands with its row, verdict, basis and share of draws with interval and seed", () => {
  expect(text).toMatch(/^A28 +None of the sweeteners/m);
  expect(text).toContain("✓ holds (derived); in 97.3 % of 1,000 draws (96.1 % to 98.1 %, seed 7)");
  expect(text).toMatch(/^open-question +Europe would follow\./m);
  expect(text).toContain("? later (rooms)");
});

test("a claim that hangs on a red line shows its verdict with the line read as a weight", () => {
  expect(text).toContain("✓ holds (assumed); with red lines read as weights: ✗ does not hold");
  expect(text).toContain("As weights: Two settlements would do.");
});

test("a single claim also shows what decides it", () => {
  const one = claimsText(scenario, decidedClaims.slice(1, 2), { colour: false, width: 100 });
  expect(one).toContain("- Russia, line no-european-brigades: refuses western brigades (high confidence)");
  expect(one.replace(/\s+/g, " ")).toContain("[the claim’s own source]");
  expect(text).not.toContain("refuses western brigades");
});

test("without claims it says so", () => {
  expect(claimsText(scenario, [], { colour: false, width: 100 })).toBe("No claim to decide.\n");
});
