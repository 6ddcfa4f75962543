import type { Kept, Shelf } from "../shelf/shelf.ts";

/** The scenario with the packages and sheets saved for it; stops at the first that cannot be removed. */
export async function removeScenario(shelf: Shelf, key: string): Promise<Kept> {
  for (const kind of ["package", "sheet"] as const) {
    for (const record of await shelf.list(kind, { scenario: key })) {
      const removed = await shelf.remove(kind, record.id);
      if (!removed.ok) return removed;
    }
  }
  const removed = await shelf.remove("scenario", key);
  if (removed.ok) await shelf.remove("visit", key);
  return removed;
}
