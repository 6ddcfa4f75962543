import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { graphOfConflict } from "#durability";
import { formatGmcr, parseGmcr } from "#language";
import type { Conflict } from "#model";
import { formatDiagnostic } from "#prelude";
import { compareStability } from "./compare-stability.ts";
import type { PartOfRun } from "./stability.ts";
import { readStabilityReference, type StabilityReference } from "./stability-reference.ts";

/**
 * Every .gmcr file of DIR/games/gmcr, imported, against the neutral JSON beside it: levers, states, moves, the order of
 * the states for each party and every answer; and written out and read once more. undefined: there is no such folder.
 */
export function gmcrFileConformance(directory: string): PartOfRun | undefined {
  const folder = join(directory, "games", "gmcr");
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name.endsWith(".gmcr"));
  const files = names.sort().map((name) => ({ name, differences: differencesOf(folder, name) }));
  return {
    shown: files
      .flatMap(({ name, differences }) => [
        `${name.padEnd(16)}  ${differences.length === 0 ? "pass" : "FAIL"}`,
        ...differences,
      ])
      .join("\n"),
    passed: files.filter(({ differences }) => differences.length === 0).length,
    of: files.length,
  };
}

function differencesOf(folder: string, name: string): readonly string[] {
  const { conflict, diagnostics } = parseGmcr(name, readFileSync(join(folder, name)));
  if (!conflict) return diagnostics.map(formatDiagnostic);
  const neutral = join(folder, `${name.slice(0, -".gmcr".length).toLowerCase()}.json`);
  const reference = readStabilityReference(name, JSON.parse(readFileSync(neutral, "utf8")));
  const again = parseGmcr(name, formatGmcr(conflict)).conflict;
  return [
    ...same("levers", conflict.levers.map(leverLine), reference.conflict.levers.map(leverLine)),
    ...same("parties", partyNames(conflict), partyNames(reference.conflict)),
    ...orderDifferences(conflict, reference),
    ...compareStability({ ...reference, conflict }).differences,
    ...same("read again", [JSON.stringify(again)], [JSON.stringify(conflict)]),
  ];
}

/** Payoffs rise as ranks do, and tie where they do. */
function orderDifferences(conflict: Conflict, { spelledOut }: StabilityReference): readonly string[] {
  const { ranks } = graphOfConflict(conflict);
  return (spelledOut?.payoffs ?? []).flatMap((payoffs, party) =>
    same(`order of party ${party}`, steps([...(ranks[party] ?? [])]), steps(payoffs)),
  );
}

/** For every two states which is better. */
function steps(values: readonly number[]): readonly string[] {
  return values.map((one) => values.map((other) => Math.sign(one - other)).join(""));
}

function leverLine({ name, party, direction }: Conflict["levers"][number]): string {
  return `${name} of ${party}, ${direction}`;
}

function partyNames({ parties }: Conflict): readonly string[] {
  return parties.map(({ name }) => name);
}

function same(what: string, found: readonly string[], expected: readonly string[]): readonly string[] {
  const equal = JSON.stringify(found) === JSON.stringify(expected);
  return equal ? [] : [`${what}: found ${found.join(" | ")}, expected ${expected.join(" | ")}`];
}
