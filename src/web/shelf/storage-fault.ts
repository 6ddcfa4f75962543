import type { Refused } from "./shelf.ts";

/** What an error of the browser's storage means to the reader. The first of several that says something counts. */
export function storageFault(...errors: readonly unknown[]): Refused {
  const named = errors.filter((error) => error !== undefined && error !== null);
  const names = new Set(named.map(nameOf));
  if (names.has("QuotaExceededError")) return { kind: "storage-full" };
  if (names.has("VersionError")) return { kind: "newer-elsewhere" };
  if (names.has("SecurityError") || names.has("NotAllowedError")) return { kind: "storage-denied" };
  // an aborted request says only that its transaction was aborted; the transaction says why
  const telling = named.find((error) => nameOf(error) !== "AbortError") ?? named[0];
  const why = telling instanceof Error || telling instanceof DOMException ? telling.message : String(telling ?? "");
  return { kind: "storage-failed", why: why || nameOf(telling) };
}

function nameOf(error: unknown): string {
  return typeof error === "object" && error !== null && "name" in error ? String(error.name) : "";
}
