import type { Robustness } from "#analysis";
import { dotRows, percent, type Table } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { PlotActions } from "../../out/plot-actions.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Plot } from "../../parts/plot.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { intervalWords, ShareTrack } from "./share-track.tsx";
import { type SolutionId, solutionIds } from "./solution-candidates.ts";

/** In how many draws all, and each party, accept every complete package and one settlement of each solution. */
export function PackageShares({ packages }: Pick<Robustness, "packages">) {
  const { scenario, names } = useDeal();
  const words = useWords();
  const rows = Object.entries(packages);
  if (rows.length === 0) return null;
  const parties = scenario.agenda.parties.filter(({ id }) => names.judged.includes(id));
  const isSolution = (id: string): id is SolutionId => solutionIds.some((one) => one === id);
  const name = (id: string, own: string) => (isSolution(id) ? words(`sure.solution.${id}`) : own);
  const slot = (party: string) => scenario.agenda.parties.findIndex(({ id }) => id === party) % 8;
  const draw = (width: number, id: string) =>
    dotRows({
      id,
      width,
      title: words("sure.packages.title"),
      description: words("sure.packages.description"),
      axis: words("sure.packages.axis"),
      series: parties.map((party) => ({ id: party.id, label: party.name, slot: slot(party.id) })),
      rows: rows.map(([key, one]) => ({
        label: name(key, one.name),
        values: Object.fromEntries(Object.entries(one.acceptedBy).map(([party, { share }]) => [party, share * 100])),
      })),
    });
  const table = (): Table => ({
    kind: "table",
    caption: words("sure.packages.title"),
    columns: [
      { title: words("sure.packages.package"), align: "start" },
      ...[words("sure.packages.all"), ...parties.map((party) => party.name)].map((title) => ({
        title,
        align: "end" as const,
      })),
    ],
    rows: rows.map(([key, one]) => [
      { kind: "name", text: name(key, one.name) },
      percent(one.acceptedByAll.share),
      ...parties.map((party) => {
        const share = one.acceptedBy[party.id];
        return share ? percent(share.share) : "";
      }),
    ]),
  });
  return (
    <div className="sure-block">
      <h3>{words("sure.packages")}</h3>
      <Scroll label={words("sure.packages")}>
        <table className="sure-table">
          <caption>{words("sure.packages.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("sure.packages.package")}</th>
              <th scope="col">{words("sure.packages.all")}</th>
              {parties.map(({ id }) => (
                <th key={id} scope="col" className="number">
                  <PartyName party={id} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, one]) => (
              <tr key={id}>
                <th scope="row">
                  {isSolution(id) ? (
                    <ShowEvidence of={{ kind: "answer", part: "solutions" }}>{name(id, one.name)}</ShowEvidence>
                  ) : (
                    <ShowEvidence of={{ kind: "package", package: id }}>{one.name}</ShowEvidence>
                  )}
                </th>
                <td>
                  <ShareTrack share={one.acceptedByAll} />
                </td>
                {parties.map(({ id: party }) => {
                  const share = one.acceptedBy[party];
                  return (
                    <td key={party} className="number">
                      {share ? (
                        <data
                          value={share.share}
                          className="value"
                          title={words("sure.packages.interval", {
                            share: percent(share.share),
                            interval: intervalWords(share),
                          })}
                        >
                          {percent(share.share)}
                        </data>
                      ) : (
                        "–"
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>{words("sure.packages.drawn")}</summary>
        <Plot draw={draw} />
        <PlotActions id="accepted-in-draws" title={words("sure.packages.title")} draw={draw} table={table} />
      </details>
    </div>
  );
}
