import { useMemo } from "react";
import type { FrontierTable } from "#compute/browser";
import { points } from "#report";
import { PartyName } from "../../parts/party-name.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import type { JudgedParty } from "../judged-parties.ts";
import { extent, type Ranges, rangeStep, withRange } from "./brush.ts";

/** At least and at most so many points for each party: the charts' brushes as numbers. */
export function RangeInputs({
  table,
  parties,
  ranges,
  onRanges,
}: {
  readonly table: FrontierTable;
  readonly parties: readonly JudgedParty[];
  readonly ranges: Ranges;
  readonly onRanges: (ranges: Ranges) => void;
}) {
  const words = useWords();
  const extents = useMemo(() => parties.map(({ id }) => extent(table, id)), [table, parties]);
  return (
    <>
      <Scroll label={words("space.ranges")}>
        <table className="deal-table space-ranges">
          <caption>{words("space.ranges")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("space.ranges.party")}</th>
              <th scope="col">{words("space.ranges.least")}</th>
              <th scope="col">{words("space.ranges.most")}</th>
              <th scope="col" className="number">
                {words("space.ranges.listed")}
              </th>
              <th scope="col" className="number">
                {words("space.ranges.accepts")}
              </th>
            </tr>
          </thead>
          <tbody>
            {parties.map(({ id, name, scale, reservation }, at) => (
              <tr key={id}>
                <th scope="row">
                  <PartyName party={id} />
                </th>
                {(["least", "most"] as const).map((end) => (
                  <td key={end}>
                    <input
                      type="number"
                      step={rangeStep(scale)}
                      inputMode="decimal"
                      aria-label={words(`space.ranges.${end}.of`, { name: isolated(name) })}
                      value={ranges[id]?.[end] ?? ""}
                      onChange={(event) => {
                        const number = event.target.valueAsNumber;
                        const { [end]: _, ...other } = ranges[id] ?? {};
                        onRanges(withRange(ranges, id, Number.isFinite(number) ? { ...other, [end]: number } : other));
                      }}
                    />
                  </td>
                ))}
                <td className="number">
                  {extents[at]
                    ? words("space.ranges.extent", {
                        least: points(extents[at].least, scale),
                        most: points(extents[at].most, scale),
                      })
                    : ""}
                </td>
                <td className="number">{points(reservation.mid, scale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <button type="button" disabled={Object.keys(ranges).length === 0} onClick={() => onRanges({})}>
        {words("space.clear")}
      </button>
    </>
  );
}
