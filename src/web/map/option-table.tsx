import type { ReactNode } from "react";
import type { IssueId, OptionId } from "#model";
import { useComposition } from "../compose/use-composition.ts";
import { Scroll } from "../parts/scroll.tsx";
import { useWords } from "../words/words.tsx";

type OptionTableProps = {
  readonly title: string;
  readonly lead: string;
  readonly issue: IssueId;
  /** The name of the first column, and of those of numbers. */
  readonly first: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly option: OptionId;
    readonly name: string;
    /** One for each column; undefined: not known. */
    readonly cells: readonly (string | undefined)[];
  }[];
};

/** Every option of one issue in numbers, the one in the composer marked. */
export function OptionTable({ title, lead, issue, first, columns, rows }: OptionTableProps): ReactNode {
  const { draft } = useComposition();
  const words = useWords();
  return (
    <section className="map-table">
      <h2>{title}</h2>
      <p>{lead}</p>
      <Scroll label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ option, name, cells }) => {
              const chosen = draft.choices[issue] === option;
              return (
                <tr key={option} data-chosen={chosen}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                    {chosen ? <span className="map-chosen">{words("map.chosen")}</span> : null}
                  </th>
                  {columns.map((column, at) => (
                    <td key={column} className="number">
                      {cells[at] ?? words("map.unknown")}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
