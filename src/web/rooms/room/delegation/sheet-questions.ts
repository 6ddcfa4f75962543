import type { SheetDraft } from "#elicitation";
import type { Agenda, Choices, PreferenceSheet } from "#model";

/** What the sheet's worker is asked: a file's text, or a sheet in the making of this browser. */
export type SheetQuestion =
  | { readonly kind: "file"; readonly agenda: Agenda; readonly name: string; readonly text: string }
  | { readonly kind: "draft"; readonly agenda: Agenda; readonly draft: SheetDraft };

export type SheetAnswer =
  | { readonly ok: true; readonly sheet: PreferenceSheet }
  /** In words for a person, at most a few. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** The same worker reads the packages that stand in a scenario's files. */
export type PackagesQuestion = {
  readonly kind: "packages";
  readonly files: Readonly<Record<string, string>>;
};

export type NamedPackage = { readonly name: string; readonly choices: Choices };

/** Reads a sheet in a worker that ends right after. */
export function askSheet(question: SheetQuestion): Promise<SheetAnswer> {
  return ask<SheetAnswer>(question, (why) => ({ ok: false, problems: [why] }));
}

/** None where the files are no sound scenario. */
export function askPackages(files: PackagesQuestion["files"]): Promise<readonly NamedPackage[]> {
  const question: PackagesQuestion = { kind: "packages", files };
  return ask<readonly NamedPackage[]>(question, () => []);
}

function ask<Answer>(question: SheetQuestion | PackagesQuestion, failed: (why: string) => Answer): Promise<Answer> {
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Answer>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data)); // our own worker
    worker.addEventListener("error", (event) => resolve(failed(event.message)));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
