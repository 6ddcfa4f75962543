import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { formatScenario } from "#language";
import { type ExitCode, endWith } from "../failure.ts";
import { namesIn } from "../find-scenario.ts";
import { knownName } from "../known-name.ts";
import { domainIn } from "../load-domain.ts";
import { type DomainChoice, scenarioOf } from "../load-scenario.ts";
import { packageRoot } from "../package-root.ts";
import { shownPath } from "../read-files.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-file.ts";

export type ImportFlags = DomainChoice & { readonly to: string };

/** Another tool's domain folder, written as a scenario folder. Never writes over anything. */
export async function importCommand(
  format: string,
  path: string,
  flags: ImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const fail = (message: string): ExitCode => {
    terminal.tell(message);
    return 2;
  };
  const known = knownName(format, "format", ["genius", "geniusweb"]);
  if (!known.ok) return fail(known.error.message);
  if (!existsSync(path)) return fail(`There is no folder "${path}".`);
  if (!statSync(path).isDirectory())
    return fail(
      `"${path}" is a file. Name the folder that holds it, and --domain ${shownPath(path).split("/").at(-1)}.`,
    );
  if (namesIn(flags.to).length > 0 || (existsSync(flags.to) && !statSync(flags.to).isDirectory()))
    return fail(
      `"${flags.to}" is already there and not empty. Name a folder that does not exist yet: nothing is written over.`,
    );
  const endings = format === "genius" ? [".xml"] : [".json"];
  const loaded = scenarioOf(domainIn(path, flags, endings), terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const files = [...formatScenario(loaded.value)];
  for (const [name, text] of files) {
    const written = writeFile(join(flags.to, ...name.split("/")), schemaAt(flags.to, name, text));
    if (!written.ok) return fail(written.error.message);
  }
  terminal.print(
    `Wrote ${files.map(([name]) => shownPath(join(flags.to, name))).join(", ")}.\n` +
      `Next: entente check ${shownPath(flags.to)}, then entente analyze ${shownPath(flags.to)}.`,
  );
  return 0;
}

/** The line that tells editors where the JSON Schema is, pointing at Entente's own; dropped when that lies elsewhere. */
function schemaAt(folder: string, name: string, text: string): string {
  const line = /^# yaml-language-server: \$schema=\S*\/([\w.-]+)\n/;
  return text.replace(line, (_whole, schema: string) => {
    const path = relative(join(folder, name, ".."), join(packageRoot(), "schemas", schema)).replaceAll("\\", "/");
    return /^(\.\.\/){1,4}schemas\//.test(path) ? `# yaml-language-server: $schema=${path}\n` : "";
  });
}
