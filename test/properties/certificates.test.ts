import { expect, test } from "vitest";
import { type AnalysisOptions, type Certificate, checkCertificate } from "#analysis";
import type { Scenario } from "#model";
import { seededRandom } from "#prelude";
import { oracle } from "../oracle/oracle.ts";
import { judged } from "../oracle/plain-scenario.ts";
import { randomOptions } from "../oracle/random-scenario.ts";
import { corruptions, randomProof } from "./corrupted-certificates.ts";
import { analysisOf } from "./engine.ts";
import { anyPlace, anyScenario, law } from "./law.ts";

test("every verdict on the agreement zone has a certificate, and the checker passes it", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    for (const options of [{}, randomOptions(seed, scenario)]) {
      const { agreementZone } = analysisOf(scenario, options);
      const exists = agreementZone.exists.status === "exact" && agreementZone.exists.value;
      expect(agreementZone.certificate?.kind).toBe(exists ? "witness" : "no-deal");
      expect(passes(scenario, options, agreementZone.certificate!)).toBe(true);
    }
  });
});

test("every corrupted certificate fails", () => {
  const tried = new Map<string, number>();
  law([anyScenario, anyPlace], (scenario, seed) => {
    const { certificate } = analysisOf(scenario).agreementZone;
    for (const { what, certificate: corrupted } of corruptions(oracle(scenario), certificate!, seed)) {
      expect(passes(scenario, {}, corrupted), what).toBe(false);
      tried.set(what, (tried.get(what) ?? 0) + 1);
    }
  });
  expect(tried.get("a settlement that somebody refuses") ?? 0).toBeGreaterThan(20);
  expect(tried.get("multipliers of nought") ?? 0).toBeGreaterThan(5);
  expect(tried.get("negative multipliers") ?? 0).toBeGreaterThan(5);
});

test("a proof of no deal does not pass where there is one: nobody's made-up proof, nor a harder scenario's true one", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    const answer = oracle(scenario);
    if (answer.zoneCount === 0) return;
    const random = seededRandom(seed);
    for (let i = 0; i < 20; i++) {
      const proof = randomProof(answer, random, 3);
      expect(passes(scenario, {}, { kind: "no-deal", proof })).toBe(false);
    }
    const harder = everybodyAsking(scenario, 500);
    const { certificate } = analysisOf(harder).agreementZone;
    expect(certificate?.kind).toBe("no-deal");
    expect(passes(harder, {}, certificate!)).toBe(true);
    expect(passes(scenario, {}, certificate!)).toBe(false);
  });
});

test("a witness does not pass where its settlement is refused", () => {
  law([anyScenario], (scenario) => {
    const { certificate } = analysisOf(scenario).agreementZone;
    if (certificate?.kind !== "witness") return;
    expect(passes(everybodyAsking(scenario, 500), {}, certificate)).toBe(false);
  });
});

function passes(scenario: Scenario, options: AnalysisOptions, certificate: Certificate): boolean {
  return checkCertificate(scenario, options, certificate).ok;
}

function everybodyAsking(scenario: Scenario, points: number): Scenario {
  const sheets = scenario.sheets.map((sheet) => ({
    ...sheet,
    reservation: { ...sheet.reservation, ...judged(points) },
  }));
  return { ...scenario, sheets };
}
