import { useDeal } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";
import { Compare } from "./compare.tsx";
import { PackagesTable } from "./packages-table.tsx";
import "./packages.css";

/** What is on the table: each package's worth and verdict, and any two side by side. */
export function Packages() {
  const words = useWords();
  const { scenario, verdicts, answer } = useDeal();
  const reports = verdicts ?? answer?.analysis.packages;
  const shown = scenario.packages.filter(({ id }) => reports?.[id]);
  const accepted = shown.filter(({ id }) => {
    const report = reports![id]!;
    return report.complete && report.refusedBy.length === 0 && report.rulesBroken.length === 0;
  });
  return (
    <section id="packages" aria-labelledby="packages-title" className="packages">
      <h2 id="packages-title">{words("frame.deal.packages")}</h2>
      {scenario.packages.length === 0 ? (
        <p className="note">{words("packages.none")}</p>
      ) : !reports ? (
        <p className="note">{words("packages.waiting")}</p>
      ) : (
        <>
          <p className="deal-lead">
            {words("packages.lead", { accepted: accepted.length, count: shown.length })} {words("packages.lead.how")}
          </p>
          <PackagesTable reports={reports} />
        </>
      )}
      <Compare />
    </section>
  );
}
