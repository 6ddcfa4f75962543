import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "#analysis";
import { readDomainFolder } from "#language";
import type { Scenario } from "#model";
import { formatDiagnostic, run } from "#prelude";
import { compare } from "./compare.ts";
import { type Reference, readReference } from "./reference.ts";
import { passes, type Row, reportTable } from "./report-table.ts";

/**
 * npm run conformance -- DIR: imports every domain of DIR/negotiation-domains that has a reference.json, analyses it and
 * compares the answers with the expected ones. Exit 0: all equal, or no such folder; 1: a difference; 2: no DIR given.
 */
const directory = process.argv[2];
if (directory === undefined) {
  console.error("Usage: npm run conformance -- DIR, where DIR holds negotiation-domains/");
  process.exit(2);
}
const collection = join(directory, "negotiation-domains");
if (!existsSync(collection)) {
  console.log(`No folder ${collection}: nothing to compare.`);
  process.exit(0);
}
const rows = readdirSync(collection, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(collection, entry.name, "reference.json")))
  .map((entry) => entry.name)
  .sort()
  .flatMap(compareDomain);
console.log(reportTable(rows));
const failed = rows.filter((row) => !passes(row)).length;
console.log(`${rows.length - failed} of ${rows.length} comparisons pass.`);
// an empty collection shows nothing
process.exit(failed > 0 || rows.length === 0 ? 1 : 0);

function compareDomain(name: string): readonly Row[] {
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
