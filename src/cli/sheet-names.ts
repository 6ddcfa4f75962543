import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "#prelude";
import { shownPath } from "./read-files.ts";

/** sheets/estimates/2025/RU.yaml is two folders deep; deeper nesting is a slip or an attack. */
export const deepestSheet = 4;
/** Sheets are one a party; a folder with more is not one scenario's. */
const most = 1000;

/** The sheets of a scenario by their path inside its folder ("sheets/RU.yaml"), and what was not looked at. */
export type SheetNames = { readonly names: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

/**
 * Every YAML file under sheets/, in one order on every machine. Links to folders are not followed, so that a folder
 * cannot lie in itself; hidden folders are nobody's sheets.
 */
export function sheetNames(scenarioFolder: string): SheetNames {
  const names: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const refuse = (path: string, code: string, message: string, fix: string): void => {
    const at = { file: shownPath(join(scenarioFolder, path)), line: 1, column: 1 };
    diagnostics.push({ severity: "error", code, at, message, fix });
  };
  const look = (path: string, depth: number): void => {
    if (!existsSync(join(scenarioFolder, path))) return;
    const entries = readdirSync(join(scenarioFolder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (names.length > most) return;
      const inside = `${path}/${entry.name}`;
      // a folder named as a sheet is told as a sheet that cannot be read
      if (/\.ya?ml$/i.test(entry.name)) names.push(inside);
      else if (entry.isDirectory() && !entry.name.startsWith(".")) {
        if (depth < deepestSheet) look(inside, depth + 1);
        else
          refuse(
            inside,
            "folder-too-deep",
            `This folder lies more than ${deepestSheet} deep under sheets/, and its sheets are not read.`,
            "Move its sheets further up.",
          );
      }
    }
  };
  look("sheets", 0);
  if (names.length > most)
    refuse("sheets", "too-many-sheets", `There are more than ${most} sheets here.`, "Keep one sheet for each party.");
  return { names: names.slice(0, most), diagnostics };
}
