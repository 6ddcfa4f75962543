import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entente } from "./entente.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-report-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const agendaAlone = `
schema: entente.scenario/1
id: river
title: A ceasefire along a river
as_of: 2025-06-01
parties: { A: Northern side, B: Southern side }
issues:
  line: { name: Line, options: { here: Here, there: There } }
`;

const pageOf = (...words: readonly string[]): string => {
  const file = join(folder, "page.html");
  expect(entente(["analyze", ...words, "--report", file])).toMatchObject({ exit: 0 });
  return readFileSync(file, "utf8");
};

test("the page shows the claims, and how often each package and each bargaining solution would be accepted", () => {
  const page = pageOf("essequibo-2025");
  expect(page).toContain('<section id="claims"');
  const robustness = page.slice(page.indexOf('<section id="robustness"'), page.indexOf('<section id="claims"'));
  expect(robustness).toContain("1,000 draws");
  for (const solution of ["Nash bargaining", "Kalai-Smorodinsky", "Egalitarian", "Utilitarian"])
    expect(robustness).toContain(solution);
});

test("the page says what becomes of the presented package once it is signed, with the map drawn, where that is judged", () => {
  const page = pageOf("ukraine-2025");
  const part = page.slice(page.indexOf('<section id="durability"'), page.indexOf('<section id="judgements"'));
  expect(part).toContain('<section id="tiers"');
  expect(part.match(/class="map-area map-zone"/g)).toHaveLength(2); // a wide and a narrow drawing
  expect(part).toContain("Line of contact, approximate, 2025-08-26");
  expect(part).toMatch(/deterred up to 100, hollow guarantee above/);
  expect(page.indexOf('<section id="claims"')).toBeLessThan(page.indexOf('<section id="durability"'));
  expect(pageOf("harbour-town")).not.toMatch(/<section id="(durability|tiers|aftermath)"/);
});

test("a scenario of an agenda alone has a page without claims, packages or draws, and without a verdict", () => {
  const bare = join(folder, "bare");
  mkdirSync(bare);
  writeFileSync(join(bare, "scenario.yaml"), agendaAlone);
  const page = pageOf(bare);
  expect(page).not.toMatch(/<section id="(claims|packages|robustness|solutions)"/);
  expect(page).toContain("no party that must consent has a preference sheet");
});

test("each font file says which characters it draws, so that one for other letters does not stand in for it", () => {
  const faces = pageOf("nash-1950-barter").match(/@font-face\{[^}]*\}/g) ?? [];
  expect(faces.length).toBeGreaterThanOrEqual(2);
  for (const face of faces) expect(face).toMatch(/;unicode-range:U\+/);
});

test("a run within locks opens the page with them", () => {
  const page = pageOf("harbour-town", "--lock", "quay=mornings");
  expect(/<h1>(.*?)<\/h1>/.exec(page)?.[1]?.replace(/<[^>]*>/g, "")).toMatch(/^With The long quay locked to Boats in/);
});
