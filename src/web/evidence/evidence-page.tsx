import { useEffect, useMemo, useState } from "react";
import { plainText, series } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { judgementRows } from "./judgement-rows.ts";
import { JudgementTable } from "./judgement-table.tsx";
import { SourceList } from "./source-list.tsx";
import "./evidence-page.css";

/** Every judgement behind the numbers, and every source; to be read, filtered and printed. */
export function EvidencePage() {
  const { scenario, names } = useDeal();
  const words = useWords();
  const rows = useMemo(() => judgementRows(scenario, names, words), [scenario, names]);
  const [printing, setPrinting] = useState<"sources" | "all">();
  useEffect(() => {
    if (!printing) return;
    window.print();
    setPrinting(undefined);
  }, [printing]);
  const { sources } = scenario.agenda;
  const estimates = scenario.sheets.filter(({ kind }) => kind === "estimate");
  return (
    <div className="evidence-page" data-printing={printing}>
      <h1>{words("evidence.page.title")}</h1>
      <p>
        {rows.length === 0
          ? words("evidence.page.none")
          : words("evidence.page.lead", {
              judgements: rows.length,
              low: rows.filter(({ origin }) => origin.evidence.confidence === "low").length,
              unsourced: rows.filter(({ basis }) => basis === "none").length,
              doubtful: rows.filter(({ basis }) => basis === "doubtful").length,
            })}{" "}
        {words("evidence.page.sources", {
          sources: sources.length,
          silent: sources.filter(({ funding }) => /^(not stated)?$/i.test(funding.trim())).length,
        })}
      </p>
      {estimates.length > 0 ? (
        <p className="note">
          {words("evidence.page.estimates", {
            names: plainText(
              series(
                estimates.map(({ party, author }) => [names.party(party), ` (${words("frame.estimate")}: ${author})`]),
              ),
            ),
          })}
        </p>
      ) : null}
      <div className="row screen-only">
        <button type="button" onClick={() => setPrinting("sources")}>
          {words("evidence.list.print")}
        </button>
        <button type="button" onClick={() => setPrinting("all")}>
          {words("evidence.list.print.all")}
        </button>
      </div>
      {rows.length > 0 ? (
        <section className="evidence-judgements">
          <h2>{words("evidence.page.judgements")}</h2>
          <JudgementTable rows={rows} />
        </section>
      ) : null}
      <section id="sources">
        <h2>{words("evidence.list.title")}</h2>
        <SourceList />
      </section>
    </div>
  );
}
