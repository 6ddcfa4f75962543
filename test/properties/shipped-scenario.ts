import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseScenario } from "#language";
import type { Scenario } from "#model";
import { formatDiagnostic } from "#prelude";

const folder = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** A scenario of this repository, by its name or path under scenarios/. */
export function shippedScenario(name: string): Scenario {
  const root = join(folder, name);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(yaml|geojson)$/.test(path),
  );
  const files = new Map(
    paths.map((path) => [relative(root, join(root, path)), readFileSync(join(root, path), "utf8")]),
  );
  const { scenario, diagnostics } = parseScenario(files);
  if (!scenario) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return scenario;
}

export function textbookNames(): readonly string[] {
  return readdirSync(join(folder, "textbook"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `textbook/${name}`)
    .sort();
}
