import { Fragment, type ReactNode } from "react";
import type { Analysis, RedLinePrice } from "#analysis";
import type { PartyId } from "#model";
import { fixed, isExactly, plainText, points } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { ConstraintName } from "../../evidence/constraint-name.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { columnsWithNews, type PriceColumn, priceOrder, priceTogether } from "./price-order.ts";

/** What each enforced line or floor costs: what would be gained without it alone. */
export function RedLinePrices({ analysis }: { readonly analysis: Analysis }) {
  const { scenario, names } = useDeal();
  const words = useWords();
  if (analysis.redLinePrices.length === 0) return null;
  const empty = isExactly(analysis.agreementZone.exists, false);
  const { priced, free } = priceOrder(analysis.redLinePrices, empty);
  const parties = scenario.agenda.parties.map(({ id }) => id).filter((party) => names.sheet(party));
  const columns = columnsWithNews(priced, empty);
  const most = Math.max(1e-9, ...priced.flatMap(({ idealGain }) => Object.values(idealGain)));
  return (
    <div className="unlocks-block">
      <h3>{words("unlocks.prices")}</h3>
      <p>
        <Dearest prices={analysis.redLinePrices} priced={priced} empty={empty} />
      </p>
      {priced.length > 0 ? (
        <Scroll label={words("unlocks.prices")}>
          <table className="unlocks-prices">
            <caption>{words("unlocks.prices.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("unlocks.prices.without")}</th>
                {parties.map((party) => (
                  <th key={party} scope="col" className="number">
                    <PartyName party={party} />
                  </th>
                ))}
                {columns.map((column) => (
                  <th key={column} scope="col" className={column === "zone" ? undefined : "number"}>
                    {words(`unlocks.prices.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {priced.map((price) => (
                <PriceRow
                  key={JSON.stringify(price.constraint)}
                  price={price}
                  parties={parties}
                  columns={columns}
                  most={most}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      {free.length > 0 ? (
        <p className="note">
          {words("unlocks.prices.nothing")}{" "}
          {free.map(({ constraint }, at) => (
            <Fragment key={JSON.stringify(constraint)}>
              {at > 0 ? ", " : ""}
              <ConstraintName of={constraint} />
            </Fragment>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function PriceRow({
  price,
  parties,
  columns,
  most,
}: {
  readonly price: RedLinePrice;
  readonly parties: readonly PartyId[];
  readonly columns: readonly PriceColumn[];
  readonly most: number;
}) {
  const { names } = useDeal();
  const words = useWords();
  const { zoneWithout, gain, countRatio } = price;
  const times = (ratio: number | undefined) =>
    ratio === undefined ? "–" : <data value={ratio}>{words("unlocks.prices.times", { ratio: fixed(ratio, 2) })}</data>;
  const by = (value: number | undefined) => (value === undefined ? "–" : <Value value={value} signed />);
  const cells: Readonly<Record<PriceColumn, ReactNode>> = {
    zone:
      zoneWithout.status === "exact"
        ? words(zoneWithout.value ? "unlocks.prices.zone.open" : "unlocks.prices.zone.empty")
        : words("unlocks.prices.zone.unknown"),
    utilitarian: by(gain.utilitarian),
    egalitarian: by(gain.egalitarian),
    nash: times(gain.nashProductRatio),
    count: times(countRatio),
  };
  return (
    <tr>
      <th scope="row">
        <ConstraintName of={price.constraint} />
      </th>
      {parties.map((party) => {
        const value = price.idealGain[party];
        return (
          <td key={party} className="number">
            {value === undefined ? "–" : <Value value={value} scale={names.scale(party)} signed />}
            <span
              className="unlocks-bar"
              aria-hidden="true"
              style={{ inlineSize: `${(Math.max(0, value ?? 0) / most) * 100}%` }}
            />
          </td>
        );
      })}
      {columns.map((column) => (
        <td key={column} className={column === "zone" ? undefined : "number"}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

function Dearest({
  prices,
  priced,
  empty,
}: {
  readonly prices: readonly RedLinePrice[];
  readonly priced: readonly RedLinePrice[];
  readonly empty: boolean;
}) {
  const { names } = useDeal();
  const words = useWords();
  const line = ({ constraint }: RedLinePrice) => plainText(names.constraint(constraint));
  if (empty) {
    const opening = prices.filter(({ zoneWithout }) => isExactly(zoneWithout, true));
    return opening.length === 0
      ? words("unlocks.prices.answer.stays")
      : words("unlocks.prices.answer.opens", { lines: opening.map(line).join(" / ") });
  }
  const [first] = priced;
  if (!first || priceTogether(first) <= 1e-9) return words("unlocks.prices.answer.free");
  return words("unlocks.prices.answer.dearest", { line: line(first), points: points(priceTogether(first)) });
}
