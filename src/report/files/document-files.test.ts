import { expect, test } from "vitest";
import type { Document, Figure, Table } from "../document/document.ts";
import { readTags } from "../fixture/read-tags.ts";
import { drawing, element, label } from "../plots/svg.ts";
import { documentFiles } from "./document-files.ts";
import { svgFile } from "./svg-file.ts";

const table = (caption: string): Table => ({
  kind: "table",
  caption,
  columns: [{ title: "party", align: "start" }],
  rows: [["A"]],
});
const figure = (caption: string): Figure => ({
  kind: "figure",
  sentence: "A sentence.",
  draw: (width, id) =>
    drawing(
      { id, width, height: 40, title: 'a > b & "c"', description: "d" },
      element("circle", { class: "plot-mark party-2", r: 3, fill: "var(--accent)" }) + label("<name>", { x: 1, y: 2 }),
    ),
  table: table(caption),
});
const document: Document = {
  title: "t",
  subtitle: "s",
  answer: [],
  sections: [
    {
      id: "frontier",
      title: "The frontier",
      answer: "",
      blocks: [
        { kind: "paragraph", text: "p" },
        figure("pair one"),
        { kind: "cards", cards: [{ title: "card", body: [figure("pair two")] }] },
        { kind: "details", summary: "more", body: [table("listed")] },
      ],
    },
    { id: "parties", title: "The parties", answer: "", blocks: [table("")] },
  ],
};

test("every drawing and table of a document is a file with a name of its own, inside cards and folds too", () => {
  const { drawings, tables } = documentFiles(document);
  expect(drawings.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    "frontier-1: The frontier: pair one",
    "frontier-2: The frontier: pair two",
  ]);
  expect(tables.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    "frontier-1: The frontier: pair one",
    "frontier-2: The frontier: pair two",
    "frontier-3: The frontier: listed",
    "parties-1: The parties",
  ]);
  expect(tables[0]!.csv).toBe("\ufeffparty\r\nA\r\n");
});

test("a drawing's file stands alone: well formed, its style and colours inside, nothing asked of anybody", () => {
  const [first] = documentFiles(document).drawings;
  const { svg } = first!;
  expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  const markup = svg.slice(svg.indexOf("<svg"));
  const tags = readTags(markup.trim());
  expect(tags[0]?.name).toBe("svg");
  expect(tags[0]?.attributes).toMatchObject({ width: "860", height: "72", viewBox: "-16 -16 860 72" });
  expect(tags.map(({ name }) => name)).toEqual(["svg", "title", "desc", "style", "rect", "circle", "text"]);
  expect(svg).not.toContain("var(");
  expect(svg).not.toMatch(/url\(|@import|href|<script/);
  expect(svg).toContain('font-family:"Source Sans 3"');
  expect(svg).toContain(".party-2{fill:#e69f00}");
  expect(svg).toContain("a &gt; b &amp; &quot;c&quot;");
});

test("a drawing with a colour that the light theme does not set is a mistake of ours, found at once", () => {
  expect(() => svgFile('<svg viewBox="0 0 1 1"><desc></desc><path fill="var(--unknown)"/></svg>')).toThrow("--unknown");
});
