import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatScenario } from "#language";
import type { Scenario } from "#model";

/** Writes a scenario as the folder a person would have, so that reading it is part of what is timed. */
export function writeScenarioFolder(scenario: Scenario, folder: string): void {
  for (const [path, text] of formatScenario(scenario)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
