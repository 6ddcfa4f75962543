import type { ZoneTable } from "#monitor";
import { measureWords } from "#report";
import { useComposition } from "../compose/use-composition.ts";
import { Scroll } from "../parts/scroll.tsx";
import { useWords } from "../words/words.tsx";

/** The demilitarised zone at every depth on the agenda. */
export function DepthTable({ table }: { readonly table: ZoneTable }) {
  const { draft } = useComposition();
  const words = useWords();
  return (
    <section className="map-table">
      <h2>{words("map.depths")}</h2>
      <p>{words("map.depths.lead")}</p>
      <Scroll label={words("map.depths")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words("map.depths.option")}</th>
              <th scope="col" className="number">
                {words("map.area")}
              </th>
              <th scope="col" className="number">
                {words("map.area.land")}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.depths.map(({ option, name, areaKm2, landKm2 }) => {
              const chosen = draft.choices[table.depthIssue] === option;
              return (
                <tr key={option} data-chosen={chosen}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                    {chosen ? <span className="map-chosen">{words("map.patrol.chosen")}</span> : null}
                  </th>
                  <td className="number">{measureWords(areaKm2) ?? words("map.unknown")}</td>
                  <td className="number">{measureWords(landKm2) ?? words("map.unknown")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
