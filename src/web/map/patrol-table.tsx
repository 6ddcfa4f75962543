import type { ZoneTable } from "#monitor";
import { measureWords } from "#report";
import { useComposition } from "../compose/use-composition.ts";
import { Scroll } from "../parts/scroll.tsx";
import { useWords } from "../words/words.tsx";

/** How thin each patrol on the agenda would be. */
export function PatrolTable({ table }: { readonly table: ZoneTable }) {
  const { draft } = useComposition();
  const words = useWords();
  const { patrolIssue, patrols } = table;
  if (patrolIssue === undefined || patrols.length === 0) return null;
  const published = patrols.some(({ perPublishedKm }) => perPublishedKm !== undefined);
  return (
    <section className="map-table">
      <h2>{words("map.patrol")}</h2>
      <p>{words("map.patrol.lead")}</p>
      <Scroll label={words("map.patrol")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words("map.patrol.option")}</th>
              <th scope="col" className="number">
                {words("map.troops")}
              </th>
              <th scope="col" className="number">
                {words("map.patrol.perKm")}
              </th>
              {published ? (
                <th scope="col" className="number">
                  {words("map.patrol.perPublishedKm")}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {patrols.map(({ option, name, troops, perKm, perPublishedKm }) => {
              const chosen = draft.choices[patrolIssue] === option;
              return (
                <tr key={option} data-chosen={chosen}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                    {chosen ? <span className="map-chosen">{words("map.patrol.chosen")}</span> : null}
                  </th>
                  <td className="number">{bare(measureWords(troops)) ?? words("map.unknown")}</td>
                  <td className="number">{bare(measureWords(perKm)) ?? words("map.unknown")}</td>
                  {published ? (
                    <td className="number">
                      {(perPublishedKm && bare(measureWords(perPublishedKm))) ?? words("map.unknown")}
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** The figures alone: the column says the unit. */
function bare(text: string | undefined): string | undefined {
  return text?.split(" ")[0];
}
