import { unreachable } from "#prelude";
import type { Block, Document, Section, Text } from "../document/document.ts";
import { textTable } from "../document/text-table.ts";
import { isEstimate, type ScenarioContext } from "../sections/report-context.ts";
import { type Ink, inkFor } from "./ink.ts";
import { wrapText } from "./ink-text.ts";
import { layoutTable } from "./layout-table.ts";

export type TerminalOptions = { readonly colour: boolean; readonly width: number };

type Layout = {
  readonly ink: Ink;
  readonly width: number;
  readonly isEstimate: (party: string) => boolean;
};

/** A document as lines of a terminal: answer first, then sections with aligned tables. Ends in a newline. */
export function layoutDocument(document: Document, context: ScenarioContext, options: TerminalOptions): string {
  return layoutOf(document, (party) => isEstimate(context, party), options);
}

/** The same for a document that no scenario stands behind: a conflict's or a game's. */
export function layoutWithoutScenario(document: Document, options: TerminalOptions): string {
  return layoutOf(document, () => false, options);
}

function layoutOf(document: Document, isEstimate: (party: string) => boolean, options: TerminalOptions): string {
  const layout: Layout = { ink: inkFor(options.colour), width: Math.max(40, Math.min(options.width, 140)), isEstimate };
  const [first = "", ...rest] = document.answer;
  const { ink } = layout;
  return [
    ...prose([{ kind: "name", text: document.title }, ", ", ...asList(document.subtitle)], layout).map(ink.faint),
    "",
    ...prose(first, layout).map(ink.strong),
    ...rest.flatMap((sentence) => prose(sentence, layout)),
    ...document.sections.filter((section) => !section.pageOnly).flatMap((section) => sectionLines(section, layout)),
    "",
  ].join("\n");
}

function sectionLines(section: Section, layout: Layout): string[] {
  return [
    "",
    // some titles are names out of a file
    ...prose({ kind: "name", text: section.title.toUpperCase() }, layout).map(layout.ink.heading),
    ...prose(section.answer, layout),
    ...section.blocks.flatMap((block) => blockLines(block, layout, 0)),
  ];
}

function blockLines(block: Block, layout: Layout, indent: number): string[] {
  const { ink } = layout;
  const inner = { ...layout, width: layout.width - indent };
  const space = " ".repeat(indent);
  const shifted = (lines: readonly string[]) => lines.map((line) => (line === "" ? "" : space + line));
  switch (block.kind) {
    case "paragraph":
      return shifted(["", ...prose(block.text, inner)]);
    case "list":
      return shifted(
        block.items.flatMap((item) =>
          prose(item, { ...inner, width: inner.width - 2 }).map((line, index) =>
            index === 0 ? `- ${line}` : `  ${line}`,
          ),
        ),
      );
    case "table":
      return block.pageOnly
        ? []
        : shifted([
            "",
            ...prose(block.caption, inner).map(ink.faint),
            ...layoutTable(textTable(block), inner.width, ink, layout.isEstimate),
          ]);
    case "figure": {
      const said = block.undrawn ?? block.sentence;
      const sentence = said === "" ? [] : shifted(["", ...prose(said, inner)]);
      // the sentence leads into the table, so no empty line stands between them
      return [...sentence, ...blockLines(block.table, layout, indent).slice(sentence.length > 0 ? 1 : 0)];
    }
    case "cards":
      return block.cards.flatMap((card) => [
        "",
        ...shifted(prose(card.title, inner).map(ink.strong)),
        ...card.body.flatMap((one) => blockLines(one, layout, indent + 2).slice(one.kind === "table" ? 1 : 0)),
      ]);
    case "details":
      return (block.inText ?? []).flatMap((one) => blockLines(one, layout, indent));
    default:
      return unreachable(block);
  }
}

function prose(text: Text, { width, ink }: Layout): string[] {
  return wrapText(text, width, ink).map((line) => line.printed);
}

function asList(text: Text) {
  return Array.isArray(text) ? text : [text];
}
