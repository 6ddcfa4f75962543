import { unreachable } from "#prelude";
import {
  type Block,
  type Card,
  type Figure,
  inlines,
  type Section,
  type Table,
  type Text,
} from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";
import { escapeHtml } from "./escape.ts";
import { type Marks, renderText } from "./render-text.ts";

/** Numbers the figures, so that no two ids on the page are alike whatever the scenario's ids are. */
export type Renderer = { readonly marks: Marks; readonly nextFigure: () => string };

const wideFigure = 760;
const narrowFigure = 350;

export function renderSection(section: Section, renderer: Renderer): string {
  const id = escapeHtml(section.id);
  return `<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${escapeHtml(section.title)}</h2>
<p class="answer">${renderText(section.answer, renderer.marks)}</p>
${section.blocks.map((block) => renderBlock(block, renderer, 3)).join("\n")}
</section>`;
}

/** `level` is the heading level that a heading inside the block takes. */
export function renderBlock(block: Block, renderer: Renderer, level: number): string {
  const { marks } = renderer;
  switch (block.kind) {
    case "paragraph":
      return `<p${block.tone === "note" ? ' class="note"' : ""}>${renderText(block.text, marks)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${renderText(item, marks)}</li>`).join("")}</ul>`;
    case "table":
      return renderTable(block, marks);
    case "figure":
      return renderFigure(block, renderer);
    case "cards":
      return `<div class="cards">${block.cards.map((card) => renderCard(card, renderer, level)).join("\n")}</div>`;
    case "details":
      return `<details><summary>${renderText(block.summary, marks)}</summary>${block.body.map((one) => renderBlock(one, renderer, level)).join("\n")}</details>`;
    default:
      return unreachable(block);
  }
}

/**
 * Tables of numbers scroll sideways on a narrow page. Tables with long text are stacked there, a row a block; their
 * roles are written out because a browser forgets them when the layout is no longer a table's.
 */
function renderTable(table: Table, marks: Marks): string {
  const stacked = table.columns.some((column) => column.long);
  const role = (name: string) => (stacked ? ` role="${name}"` : "");
  const head = table.columns
    .map(
      (column) =>
        `<th scope="col"${role("columnheader")}${classes(column)}>${renderText(column.title, marks, "heading-cell")}</th>`,
    )
    .join("");
  const rows = table.rows
    .map((row) => {
      const cells = row.map((cell, index) => {
        const column = table.columns[index];
        const content = renderText(cell, marks);
        if (index === 0) return `<th scope="row"${role("rowheader")}>${content}</th>`;
        const title = stacked && column ? ` data-title="${escapeHtml(stackedTitle(column.title, marks))}"` : "";
        // an empty cell says nothing under its title when stacked
        const empty = stacked && content === "" ? " hidden-when-stacked" : "";
        return `<td${role("cell")}${title}${column ? classes(column, empty) : ""}>${content}</td>`;
      });
      return `<tr${role("row")}>${cells.join("")}</tr>`;
    })
    .join("\n");
  // can be scrolled with the keyboard when wider than the page; a group, as so many landmarks would guide nobody
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(plainText(table.caption))}"><table${stacked ? ' class="stack" role="table"' : ""}>
<caption><span>${renderText(table.caption, marks)}</span></caption>
<thead${role("rowgroup")}><tr${role("row")}>${head}</tr></thead>
<tbody${role("rowgroup")}>
${rows}
</tbody></table></div>`;
}

/** What stands before a stacked cell: the column's title, and for a party whether its numbers are an estimate. */
function stackedTitle(title: Text, marks: Marks): string {
  const estimate = inlines(title).some(
    (inline) => typeof inline !== "string" && inline.kind === "party" && marks.isEstimate(inline.party),
  );
  return plainText(title) + (estimate ? " (this analyst’s estimate)" : "");
}

function classes(column: { readonly align: "start" | "end"; readonly long?: boolean }, extra = ""): string {
  const list = [...(column.align === "end" ? ["number"] : []), ...(column.long ? ["long"] : [])].join(" ") + extra;
  return list.trim() === "" ? "" : ` class="${list.trim()}"`;
}

/** Drawn twice, for a wide and a narrow page: text in a drawing that is only scaled down could not be read. */
function renderFigure(figure: Figure, renderer: Renderer): string {
  const id = renderer.nextFigure();
  return `<figure>
<figcaption>${renderText(figure.sentence, renderer.marks)}</figcaption>
<div class="wide">${figure.draw(wideFigure, `${id}-wide`)}</div>
<div class="narrow">${figure.draw(narrowFigure, `${id}-narrow`)}</div>
<details${figure.open ? " open" : ""}><summary>The numbers behind this chart</summary>${renderTable(figure.table, renderer.marks)}</details>
</figure>`;
}

function renderCard(card: Card, renderer: Renderer, level: number): string {
  return `<article class="card"><h${level}>${renderText(card.title, renderer.marks)}</h${level}>
${card.body.map((block) => renderBlock(block, renderer, level + 1)).join("\n")}
</article>`;
}
