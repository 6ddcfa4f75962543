import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "#analysis";
import { readDomainFolder } from "#language";
import type { Scenario } from "#model";
import { formatDiagnostic, run } from "#prelude";
import { closedFormConformance } from "./closed-forms.ts";
import { compare } from "./compare.ts";
import { gameConformance } from "./game-solutions.ts";
import { gmcrFileConformance } from "./gmcr-files.ts";
import { type Reference, readReference } from "./reference.ts";
import { passes, type Row, reportTable } from "./report-table.ts";
import { type PartOfRun, stabilityConformance } from "./stability.ts";

/**
 * npm run conformance -- DIR: compares with the expected answers of DIR every domain of negotiation-domains that has a
 * reference.json, imported and analysed, every conflict of games/gmcr that has a reference, every .gmcr file there,
 * the closed form and the tree of every game of games/deterrence, and every game there and in games/gambit, solved.
 * Exit 0: all equal, or no such folders; 1: a difference, or a folder in which nothing can be compared; 2: no DIR given.
 */
const directory = process.argv[2];
if (directory === undefined) {
  console.error("Usage: npm run conformance -- DIR, where DIR holds negotiation-domains/ and games/");
  process.exit(2);
}
const parts: readonly (readonly [string, (directory: string) => PartOfRun | undefined])[] = [
  ["negotiation-domains", domainConformance],
  ["games/gmcr", stabilityConformance],
  ["games/gmcr", gmcrFileConformance],
  ["games/deterrence", closedFormConformance],
  ["games/deterrence, games/gambit", gameConformance],
];
let failed = false;
for (const [folder, conformance] of parts) {
  const part = conformance(directory);
  if (!part) {
    console.log(`No folder ${join(directory, folder)}: nothing to compare.`);
    continue;
  }
  console.log(part.shown);
  console.log(`${folder}: ${part.passed} of ${part.of} comparisons pass.`);
  // an empty collection shows nothing
  failed ||= part.passed < part.of || part.of === 0;
}
process.exit(failed ? 1 : 0);

function domainConformance(directory: string): PartOfRun | undefined {
  const collection = join(directory, "negotiation-domains");
  if (!existsSync(collection)) return undefined;
  const rows = readdirSync(collection, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(collection, entry.name, "reference.json")))
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => compareDomain(collection, name));
  return { shown: reportTable(rows), passed: rows.filter(passes).length, of: rows.length };
}

function compareDomain(collection: string, name: string): readonly Row[] {
  const folder = join(collection, name);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(names.map((entry) => [entry.name, new Uint8Array(readFileSync(join(folder, entry.name)))]));
  const reference = readReference(JSON.parse(readFileSync(join(folder, "reference.json"), "utf8")));
  const { scenario, diagnostics } = readDomainFolder(files, { domain: reference.domain, profiles: reference.profiles });
  if (!scenario) {
    const difference = diagnostics.map(formatDiagnostic).join("\n");
    return [{ domain: name, reservations: "-", checks: [{ what: "outcomes", shown: "none", difference }], seconds: 0 }];
  }
  return reference.expected.map((expected) => compareOne(name, scenario, reference, expected));
}

function compareOne(
  domain: string,
  imported: Scenario,
  reference: Reference,
  { reservations, answers }: Reference["expected"][number],
): Row {
  const scenario = reservations === "0" ? withoutReservations(imported) : imported;
  const start = performance.now();
  const analysis = run(analyze(scenario, {}));
  const seconds = (performance.now() - start) / 1000;
  const parties = scenario.sheets.map(({ party }) => party);
  return { domain, reservations, checks: compare(analysis, parties, reference.outcomes, answers), seconds };
}

function withoutReservations(scenario: Scenario): Scenario {
  const sheets = scenario.sheets.map((sheet) => ({
    ...sheet,
    reservation: { ...sheet.reservation, low: 0, mid: 0, high: 0 },
  }));
  return { ...scenario, sheets };
}
