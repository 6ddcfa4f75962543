import { useIntl } from "react-intl";
import { type Inline, plainText, signedPoints, type Text } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import { type Balance, balances, type Moved, trades } from "./balances.ts";
import type { Comparable } from "./compared-context.tsx";
import type { ComparedRow, Comparison } from "./comparison.ts";
import { rowKey } from "./comparison-table.tsx";

/** Issues named in a list before the rest is counted. */
const issuesNamed = 4;

/** Who gains and who gives when the first becomes the second, and which trades are cheap for one and dear to the other. */
export function Logrolling({
  compared,
  from,
  to,
}: {
  readonly compared: Comparison;
  readonly from: Comparable;
  readonly to: Comparable;
}) {
  const words = useWords();
  const intl = useIntl();
  const { names } = useDeal();
  const sums = balances(compared);
  const possible = trades(compared, names.scale);
  const best = possible.filter(({ ratio }) => ratio > 1);
  const total = ({ party, net }: Balance) =>
    `${isolated(plainText(names.party(party)))} ${signedPoints(net, names.scale(party))}`;
  const winners = sums.filter(({ net }) => net > 0).sort((a, b) => b.net - a.net);
  const losers = sums.filter(({ net }) => net < 0).sort((a, b) => a.net - b.net);
  const list = (some: readonly Balance[]) => intl.formatList(some.map(total), { type: "conjunction" });
  const values = {
    from: isolated(from.title),
    to: isolated(to.title),
    winners: list(winners),
    losers: list(losers),
  };
  return (
    <>
      <p className="deal-lead">
        {winners.length > 0 && losers.length > 0
          ? words("packages.roll.both", values)
          : winners.length > 0
            ? words("packages.roll.gain", values)
            : losers.length > 0
              ? words("packages.roll.lose", values)
              : words("packages.roll.none", values)}
      </p>
      <div className="packages-balances">
        {sums.map((balance) => (
          <div key={balance.party}>
            <h4>
              <PartyName party={balance.party} />{" "}
              <Value value={balance.net} scale={names.scale(balance.party)} signed />
            </h4>
            {side(words("packages.gets"), balance.got, balance.gets, balance.party)}
            {side(words("packages.gives"), balance.given, balance.gives, balance.party)}
          </div>
        ))}
      </div>
      {possible.length === 0 ? null : (
        <details>
          <summary>{words("packages.trades", { cheap: best.length, count: possible.length })}</summary>
          <p className="note">{words("packages.trades.how")}</p>
          <Scroll label={words("packages.trades.caption")}>
            <table className="deal-table deal-sticky">
              <caption>{words("packages.trades.caption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{words("packages.change")}</th>
                  <th scope="col">{words("packages.trades.gainer")}</th>
                  <th scope="col">{words("packages.trades.loser")}</th>
                  <th scope="col" className="number">
                    {words("packages.trades.ratio")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {possible.map(({ row, gainer, loser, gain, loss, ratio }) => (
                  <tr key={rowKey(row)}>
                    <th scope="row">
                      <DocumentText text={rowText(row)} />
                    </th>
                    <td>
                      <PartyName party={gainer} /> <Value value={gain} scale={names.scale(gainer)} signed />
                    </td>
                    <td>
                      <PartyName party={loser} /> <Value value={-loss} scale={names.scale(loser)} signed />
                    </td>
                    <td className="number">
                      {intl.formatNumber(ratio, { maximumFractionDigits: 1, minimumFractionDigits: 1 })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </details>
      )}
    </>
  );

  function side(label: string, sum: number, moved: readonly Moved[], party: string) {
    if (moved.length === 0) return null;
    const rest = moved.slice(issuesNamed);
    return (
      <p>
        <span className="soft">{label}</span>{" "}
        <strong>
          <Value value={sum} scale={names.scale(party)} signed />
        </strong>
        {": "}
        {moved.slice(0, issuesNamed).map(({ row, points }, at) => (
          <span key={rowKey(row)}>
            {at > 0 ? "; " : ""}
            <DocumentText text={rowTitle(row)} /> {signedPoints(points, names.scale(party))}
          </span>
        ))}
        {rest.length > 0
          ? `; ${words("packages.more", { count: rest.length })} ${signedPoints(
              rest.reduce((all, { points }) => all + points, 0),
              names.scale(party),
            )}`
          : ""}
      </p>
    );
  }

  function rowTitle(row: ComparedRow): Text {
    if (row.kind === "issue") return names.issue(row.issue);
    return row.kind === "cap" ? words("packages.cap") : { kind: "id", text: row.linkage };
  }

  function rowText(row: ComparedRow): readonly Inline[] {
    if (row.kind !== "issue") return [rowTitle(row) as Inline]; // an issue's title alone is a list of inlines
    return [names.issue(row.issue), ": ", names.option(row.issue, row.from), " › ", names.option(row.issue, row.to)];
  }
}
