import { unreachable } from "#prelude";
import { type Inline, inlines, type Text } from "../document/document.ts";
import { withoutControls } from "../plots/svg.ts";
import { displayWidth } from "./display-width.ts";
import type { Ink } from "./ink.ts";

/** A run of words in one ink. */
export type Run = { readonly text: string; readonly ink: (text: string) => string };

const verdictMarks = { yes: "✓", no: "✗", partly: "~", open: "?" } as const;

/** The text as runs; whatever a file could put into a terminal (escape codes, marks that turn direction) is gone. */
export function runsOf(text: Text, ink: Ink): Run[] {
  return inlines(text).flatMap((inline) => runs(inline, ink));
}

function runs(inline: Inline, ink: Ink): Run[] {
  const plain = (text: string) => text;
  if (typeof inline === "string") return [{ text: inline, ink: plain }];
  switch (inline.kind) {
    case "name":
    case "party":
    case "source":
      return [{ text: withoutControls(inline.text), ink: plain }];
    case "id":
      return [{ text: withoutControls(inline.text), ink: ink.faint }];
    case "strong":
      return runsOf(inline.of, { ...ink }).map((run) => ({ text: run.text, ink: ink.strong }));
    case "faint":
      return runsOf(inline.of, ink).map((run) => ({ text: run.text, ink: ink.faint }));
    case "verdict":
      return [
        {
          text: `${verdictMarks[inline.is]} ${inline.text}`,
          ink: inline.is === "yes" ? ink.yes : inline.is === "no" ? ink.no : ink.strong,
        },
      ];
    case "badge":
      return [
        {
          text: inline.tone === "warning" ? `[${inline.text}]` : inline.text,
          ink: inline.tone === "warning" ? ink.warning : plain,
        },
      ];
    case "anchor":
      return [];
    default:
      return unreachable(inline);
  }
}

/** A line ready to print, and how wide it is on the screen. */
export type InkLine = { readonly printed: string; readonly width: number };

/** The text broken at spaces into lines of at most `width` columns; a longer word is broken where it must be. */
export function wrapText(text: Text, width: number, ink: Ink): InkLine[] {
  const lines: InkLine[] = [];
  let printed = "";
  let used = 0;
  const flush = () => {
    lines.push({ printed: printed.trimEnd(), width: used });
    printed = "";
    used = 0;
  };
  for (const word of words(runsOf(text, ink))) {
    for (const piece of pieces(word, Math.max(1, width))) {
      const wide = displayWidth(piece.map((run) => run.text).join(""));
      const gap = used > 0 && piece[0] && word.spaced ? 1 : 0;
      if (used > 0 && used + gap + wide > width) flush();
      else if (gap) {
        printed += " ";
        used += 1;
      }
      printed += piece.map((run) => run.ink(run.text)).join("");
      used += wide;
    }
  }
  if (used > 0 || lines.length === 0) flush();
  return lines;
}

type Word = { readonly runs: readonly Run[]; readonly spaced: boolean };

/** Words with their runs: a full stop after a name in another ink stays with the name. */
function words(list: readonly Run[]): Word[] {
  const found: { runs: Run[]; spaced: boolean }[] = [];
  let spaced = true;
  for (const run of list) {
    const parts = run.text.split(/[ \n\t]+/);
    parts.forEach((part, index) => {
      if (index > 0) spaced = true;
      if (part === "") return;
      const last = found.at(-1);
      if (spaced || !last) found.push({ runs: [{ text: part, ink: run.ink }], spaced: true });
      else last.runs.push({ text: part, ink: run.ink });
      spaced = false;
    });
  }
  return found;
}

/** The word whole, or in pieces where it alone is wider than the line. */
function pieces(word: Word, width: number): (readonly Run[])[] {
  if (displayWidth(word.runs.map((run) => run.text).join("")) <= width) return [word.runs];
  const found: Run[][] = [[]];
  let used = 0;
  for (const run of word.runs) {
    for (const letter of run.text) {
      const wide = displayWidth(letter);
      if (used + wide > width) {
        found.push([]);
        used = 0;
      }
      found.at(-1)?.push({ text: letter, ink: run.ink });
      used += wide;
    }
  }
  return found;
}
