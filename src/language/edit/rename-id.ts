import { isSheetPath } from "../parse-scenario.ts";
import type { YamlEdit } from "./edit-value.ts";
import { editWords, readYamlValue } from "./edit-yaml.ts";
import { agendaMentions, type Mention, type Named, sheetMentions } from "./references.ts";

export type Renaming = {
  /** The files with the new id everywhere; those it does not touch are the same texts. */
  readonly files: Readonly<Record<string, string>>;
  /** Mentions renamed, beside the declaration. */
  readonly mentions: number;
  readonly inFiles: number;
};

/**
 * Gives something another id wherever the files name it. Undefined when a file that must be changed is not YAML, or
 * something of the same kind already has the id.
 */
export function renameId(files: Readonly<Record<string, string>>, what: Named, to: string): Renaming | undefined {
  const changed: Record<string, string> = { ...files };
  let mentions = 0;
  let inFiles = 0;
  for (const [path, text] of Object.entries(files)) {
    const all = mentionsIn(path, text);
    if (all === undefined) return undefined;
    if (all.some((mention) => mention.declares && names(mention, { ...what, id: to }))) return undefined;
    const own = all.filter((mention) => names(mention, what));
    if (own.length === 0) continue;
    // keys last and the deepest first, so that no path is changed before it is used
    const ordered = [...own].sort((a, b) =>
      a.is === b.is ? b.path.length - a.path.length : a.is === "value" ? -1 : 1,
    );
    const edits = ordered.map(
      ({ path: at, is, before = "" }): YamlEdit =>
        is === "key" ? { kind: "rename", path: at, to } : { kind: "set", path: at, value: before + to },
    );
    const edited = editWords(text, edits);
    if (edited === undefined) return undefined;
    changed[path] = edited;
    const others = own.filter(({ declares }) => !declares).length;
    mentions += others;
    if (others > 0) inFiles++;
  }
  return { files: changed, mentions, inFiles };
}

/** How often the files name it beside its declaration. */
export function countMentions(files: Readonly<Record<string, string>>, what: Named): number {
  return Object.entries(files).reduce(
    (sum, [path, text]) =>
      sum + (mentionsIn(path, text) ?? []).filter((mention) => !mention.declares && names(mention, what)).length,
    0,
  );
}

/** Undefined when it is one of the scenario's files and not YAML. */
function mentionsIn(path: string, text: string): readonly Mention[] | undefined {
  const isAgenda = /^scenario\.ya?ml$/.test(path);
  if (!isAgenda && !isSheetPath(path)) return [];
  const value = readYamlValue(text);
  if (value === undefined) return undefined;
  return isAgenda ? agendaMentions(value) : sheetMentions(value);
}

function names({ of, declares }: Mention, what: Named): boolean {
  if (of.kind !== what.kind || of.id !== what.id) return false;
  if (of.kind === "option" && what.kind === "option") return of.issue === what.issue;
  if (of.kind === "line" && what.kind === "line") return of.party === what.party || (of.party === "" && !declares);
  return true;
}
