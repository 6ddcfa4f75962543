import type { Robustness } from "#analysis";
import { fixed, judgementWords, percent } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { judgementEvidence } from "./judgement-evidence.ts";

const shown = 10;

/** The judgements that the room for agreement hangs on most, each with its evidence. */
export function WhatMatters({ matters }: Pick<Robustness, "matters">) {
  const { names } = useDeal();
  const words = useWords();
  return (
    <div className="sure-block">
      <h3>{words("sure.matters")}</h3>
      {matters.length === 0 ? (
        <p className="note">{words("sure.matters.none")}</p>
      ) : (
        <Scroll label={words("sure.matters")}>
          <table className="sure-table">
            <caption>{words("sure.matters.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("sure.matters.judgement")}</th>
                <th scope="col" colSpan={2}>
                  {words("sure.matters.share")}
                </th>
                <th scope="col">{words("sure.matters.direction")}</th>
              </tr>
            </thead>
            <tbody>
              {matters.slice(0, shown).map((one) => (
                <tr key={JSON.stringify(one.judgement)}>
                  <th scope="row">
                    <ShowEvidence of={judgementEvidence(one.judgement)}>
                      <DocumentText text={judgementWords(one.judgement, names)} />
                    </ShowEvidence>
                  </th>
                  <td className="sure-explains">
                    <span
                      className="sure-bar"
                      aria-hidden="true"
                      style={{ inlineSize: `${(one.share / (matters[0]?.share || 1)) * 100}%` }}
                    />
                  </td>
                  <td>
                    <data value={one.share} className="value">
                      {percent(one.share)}
                    </data>{" "}
                    <span className="soft small sure-interval">
                      {words("sure.matters.interval", { low: fixed(one.low * 100, 1), high: percent(one.high) })}
                    </span>
                  </td>
                  <td>{words(`sure.matters.${one.direction}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}
