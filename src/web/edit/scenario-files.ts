import type { Files } from "./yaml/yaml-questions.ts";

/** The files that can be edited, the agenda first; the rest of the folder is kept as it is. */
export function editablePaths(files: Files): readonly string[] {
  const paths = Object.keys(files);
  return [
    ...paths.filter(isAgendaPath),
    ...paths.filter(isSheetPath).sort(),
    ...paths.filter(isDurabilityPath),
    ...paths.filter(isLayersPath),
  ];
}

export function editableFiles(files: Files): Files {
  return Object.fromEntries(editablePaths(files).map((path) => [path, files[path] ?? ""]));
}

export function withoutEditable(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).filter(
      ([path]) => ![isAgendaPath, isSheetPath, isDurabilityPath, isLayersPath].some((isOne) => isOne(path)),
    ),
  );
}

/** Judgements about the time after signature; there is no form for them yet, only their source. */
function isDurabilityPath(path: string): boolean {
  return /^durability\.ya?ml$/.test(path);
}

/** What the shapes of the map are for; only its source, too. */
function isLayersPath(path: string): boolean {
  return /^map\/layers\.ya?ml$/.test(path);
}

export function isAgendaPath(path: string): boolean {
  return /^scenario\.ya?ml$/.test(path);
}

export function isSheetPath(path: string): boolean {
  return /^sheets\/.+\.ya?ml$/.test(path);
}

/** One way to break lines, as the editor has it. */
export function withPlainBreaks(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/\r\n?/g, "\n")]));
}

export function sameFiles(a: Files, b: Files): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
