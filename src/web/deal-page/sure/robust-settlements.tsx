import { useEffect, useMemo } from "react";
import { type DealAnswer, settlementAt } from "#compute/browser";
import type { PartyId, Scenario } from "#model";
import { wilsonInterval } from "#prelude";
import { useDeal } from "../../deal/deal-context.tsx";
import { Printable } from "../../open/printing.tsx";
import { Unprinted } from "../../open/unprinted.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { useAsking } from "./asking.ts";
import { mostAccepted, spreadRows } from "./efficient-sample.ts";
import { Running } from "./running.tsx";
import { ShareTrack } from "./share-track.tsx";

const judgedAtMost = 1000;
const shown = 8;

/** Of the efficient settlements, those that all accept in most draws. Asked once for each answer it is given. */
export function RobustSettlements({ answer, draws }: { readonly answer: DealAnswer; readonly draws: number }) {
  const { scenario, options, names } = useDeal();
  const words = useWords();
  const { known, running, ask, finish, failed } = useAsking("acceptability");
  const { frontier } = answer;
  const rows = useMemo(() => spreadRows(frontier.count, judgedAtMost), [frontier]);
  useEffect(() => {
    if (rows.length > 0) ask({ scenario, options, settlements: rows.map((row) => settlementAt(frontier, row)), draws });
  }, [rows, draws]);
  const ranked = known ? mostAccepted(rows, known.answer.accepted, shown) : [];
  const parties = scenario.agenda.parties.map(({ id }) => id).filter((party) => frontier.parties.includes(party));
  return (
    <div className="sure-block">
      <h3>{words("sure.robust")}</h3>
      {frontier.count === 0 ? <p className="note">{words("sure.robust.none")}</p> : null}
      {failed ? <p className="note">{words("sure.failed", { why: failed })}</p> : null}
      <Printable finished={rows.length === 0 || (known !== undefined && !running) || failed !== undefined} />
      {rows.length === 0 || known || failed ? null : <Unprinted />}
      {running ? <Running done={running.done} of={running.of ?? draws} onStop={finish} /> : null}
      {answer.beforeReservations ? <p className="note">{words("sure.robust.before")}</p> : null}
      {known ? (
        <>
          <p className="note">{words("sure.robust.lead", { judged: rows.length, draws: known.answer.draws })}</p>
          <Scroll label={words("sure.robust")}>
            <table className="sure-table">
              <caption>{words("sure.robust.caption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{words("sure.robust.settlement")}</th>
                  <th scope="col">{words("sure.robust.share")}</th>
                  {parties.map((party) => (
                    <th key={party} scope="col" className="number">
                      <PartyName party={party} />
                    </th>
                  ))}
                  <th scope="col">
                    <span className="unseen">{words("sure.robust.open")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {ranked.map(({ row, accepted }) => {
                  const choices = settlementAt(frontier, row);
                  const name = words("sure.robust.name", { row: row + 1 });
                  return (
                    <tr key={row}>
                      <th scope="row">{name}</th>
                      <td>
                        <ShareTrack share={wilsonInterval(accepted, Math.max(1, known.answer.draws))} />
                      </td>
                      {parties.map((party) => {
                        const utility =
                          frontier.utilities[row * frontier.parties.length + frontier.parties.indexOf(party)] ?? 0;
                        return (
                          <td key={party} className="number">
                            <Value
                              value={utility - reservation(known.input.scenario, party)}
                              scale={names.scale(party)}
                              signed
                              evidence={{ kind: "utility", party, choices, title: name }}
                            />
                          </td>
                        );
                      })}
                      <td>
                        <OpenInComposer name={name} choices={choices} />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
        </>
      ) : null}
    </div>
  );
}

/** As it was when the draws were made. */
function reservation({ sheets }: Scenario, party: PartyId): number {
  return sheets.find((sheet) => sheet.party === party)?.reservation.mid ?? 0;
}

function OpenInComposer({
  name,
  choices,
}: {
  readonly name: string;
  readonly choices: Readonly<Record<string, string>>;
}) {
  const { act } = useDeal();
  const words = useWords();
  return (
    <button
      type="button"
      className="sure-open"
      aria-label={words("sure.robust.open.title", { name })}
      onClick={() => act({ kind: "compose-and-show", draft: { name, choices, locks: [] } })}
    >
      {words("sure.robust.open")}
    </button>
  );
}
