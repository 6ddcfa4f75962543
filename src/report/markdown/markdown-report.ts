import type { Analysis } from "#analysis";
import type { Scenario } from "#model";
import { unreachable } from "#prelude";
import { type Block, type Inline, inlines, type Table, type Text } from "../document/document.ts";
import { textTable } from "../document/text-table.ts";
import { withoutControls } from "../plots/svg.ts";
import { type Asked, reportContext } from "../sections/report-context.ts";
import { reportDocument } from "../sections/report-document.ts";

/** The report in markdown, for a pull request, a wiki or a mail: the same words, tables for the charts. */
export function markdownReport(scenario: Scenario, analysis: Analysis, asked?: Asked): string {
  const document = reportDocument(reportContext(scenario, analysis, asked));
  const [first = "", ...rest] = document.answer;
  return `${[
    `# ${escapeMarkdown(withoutControls(document.title))}`,
    written(document.subtitle),
    `**${written(first)}**`,
    ...rest.map(written),
    ...document.sections.flatMap((section) => [
      `## ${escapeMarkdown(section.title)}`,
      written(section.answer),
      ...section.blocks.flatMap((block) => markdownBlock(block, 3)),
    ]),
  ].join("\n\n")}\n`;
}

function markdownBlock(block: Block, level: number): string[] {
  switch (block.kind) {
    case "paragraph":
      return [written(block.text)];
    case "list":
      return [block.items.map((item) => `- ${written(item)}`).join("\n")];
    case "table":
      return block.pageOnly ? [] : [`${written(block.caption)}:`, markdownTable(textTable(block))];
    case "figure":
      return [written(block.undrawn ?? block.sentence), ...markdownBlock(block.table, level)].filter(
        (one) => one !== "",
      );
    case "cards":
      return block.cards.flatMap((card) => [
        `${"#".repeat(level)} ${written(card.title)}`,
        ...card.body.flatMap((one) => markdownBlock(one, level + 1)),
      ]);
    case "details":
      return (block.inText ?? []).flatMap((one) => markdownBlock(one, level));
    default:
      return unreachable(block);
  }
}

function markdownTable(table: Table): string {
  const row = (cells: readonly Text[]) => `| ${cells.map((cell) => written(cell)).join(" | ")} |`;
  return [
    row(table.columns.map((column) => column.title)),
    `|${table.columns.map((column) => (column.align === "end" ? "--:" : "---")).join("|")}|`,
    ...table.rows.map(row),
  ].join("\n");
}

function written(text: Text): string {
  return inlines(text).map(markdownInline).join("");
}

function markdownInline(inline: Inline): string {
  if (typeof inline === "string") return escapeMarkdown(inline);
  switch (inline.kind) {
    case "name":
    case "party":
    case "source":
    case "badge":
      return escapeMarkdown(withoutControls(inline.text));
    case "id":
      return `\`${withoutControls(inline.text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
    case "strong":
      return `**${written(inline.of)}**`;
    case "faint":
      return written(inline.of);
    case "verdict":
      return `${{ yes: "✓", no: "✗", partly: "~", open: "?" }[inline.is]} **${escapeMarkdown(inline.text)}**`;
    case "anchor":
      return "";
    default:
      return unreachable(inline);
  }
}

/** Nothing a scenario says may become markup: links, images, raw HTML, emphasis, table cells. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^(\s*)([-+])(?=\s)/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2")
    .replace(/\bhttps?:\/\//gi, (scheme) => `${scheme.slice(0, -3)}&#58;//`);
}
