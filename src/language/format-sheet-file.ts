import type { PreferenceSheet } from "#model";
import { formatSheet } from "./format-sheet.ts";
import { yamlText } from "./plain-yaml.ts";

/** One party's sheet as a file of the language. Reading it gives the same sheet. */
export function formatSheetFile(sheet: PreferenceSheet): string {
  return yamlText(formatSheet(sheet), "../../../schemas/sheet.schema.json");
}
