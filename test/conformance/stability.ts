import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareStability } from "./compare-stability.ts";
import { readStabilityReference } from "./stability-reference.ts";

/** What a part of the conformance run prints, and how many of its comparisons pass. */
export type PartOfRun = { readonly shown: string; readonly passed: number; readonly of: number };

/**
 * Every conflict of DIR/games/gmcr and of its folder random that has a reference: states, moves, every cell of every
 * concept, equilibria, coalitional equilibria and what breaks them. undefined: there is no such folder.
 */
export function stabilityConformance(directory: string): PartOfRun | undefined {
  const collection = join(directory, "games", "gmcr");
  if (!existsSync(collection)) return undefined;
  const conflicts = [collection, join(collection, "random")].flatMap(filesIn).flatMap(({ name, path }) => {
    const json: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof json === "object" && json !== null && "reference" in json ? [{ name, json }] : [];
  });
  const lines = conflicts.map(({ name, json }) => {
    const { cells, differences } = compareStability(readStabilityReference(name, json));
    const passes = differences.length === 0;
    return {
      passes,
      line: [`${name.padEnd(12)}  ${String(cells).padStart(5)} answers  ${passes ? "pass" : "FAIL"}`, ...differences],
    };
  });
  return {
    shown: lines.flatMap(({ line }) => line).join("\n"),
    passed: lines.filter(({ passes }) => passes).length,
    of: lines.length,
  };
}

function filesIn(folder: string): readonly { readonly name: string; readonly path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name: name.slice(0, -".json".length), path: join(folder, name) }));
}
