import type { Block, Table } from "#report";
import { plainText } from "#report";
import { DocumentText } from "./document-text.tsx";
import { Plot } from "./plot.tsx";
import { Scroll } from "./scroll.tsx";

/** The blocks of a report's section, as the page shows them. */
export function DocumentBlocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <OneBlock key={at} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p className={block.tone}>
          <DocumentText text={block.text} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>
              <DocumentText text={item} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <DocumentTable table={block} />;
    case "figure":
      return (
        <figure>
          <p>
            <DocumentText text={block.sentence} />
          </p>
          <Plot draw={block.draw} />
          <DocumentTable table={block.table} />
        </figure>
      );
    case "cards":
      return block.cards.map((card, at) => (
        <div className="card" key={at}>
          <h4>
            <DocumentText text={card.title} />
          </h4>
          <DocumentBlocks blocks={card.body} />
        </div>
      ));
    case "details":
      return (
        <details>
          <summary>
            <DocumentText text={block.summary} />
          </summary>
          <DocumentBlocks blocks={block.body} />
        </details>
      );
  }
}

export function DocumentTable({ table }: { readonly table: Table }) {
  return (
    <Scroll label={plainText(table.caption)}>
      <table>
        <caption>
          <DocumentText text={table.caption} />
        </caption>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={at} scope="col" className={column.align === "end" ? "number" : undefined}>
                <DocumentText text={column.title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => {
                const end = table.columns[column]?.align === "end" ? "number" : undefined;
                return column === 0 ? (
                  <th key={column} scope="row" className={end}>
                    <DocumentText text={cell} />
                  </th>
                ) : (
                  <td key={column} className={end}>
                    <DocumentText text={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
