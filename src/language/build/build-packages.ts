import type { Choices, Package, PackageId } from "#model";
import { present } from "../present.ts";
import type { RawScenario } from "../schema/scenario-schema.ts";
import { longestChain } from "./limits.ts";
import { checkName, checkOption, dayOf, entries, ids, nameFromId, type Reader } from "./reader.ts";

type RawPackage = NonNullable<RawScenario["packages"]>[string];

/** Named packages, each with its base applied. */
export function buildPackages(reader: Reader, raw: RawScenario): readonly Package[] {
  const packages = raw.packages ?? {};
  const own = new Map<PackageId, Choices>();
  for (const { key, value } of entries(reader, raw.packages)) own.set(key, choicesOf(reader, value.set));
  checkCycles(reader, packages);
  return entries(reader, raw.packages).map(({ key: id, value }) => {
    const { base } = value;
    const baseAt = () => reader.document.at(value, "base");
    if (base !== undefined) checkName(reader, "package", base, baseAt);
    const chain = chainOf(id, packages);
    if (chain.length > longestChain)
      reader.diagnostics.error("package-chain-too-long", baseAt(), () => ({
        message: `"${id}" rests on more than ${longestChain - 1} packages, one on the other.`,
        fix: "Let it rest on a package nearer the bottom, and set what changes.",
      }));
    const choices: Record<string, string> = Object.assign({}, ...chain.map((one) => own.get(one)));
    return present({
      id,
      name: value.name ?? nameFromId(id),
      choices,
      base,
      overrides: base === undefined ? [] : entries(reader, value.set).map(({ key }) => key),
      authors: ids(reader, value, "authors", "party"),
      addressees: ids(reader, value, "addressees", "party"),
      date: dayOf(value.date),
      status: value.status,
      note: value.note,
      sources: ids(reader, value, "sources", "source"),
    });
  });
}

/** A map of issues to options, both checked. */
export function choicesOf(reader: Reader, raw: Readonly<Record<string, string>> | undefined): Choices {
  return Object.fromEntries(
    entries(reader, raw).map(({ key: issue, value: option, keyAt, at }) => {
      checkName(reader, "issue", issue, keyAt);
      checkOption(reader, issue, option, at);
      return [issue, option];
    }),
  );
}

/** The package and its bases, bottom first. A cycle or a chain too long, both reported elsewhere, ends the walk. */
function chainOf(id: PackageId, packages: Readonly<Record<PackageId, RawPackage>>): readonly PackageId[] {
  const chain: PackageId[] = [];
  let next: PackageId | undefined = id;
  while (next !== undefined && packages[next] && !chain.includes(next) && chain.length <= longestChain) {
    chain.push(next);
    next = packages[next]?.base;
  }
  return chain.reverse();
}

/** Reports every cycle of bases once, at the base of the package of the cycle that stands first in the file. */
function checkCycles(reader: Reader, packages: Readonly<Record<PackageId, RawPackage>>): void {
  const done = new Set<PackageId>();
  for (const { key } of entries(reader, packages)) {
    const path: PackageId[] = [];
    const onPath = new Set<PackageId>();
    let next: PackageId | undefined = key;
    while (next !== undefined && packages[next] !== undefined && !done.has(next) && !onPath.has(next)) {
      onPath.add(next);
      path.push(next);
      next = packages[next]!.base;
    }
    for (const one of path) done.add(one);
    if (next === undefined || !onPath.has(next)) continue;
    const cycle = path.slice(path.indexOf(next));
    const value = packages[next]!;
    reader.diagnostics.error("package-cycle", reader.document.at(value, "base"), () => ({
      message: `These packages rest on each other: ${[...cycle, cycle[0]].slice(0, 12).join(" -> ")}.`,
      fix: "Let one of them stand without a base.",
    }));
  }
}
