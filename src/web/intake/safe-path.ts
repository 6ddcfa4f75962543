import { intakeLimits } from "./intake.ts";

export type PathVerdict = { readonly kind: "file"; readonly path: string } | { readonly kind: "ignored" | "unsafe" };

/**
 * A path inside a folder, as a zip or a browser writes it. Hidden files and what systems leave behind are ignored;
 * what leads out of the folder, names a drive, or could not be told apart on a screen is unsafe.
 */
export function safePath(written: string): PathVerdict {
  const path = written.replaceAll("\\", "/");
  if (path.length === 0 || path.length > 300) return { kind: "unsafe" };
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return { kind: "unsafe" };
  // control characters, and those that turn the direction of text around
  if (/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u.test(path)) return { kind: "unsafe" };
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.length === 0 || parts.length > intakeLimits.depth) return { kind: "unsafe" };
  if (parts.some((part) => part === "..")) return { kind: "unsafe" };
  if (parts.some((part) => part.startsWith(".") || part === "__proto__" || litter.has(part.toLowerCase())))
    return { kind: "ignored" };
  return { kind: "file", path: parts.join("/") };
}

/** Whether Entente has any use for a file of this name: texts of scenarios, domains, maps, sealed sheets. */
export function isWanted(path: string): boolean {
  return /\.(ya?ml|xml|json|geojson|md|txt|csv|age)$/i.test(path);
}

export function isZipName(path: string): boolean {
  return /\.zip$/i.test(path);
}

const litter = new Set(["__macosx", "thumbs.db", "desktop.ini", "node_modules"]);
