import type { ReactNode } from "react";
import type { Measure, TierOnTheGround } from "#monitor";
import { fixed, measureWords } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";

type Row = { readonly key: string; readonly name: string; readonly value: ReactNode };

/** One tier in numbers, each with its unit; what is not known says why. */
export function TierTable({ tier }: { readonly tier: TierOnTheGround }) {
  const words = useWords();
  const rows = useTierRows(tier);
  return (
    <section className="map-tier">
      <h2>
        <bdi>{tier.name}</bdi>
      </h2>
      {tier.note ? (
        <p className="small soft">
          <bdi>{tier.note}</bdi>
        </p>
      ) : null}
      <table>
        <caption className="unseen">{words("map.tier.table", { name: tier.name })}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{words("map.measure")}</th>
            <th scope="col">{words("map.value")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, value }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tier.gaps.length > 0 ? (
        <p className="note">
          {words("map.gaps")}: {tier.gaps.join(" ")}
        </p>
      ) : null}
    </section>
  );
}

function useTierRows(tier: TierOnTheGround): readonly Row[] {
  const { names } = useDeal();
  const words = useWords();
  const row = (name: string, measure: Measure, key = name): Row => ({
    key,
    name,
    value: <MeasureCell measure={measure} />,
  });
  const area = row(words("map.area"), tier.areaKm2);
  switch (tier.kind) {
    case "demilitarised-zone":
      return [
        area,
        row(words("map.area.land"), tier.landKm2),
        ...tier.bySide
          .filter(({ depthKm }) => depthKm > 0)
          .map(({ party, depthKm, areaKm2 }) => {
            return row(
              words("map.area.side", { party: names.party(party).text, depth: `${fixed(depthKm, 0)} km` }),
              areaKm2,
              party,
            );
          }),
        row(words("map.length"), tier.lengthKm),
        ...(tier.publishedKm ? [published(tier.publishedKm, words)] : []),
      ];
    case "forces":
      return [area, limits(tier, words)];
    case "presence":
      return [
        row(words("map.troops"), tier.troops),
        row(words("map.brigades"), tier.brigades),
        ...(tier.brigadesAsTroops ? [row(words("map.brigades.troops"), tier.brigadesAsTroops)] : []),
        area,
        row(words("map.nearest"), tier.nearestKm),
        row(words("map.farthest"), tier.farthestKm),
        limits(tier, words),
      ];
  }
}

function published(
  { measure, sources }: NonNullable<Extract<TierOnTheGround, { kind: "demilitarised-zone" }>["publishedKm"]>,
  words: ReturnType<typeof useWords>,
): Row {
  return {
    key: "published",
    name: words("map.length.published"),
    value: (
      <>
        <span className="map-number">{measureWords(measure)}</span>
        {sources.map((source) => (
          <span key={source} className="map-basis">
            <SourceName source={source} />
          </span>
        ))}
      </>
    ),
  };
}

function SourceName({ source }: { readonly source: string }) {
  const { names } = useDeal();
  return <DocumentText text={names.source(source)} />;
}

function limits(
  { limits }: Extract<TierOnTheGround, { kind: "forces" | "presence" }>,
  words: ReturnType<typeof useWords>,
): Row {
  const name = words("map.limits");
  if (limits.length === 0) return { key: "limits", name, value: words("map.limits.none") };
  return {
    key: "limits",
    name,
    value: (
      <ul className="map-limits">
        {limits.map(({ issue, issueName, option, optionName }) => (
          <li key={issue}>
            {option === undefined || optionName === undefined ? (
              words("map.limit.open", { issue: issueName })
            ) : (
              <ShowEvidence of={{ kind: "option", issue, option }}>
                {words("map.limit", { issue: issueName, option: optionName })}
              </ShowEvidence>
            )}
          </li>
        ))}
      </ul>
    ),
  };
}

/** A measure with what it rests on; its reason where it is not known. */
export function MeasureCell({ measure }: { readonly measure: Measure }) {
  const text = measureWords(measure);
  if (text === undefined)
    return <span className="soft">{measure.answer.status === "unknown" ? measure.answer.reason : null}</span>;
  return (
    <>
      <span className="map-number">{text}</span>
      {measure.basis ? <span className="map-basis"> {measure.basis}</span> : null}
    </>
  );
}
