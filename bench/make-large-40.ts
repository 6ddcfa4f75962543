import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Random, seededRandom } from "#prelude";

/** The seed of the scenario as shipped. */
export const shippedSeed = 40;

const parties = ["P1", "P2", "P3", "P4", "P5", "P6"];
const options = ["a", "b", "c", "d", "e"];
const issueCount = 40;
const perCluster = 5;
/** Linkages tie issues at most this far apart, as issues of one working group are. */
const reach = 4;
const linkageCounts = [4, 4, 3, 3, 3, 3];
const lineCounts = [2, 2, 1, 1, 1, 1];

/**
 * The files of textbook/large-40 by relative path: 40 issues, 5 options, 6 parties; weights are whole and sum to 100,
 * values are multiples of 5 from 0 to 100, linkages and red lines tie neighbouring issues. The same seed gives the same bytes.
 */
export function makeLarge40(seed = shippedSeed): ReadonlyMap<string, string> {
  const random = seededRandom(seed);
  const sheets = parties.map((party, at): [string, string] => [`sheets/${party}.yaml`, sheet(party, at, random)]);
  return new Map([["scenario.yaml", agenda()], ...sheets]);
}

function agenda(): string {
  const clusters = Array.from({ length: issueCount / perCluster }, (_, at) => `  C${at + 1}: Group ${at + 1}`);
  const issues = Array.from({ length: issueCount }, (_, at) => {
    const gap = at > 0 && at % perCluster === 0 ? "\n" : "";
    const list = options.map((option) => `${option}: Option ${option}`).join(", ");
    return `${gap}  ${issueId(at)}: { name: Issue ${at + 1}, cluster: C${Math.floor(at / perCluster) + 1}, options: { ${list} } }`;
  });
  return `# yaml-language-server: $schema=../../../schemas/scenario.schema.json
schema: entente.scenario/1
id: large-40
title: Forty issues, six parties
summary: >-
  A generated scenario without a story: 40 issues of 5 options and 6 parties, with linkages and red lines that tie
  neighbouring issues. It shows how large a settlement space can be and still be searched exactly.
as_of: 2025-01-01
status: generated; see README.md

parties:
${parties.map((party) => `  ${party}: Party ${party.slice(1)}`).join("\n")}

clusters:
${clusters.join("\n")}

issues:
${issues.join("\n")}

claims:
  - id: size
    statement: There are 5 to the 40th power settlements.
    source: GENERATED
    question: { size: { issues: ${issueCount}, settlements: "${5n ** 40n}" } }
  - id: some-deal
    statement: Settlements that all six accept exist.
    source: GENERATED
    question: { zone: { answer: not_empty } }

sources:
  GENERATED: { title: Numbers drawn at random, publisher: Entente, date: "2025", kind: judgement, funding: not stated }
`;
}

function sheet(party: string, at: number, random: Random): string {
  const weights = wholeWeights(random);
  const issues = weights.map((weight, issue) => {
    const values = roundValues(random).map((value, option) => `${options[option]}: ${value}`);
    return `  ${issueId(issue)}: { weight: ${weight}, values: { ${values.join(", ")} } }`;
  });
  const linkages = Array.from({ length: linkageCounts[at]! }, (_, n) => {
    const points = (1 + random.below(3)) * (random.below(3) === 0 ? -1 : 1);
    return `  - { id: ${party}-linkage-${n + 1}, when: ${combination(random, 2 + random.below(2))}, value: ${points} }`;
  });
  const lines = Array.from({ length: lineCounts[at]! }, (_, n) => {
    return `  - { id: ${party}-line-${n + 1}, kind: hard, refuse: ${combination(random, 1 + random.below(2))} }`;
  });
  return `# yaml-language-server: $schema=../../../../schemas/sheet.schema.json
schema: entente.sheet/1
party: ${party}
kind: own
author: Entente
evidence: { why: drawn at random, sources: GENERATED }

reservation: ${45 + random.below(6)}

issues:
${issues.join("\n")}

linkages:
${linkages.join("\n")}

red_lines:
${lines.join("\n")}
`;
}

/** At least 1 for each issue, 100 in all; the other points fall on issues at random. */
function wholeWeights(random: Random): number[] {
  const weights = Array.from({ length: issueCount }, () => 1);
  for (let left = 100 - issueCount; left > 0; left--) weights[random.below(issueCount)]! += 1;
  return weights;
}

/** Five multiples of 5, with one 0 and one 100 among them. */
function roundValues(random: Random): number[] {
  const values = options.map(() => 5 * random.below(21));
  const worst = random.below(options.length);
  const best = (worst + 1 + random.below(options.length - 1)) % options.length;
  values[worst] = 0;
  values[best] = 100;
  return values;
}

/** One option each of so many different issues, all within reach of the first. */
function combination(random: Random, size: number): string {
  const first = random.below(issueCount - reach);
  const others = Array.from({ length: reach }, (_, step) => first + 1 + step);
  while (others.length > size - 1) others.splice(random.below(others.length), 1);
  const chosen = [first, ...others].map((at) => `${issueId(at)}: ${options[random.below(options.length)]}`);
  return `{ ${chosen.join(", ")} }`;
}

function issueId(at: number): string {
  return `I${String(at + 1).padStart(2, "0")}`;
}

if (import.meta.main) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "../scenarios/textbook/large-40");
  mkdirSync(join(folder, "sheets"), { recursive: true });
  for (const [path, content] of makeLarge40()) writeFileSync(join(folder, path), content);
}
