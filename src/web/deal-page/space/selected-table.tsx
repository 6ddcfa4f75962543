import { useMemo, useState } from "react";
import { type FrontierTable, settlementAt } from "#compute/browser";
import { count, points, signedPoints } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import type { JudgedParty } from "../judged-parties.ts";
import { rankedRows } from "./ranked-rows.ts";

const rowsShown = 50;

type Sort = { readonly party: string; readonly rising: boolean };

/** The first of the selected settlements, by any party's value; each opens in the composer. */
export function SelectedTable({
  table,
  rows,
  parties,
  selecting,
}: {
  readonly table: FrontierTable;
  readonly rows: Int32Array;
  readonly parties: readonly JudgedParty[];
  readonly selecting: boolean;
}) {
  const words = useWords();
  const { act } = useDeal();
  const [sort, setSort] = useState<Sort>();
  const by = sort && parties.some(({ id }) => id === sort.party) ? sort : undefined;
  const listed = useMemo(
    () => (by ? rankedRows(table, rows, by, rowsShown) : Array.from(rows.subarray(0, rowsShown))),
    [table, rows, by],
  );
  const caption = words(selecting ? "space.rows.caption.selected" : "space.rows.caption", {
    shown: listed.length,
    count: rows.length,
  });
  return (
    <details className="space-rows" open={selecting}>
      <summary>{words("space.rows")}</summary>
      <Scroll label={caption}>
        <table className="deal-table deal-sticky">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words("space.rows.settlement")}</th>
              {parties.map(({ id, name }) => (
                <th
                  scope="col"
                  className="number"
                  key={id}
                  aria-sort={by?.party === id ? (by.rising ? "ascending" : "descending") : "none"}
                >
                  <button
                    type="button"
                    className="space-sort"
                    onClick={() => setSort({ party: id, rising: by?.party === id ? !by.rising : false })}
                  >
                    <bdi>{name}</bdi>
                    <span aria-hidden="true">{by?.party === id ? (by.rising ? " ↑" : " ↓") : ""}</span>
                  </button>
                </th>
              ))}
              <th scope="col" className="number">
                {words("space.rows.ties")}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((row) => (
              <tr key={row}>
                <th scope="row">
                  <button
                    type="button"
                    className="quiet"
                    aria-label={words("space.rows.open", { row: row + 1 })}
                    onClick={() =>
                      act({
                        kind: "compose-and-show",
                        draft: {
                          name: words("space.place.settlement", { row: row + 1 }),
                          choices: settlementAt(table, row),
                          locks: [],
                        },
                      })
                    }
                  >
                    {words("space.rows.number", { row: row + 1 })}
                  </button>
                </th>
                {parties.map(({ id, scale, reservation }) => {
                  const value = table.utilities[row * table.parties.length + table.parties.indexOf(id)]!;
                  return (
                    <td className="number" key={id}>
                      <data value={value}>{points(value, scale)}</data>{" "}
                      <span className="soft">({signedPoints(value - reservation.mid, scale)})</span>
                    </td>
                  );
                })}
                <td className="number">{count(table.ties[row]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
