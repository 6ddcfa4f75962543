import { isShapePath } from "../map/read-map.ts";
import { isSheetPath } from "../parse-scenario.ts";
import { durabilityMentions, layersMentions, sourceInShapes } from "./beside-references.ts";
import type { YamlEdit } from "./edit-value.ts";
import { editWords, readYamlValue, yamlReading } from "./edit-yaml.ts";
import { agendaMentions, type Mention, type Named, sheetMentions } from "./references.ts";
import type { YamlValue } from "./yaml-value.ts";

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
    if (isShapePath(path) && what.kind === "source") {
      const shapes = sourceInShapes(text, what.id, to);
      changed[path] = shapes.text;
      mentions += shapes.mentions;
      if (shapes.mentions > 0) inFiles++;
    }
    if (!isOfScenario(path)) continue;
    const reading = yamlReading(text);
    if (reading === undefined) return undefined;
    const all = mentionsIn(path, reading.value);
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
    const edited = editWords(reading, edits);
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
  return Object.entries(files).reduce((sum, [path, text]) => {
    const inShapes = isShapePath(path) && what.kind === "source" ? sourceInShapes(text, what.id, what.id).mentions : 0;
    return (
      sum + inShapes + mentionsOf(path, text).filter((mention) => !mention.declares && names(mention, what)).length
    );
  }, 0);
}

/** None of a file that is not one of the scenario's, or not YAML. */
function mentionsOf(path: string, text: string): readonly Mention[] {
  const value = isOfScenario(path) ? readYamlValue(text) : undefined;
  return value === undefined ? [] : mentionsIn(path, value);
}

function mentionsIn(path: string, value: YamlValue): readonly Mention[] {
  if (isAgendaPath(path)) return agendaMentions(value);
  if (isDurabilityPath(path)) return durabilityMentions(value);
  if (isLayersPath(path)) return layersMentions(value);
  return sheetMentions(value);
}

function isOfScenario(path: string): boolean {
  return [isAgendaPath, isSheetPath, isDurabilityPath, isLayersPath].some((isOne) => isOne(path));
}

function isDurabilityPath(path: string): boolean {
  return /^durability\.ya?ml$/.test(path);
}

function isLayersPath(path: string): boolean {
  return /^map\/layers\.ya?ml$/.test(path);
}

function isAgendaPath(path: string): boolean {
  return /^scenario\.ya?ml$/.test(path);
}

function names({ of, declares }: Mention, what: Named): boolean {
  if (of.kind !== what.kind || of.id !== what.id) return false;
  if (of.kind === "option" && what.kind === "option") return of.issue === what.issue;
  if (of.kind === "line" && what.kind === "line") return of.party === what.party || (of.party === "" && !declares);
  return true;
}
