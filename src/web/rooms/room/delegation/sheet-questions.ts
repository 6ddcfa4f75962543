import type { SheetDraft } from "#elicitation";
import type { Agenda, PreferenceSheet } from "#model";

/** What the sheet's worker is asked: a file's text, or a sheet in the making of this browser. */
export type SheetQuestion =
  | { readonly kind: "file"; readonly agenda: Agenda; readonly name: string; readonly text: string }
  | { readonly kind: "draft"; readonly agenda: Agenda; readonly draft: SheetDraft };

export type SheetAnswer =
  | { readonly ok: true; readonly sheet: PreferenceSheet }
  /** In words for a person, at most a few. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a sheet in a worker that ends right after. */
export function askSheet(question: SheetQuestion): Promise<SheetAnswer> {
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), { type: "module" });
  return new Promise<SheetAnswer>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<SheetAnswer>) => resolve(data)); // our own worker
    worker.addEventListener("error", (event) => resolve({ ok: false, problems: [event.message] }));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
