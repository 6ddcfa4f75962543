import { unreachable } from "#prelude";
import type { Block, Document, Figure, Table } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";
import { margin, svgFile } from "./svg-file.ts";
import { tableCsv } from "./table-csv.ts";

/** `id` is good as a file's name: the section's id and a number. */
export type DrawingFile = { readonly id: string; readonly title: string; readonly svg: string };
export type TableFile = { readonly id: string; readonly title: string; readonly csv: string };

/** Pixels across, margins included: what a wide page gives a drawing, with room for its labels. */
const width = 860;

/** Every drawing and every table of a document as a file of its own, in the document's order. */
export function documentFiles(document: Document): {
  readonly drawings: readonly DrawingFile[];
  readonly tables: readonly TableFile[];
} {
  const drawings: DrawingFile[] = [];
  const tables: TableFile[] = [];
  for (const { id: section, title, blocks } of document.sections) {
    let figures = 0;
    let listed = 0;
    const named = (words: string): string => (words === "" ? title : `${title}: ${words}`);
    const keepTable = (table: Table): void => {
      tables.push({ id: `${section}-${++listed}`, title: named(plainText(table.caption)), csv: tableCsv(table) });
    };
    const keepFigure = (figure: Figure): void => {
      const id = `${section}-${++figures}`;
      drawings.push({
        id,
        title: named(plainText(figure.table.caption)),
        svg: svgFile(figure.draw(width - 2 * margin, id)),
      });
      keepTable(figure.table);
    };
    for (const block of blocks.flatMap(drawnOrListed)) {
      if (block.kind === "figure") keepFigure(block);
      else keepTable(block);
    }
  }
  return { drawings, tables };
}

/** The figures and tables of a block, those inside its cards and folds among them. */
function drawnOrListed(block: Block): readonly (Figure | Table)[] {
  switch (block.kind) {
    case "paragraph":
    case "list":
      return [];
    case "table":
    case "figure":
      return [block];
    case "cards":
      return block.cards.flatMap(({ body }) => body.flatMap(drawnOrListed));
    case "details":
      return block.body.flatMap(drawnOrListed);
    default:
      return unreachable(block);
  }
}
