import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";

/** The YAML files of a shipped scenario, by their paths in its folder. */
export function scenarioFiles(name: string): Record<string, string> {
  const folder = fileURLToPath(new URL(`../../scenarios/${name}`, import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(yaml|geojson)$/.test(path),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Brings a scenario's folder into the library as a zip, through "Choose files or a zip". The library must be open. */
export async function importZip(page: Page, name: string, files: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(files).map(([path, text]) => [`${name}/${path}`, Buffer.from(text)] as const);
  const buffer = Buffer.from(zipSync(Object.fromEntries(entries)));
  await page
    .getByLabel("Choose files or a zip")
    .setInputFiles({ name: `${name}.zip`, mimeType: "application/zip", buffer });
  await page.locator(".library-outcome").waitFor();
}
