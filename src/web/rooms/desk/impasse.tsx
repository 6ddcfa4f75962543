import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useHostTime, useRoom } from "../room/live/live-room.tsx";
import { OfferLink } from "../room/whole/offer-name.tsx";
import type { IssueStanding } from "./issue-standings.ts";
import { StillFor } from "./still-for.tsx";

/** Issue by issue: who stands where, who moved last and when; what stands still longest comes first. */
export function Impasse({ standings }: { readonly standings: readonly IssueStanding[] }) {
  const { names } = useRoom();
  const words = useWords();
  const now = useHostTime(20_000);
  const open = standings.filter(({ state }) => state !== "settled");
  const named = open.filter(isNamed);
  const unnamed = open.filter((standing) => !isNamed(standing));
  const settled = standings.filter(({ state }) => state === "settled");
  return (
    <>
      <p>
        {words("desk.impasse.lead", { open: open.length, unnamed: unnamed.length, settled: settled.length })}{" "}
        {words("desk.impasse.what")}
      </p>
      {named.length === 0 ? null : (
        <Scroll label={words("desk.impasse.table")}>
          <table className="desk-impasse-table">
            <caption>{words("desk.impasse.caption")}</caption>
            <thead>
              <tr>
                {(["issue", "still", "moved", "positions", "floated"] as const).map((column) => (
                  <th key={column} scope="col">
                    {words(`desk.impasse.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {named.map((standing) => (
                <Row key={standing.issue} standing={standing} now={now} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {unnamed.length === 0 ? null : (
        <p>
          <strong>{words("desk.impasse.unnamed")}</strong> {unnamed.map(({ issue }) => names.issue(issue)).join("; ")}
        </p>
      )}
      {settled.length === 0 ? null : (
        <p className="soft">
          <strong>{words("desk.impasse.settled")}</strong> {settled.map(({ issue }) => names.issue(issue)).join("; ")}
        </p>
      )}
    </>
  );
}

function isNamed({ lastMove, floated }: IssueStanding): boolean {
  return lastMove !== undefined || floated.length > 0;
}

function Row({ standing, now }: { readonly standing: IssueStanding; readonly now: string }) {
  const { issue, state, positions, floated, lastMove } = standing;
  const { names } = useRoom();
  const words = useWords();
  const options = [...new Set(positions.map(({ option }) => option))];
  return (
    <tr>
      <th scope="row">
        <bdi>{names.issue(issue)}</bdi>
        {state === "undecided" ? <span className="badge desk-undecided">{words("desk.undecided")}</span> : null}
      </th>
      <td>{lastMove ? <StillFor since={lastMove.at} now={now} /> : words("desk.impasse.never")}</td>
      <td>
        {lastMove ? (
          <>
            <DelegationMark of={lastMove.party} />{" "}
            <span className="small">
              {words(`desk.moved.${lastMove.how}`)} <OfferLink of={lastMove} />
            </span>
          </>
        ) : null}
      </td>
      <td>
        <ul className="desk-positions">
          {options.map((option) => (
            <li key={option}>
              <bdi>{names.option(issue, option)}</bdi>{" "}
              {positions
                .filter((position) => position.option === option)
                .map(({ party }) => (
                  <DelegationMark key={party} of={party} />
                ))}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {floated.length === 0 ? (
          <span aria-hidden="true">–</span>
        ) : (
          <ul className="desk-positions">
            {floated.map(({ party, option }) => (
              <li key={`${party} ${option}`}>
                <bdi>{names.option(issue, option)}</bdi> <DelegationMark of={party} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
