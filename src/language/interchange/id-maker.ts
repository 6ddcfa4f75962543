import { isReservedName } from "../text/reserved-name.ts";

const longest = 64;

/**
 * Makes ids out of names that people gave: letters, digits, "_", "-" and ".", starting with a letter or digit, unlike
 * every id made before (case aside, because ids become file names). `fallback` is for names without a usable letter.
 */
export function idMaker(): (name: string, fallback: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name, fallback) => {
    const base = slug(name) || fallback;
    const key = base.toLowerCase();
    let count = counts.get(key) ?? 1;
    let id = base;
    while (taken.has(id.toLowerCase())) {
      count += 1;
      const suffix = `_${count}`;
      id = base.slice(0, longest - suffix.length) + suffix;
    }
    counts.set(key, count);
    taken.add(id.toLowerCase());
    return id;
  };
}

function slug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, longest)
    .replace(/_+$/, "");
  if (isReservedName(plain)) return `${plain}_`;
  // "v60", not "60": a bare number would be read back from YAML as a number, and reordered by JavaScript
  return plain !== "" && !Number.isNaN(Number(plain)) ? `v${plain}`.slice(0, longest) : plain;
}
