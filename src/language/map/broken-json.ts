import { collectDiagnostics, type Diagnostics } from "../diagnostics.ts";
import { firstJsonMistake } from "../interchange/json-document.ts";
import { lineIndex } from "../text/line-index.ts";
import { readText, reportForbidden } from "../text/readable-text.ts";

/**
 * Reports the first place at which a .geojson file is no JSON, in JSON's terms; false of one that is, and of one that
 * cannot be looked at or is nested too deeply, of which `readYaml` says so.
 */
export function reportBrokenJson(file: string, content: string | Uint8Array, diagnostics: Diagnostics): boolean {
  const text = readText(file, content, collectDiagnostics());
  if (text === undefined || text.trim() === "" || isJson(text)) return false;
  const lines = lineIndex(file, text);
  const visible = reportForbidden(text, lines, collectDiagnostics()); // that it is hidden is one mistake, not two
  const found = firstJsonMistake(visible);
  if (found === undefined || tooDeep.test(found.wrong)) return false;
  const { wrong, offset } = found;
  reportForbidden(text, lines, diagnostics);
  diagnostics.error("not-json", lines.span(Math.min(offset, text.length)), () => ({
    message: `This is not JSON: ${wrong}.`,
    fix: fixFor(wrong, visible, offset),
  }));
  return true;
}

const tooDeep = /^values are nested/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fixFor(wrong: string, text: string, offset: number): string {
  if (wrong === "text after the end") return "A file holds one value: take out what follows it.";
  const here = text.slice(offset, offset + 2);
  const before = text.slice(0, offset).trimEnd().at(-1);
  const closes = /^[\]}]/.test(here);
  if (here === "") return "The file seems to be cut off: get it again, or close what is open with ] or }.";
  if (before === "," && closes) return "Take out the comma before it: in JSON none follows the last value.";
  if (closes) return "Write the value that is missing, or close with the bracket that was opened.";
  if (/^(\/[/*]|#)/.test(here)) return "Take the comment out: JSON has none.";
  if (here.startsWith("'")) return "Write keys and texts between double quotation marks.";
  if (wrong.startsWith("a text is not closed"))
    return 'Close it with a quotation mark on the same line; inside it write \\" for a quotation mark and \\\\ for a backslash.';
  if (here.startsWith('"')) return "Write a comma before it, or a colon if it is the value of a key.";
  if (before === "{") return "Put the key between double quotation marks.";
  return 'Write "key": value in braces and values in brackets, with commas between: texts and keys in double quotation marks, numbers such as 30.5.';
}
