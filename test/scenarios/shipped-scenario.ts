import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ParsedScenario, parseScenario } from "#language";
import { type Choices, type Evaluation, evaluate, type PartyId, type Scenario } from "#model";
import { formatDiagnostic } from "#prelude";

const root = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** Every scenario folder that is shipped, by the name a user types. */
export const shippedNames: readonly string[] = [
  ...folders(root).filter((name) => name !== "textbook" && name !== "conflicts"),
  ...folders(`${root}textbook`).map((name) => `textbook/${name}`),
];

export function shippedFile(name: string, path: string): string {
  return readFileSync(`${root}${name}/${path}`, "utf8");
}

/** The files of its folder that the language reads, by path inside it. */
export function shippedPaths(name: string): readonly string[] {
  const paths = readdirSync(`${root}${name}`, { recursive: true, encoding: "utf8" });
  return paths.map((path) => path.replaceAll("\\", "/")).filter((path) => /\.(yaml|geojson)$/.test(path));
}

export function parseShipped(name: string): ParsedScenario {
  return parseScenario(new Map(shippedPaths(name).map((path) => [path, shippedFile(name, path)])));
}

export function shippedScenario(name: string): Scenario {
  const { scenario, diagnostics } = parseShipped(name);
  if (!scenario) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return scenario;
}

/** Every combination of options, rules aside. Only for small scenarios. */
export function everySettlement(scenario: Scenario): readonly Choices[] {
  return scenario.agenda.issues.reduce<readonly Choices[]>(
    (partial, issue) => partial.flatMap((choices) => issue.options.map(({ id }) => ({ ...choices, [issue.id]: id }))),
    [{}],
  );
}

export function evaluationsOf(scenario: Scenario, settlement: Choices): ReadonlyMap<PartyId, Evaluation> {
  return new Map(scenario.sheets.map((sheet) => [sheet.party, evaluate(sheet, settlement, scenario.agenda.asOf)]));
}

/** At or above reservation, no own hard line broken, own floors met. */
export function accepts({ surplus, linesBroken, floorsBroken }: Evaluation): boolean {
  return surplus.num >= 0n && !linesBroken.some(({ kind }) => kind === "hard") && floorsBroken.length === 0;
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
