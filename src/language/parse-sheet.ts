import type { Agenda, PreferenceSheet } from "#model";
import type { Diagnostic } from "#prelude";
import { buildSheet } from "./build/build-sheet.ts";
import { type Names, namesOfAgenda } from "./build/names.ts";
import { collectDiagnostics } from "./diagnostics.ts";
import { checkShape } from "./schema/check-shape.ts";
import { sheetFile } from "./schema/sheet-schema.ts";
import { readYaml } from "./text/yaml-document.ts";

export type ParsedSheet = {
  /** Present when there is no error; there may be warnings. */
  readonly sheet?: PreferenceSheet;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads a sheet that lives apart from its scenario, such as a delegation's own file. */
export function parseSheet(file: string, content: string | Uint8Array, agenda: Agenda): ParsedSheet {
  const diagnostics = collectDiagnostics();
  const document = readYaml(file, content, diagnostics);
  const names = namesOfAgenda(agenda);
  const shaped = document && checkShape(sheetFile, document, sheetBlanks(names), diagnostics);
  if (!document || !shaped) return { diagnostics: diagnostics.sorted() };
  const sheet = buildSheet({ document, names, diagnostics }, shaped.value);
  return { ...(diagnostics.hasErrors() ? {} : { sheet }), diagnostics: diagnostics.sorted() };
}

/** What stands in for a missing key while the rest of a sheet is checked. */
export function sheetBlanks(names: Names | undefined): Readonly<Record<string, unknown>> {
  const [party = "X"] = names?.parties ?? [];
  return { schema: "entente.sheet/1", party, kind: "estimate", author: "-", reservation: 0, issues: {} };
}
