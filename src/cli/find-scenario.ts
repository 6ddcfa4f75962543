import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ok, type Result } from "#prelude";
import { couldNotRun, type Failure } from "./failure.ts";
import { didYouMean } from "./nearest-name.ts";
import { packageRoot } from "./package-root.ts";

/** A folder that holds a scenario: in Entente's own language, or as other negotiation tools write it. */
export type ScenarioPlace = { readonly kind: "entente" | "domain"; readonly folder: string };

/**
 * What SCENARIO names: a folder, the scenario.yaml in it, or a scenario that ships with Entente. A folder that exists wins
 * over a shipped name.
 */
export function findScenario(written: string): Result<ScenarioPlace, Failure> {
  if (existsSync(written)) return placeAt(written);
  const shipped = shippedScenarios();
  const name = shipped.find((known) => known === written || known === `textbook/${written}`);
  if (name !== undefined) return ok({ kind: "entente", folder: join(packageRoot(), "scenarios", ...name.split("/")) });
  const known = [...shipped, ...shipped.map((each) => basename(each)), ...scenariosBeside()];
  const names = shipped.length === 0 ? "none in this installation" : shipped.join(", ");
  return couldNotRun(
    `There is no folder "${written}", and no shipped scenario of that name.${didYouMean(written, [...new Set(known)])}\n` +
      `Shipped scenarios: ${names}.`,
  );
}

function placeAt(written: string): Result<ScenarioPlace, Failure> {
  const folder = statSync(written).isDirectory() ? written : undefined;
  if (folder === undefined && basename(written) === "scenario.yaml")
    return ok({ kind: "entente", folder: dirname(written) });
  if (folder === undefined) {
    return couldNotRun(
      `"${written}" is a file. Name the folder that holds it${/\.(xml|json)$/i.test(written) ? ", with --domain and --profiles to choose among its files" : ""}.`,
    );
  }
  if (existsSync(join(folder, "scenario.yaml"))) return ok({ kind: "entente", folder });
  if (namesIn(folder).some((name) => /\.(xml|json)$/i.test(name))) return ok({ kind: "domain", folder });
  return noScenarioIn(folder);
}

/** The folder is no scenario of any kind; those in the folders below it are named. */
export function noScenarioIn(folder: string, more = ""): ReturnType<typeof couldNotRun> {
  const inside = namesIn(folder).filter((name) => existsSync(join(folder, name, "scenario.yaml")));
  return couldNotRun(
    `"${folder}" holds no scenario.yaml, and no XML or JSON files of a negotiation domain either.` +
      (inside.length > 0 ? ` The scenarios in it are: ${inside.map((name) => join(folder, name)).join(", ")}.` : "") +
      more,
  );
}

/** The names of the scenarios that ship with Entente, as they are typed: "ukraine-2025", "textbook/nash-1950-barter". */
export function shippedScenarios(): readonly string[] {
  const folder = join(packageRoot(), "scenarios");
  const top = namesIn(folder);
  const nested = namesIn(join(folder, "textbook")).map((name) => `textbook/${name}`);
  return [...top, ...nested].filter((name) => existsSync(join(folder, name, "scenario.yaml")));
}

/** Whether the folder is one that ships with Entente. */
export function isShipped(folder: string): boolean {
  return resolve(folder).startsWith(join(packageRoot(), "scenarios") + sep);
}

function scenariosBeside(): readonly string[] {
  return namesIn(".").filter((name) => existsSync(join(name, "scenario.yaml")));
}

/** In alphabetical order; empty when the folder cannot be listed. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
