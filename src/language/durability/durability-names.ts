import type { Span } from "#prelude";
import { idsOf } from "../build/names.ts";
import type { Reader } from "../build/reader.ts";
import type { DiagnosticCode } from "../diagnostic-codes.ts";
import { fixForName } from "../suggestion.ts";
import type { YamlDocument } from "../text/yaml-document.ts";

/** What durability.yaml declares, by id. Undefined where it could not be read, and where there is no such file. */
export type DurabilityNames = {
  readonly guarantee: ReadonlySet<string> | undefined;
  readonly limit: ReadonlySet<string> | undefined;
  readonly lever: ReadonlySet<string> | undefined;
};

export const noDurabilityNames: DurabilityNames = { guarantee: undefined, limit: undefined, lever: undefined };

const codes = {
  guarantee: "unknown-guarantee",
  limit: "unknown-limit",
  lever: "unknown-lever",
} as const satisfies Readonly<Record<keyof DurabilityNames, DiagnosticCode>>;

/** Taken before entries with mistakes are taken out, so that mentions of those stay known. */
export function durabilityNamesOf(raw: object, document: YamlDocument): DurabilityNames {
  return {
    guarantee: idsOf(at(raw, "guarantees"), document),
    limit: idsOf(at(raw, "limits"), document),
    lever: leversOf(at(at(raw, "aftermath"), "obligations"), document),
  };
}

/** Reports the id unless durability.yaml declares it. */
export function checkDurabilityName(
  { diagnostics }: Reader,
  names: DurabilityNames,
  noun: keyof DurabilityNames,
  id: string,
  place: () => Span,
): void {
  const known = names[noun];
  if (!known || known.has(id)) return;
  diagnostics.error(codes[noun], place(), () => ({
    message: `There is no ${noun} "${id}" in durability.yaml.`,
    fix: fixForName(id, known, noun),
  }));
}

function leversOf(obligations: unknown, document: YamlDocument): ReadonlySet<string> | undefined {
  const levers = new Set<string>();
  for (const obligation of listOf(obligations))
    for (const part of ["breach", "responses"]) {
      const ids = idsOf(at(obligation, part), document);
      if (ids === undefined) return undefined;
      for (const id of ids) levers.add(id);
    }
  return levers;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined; // any object may be asked for any key
}
