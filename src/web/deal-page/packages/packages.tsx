import { FollowingDeal, useDeal } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";
import { useKnownPreferences } from "../answer/missing-sheets.tsx";
import { Compare } from "./compare.tsx";
import { PackagesTable } from "./packages-table.tsx";
import "./packages.css";

/** What is on the table: each package's worth and verdict, and any two side by side. */
export function Packages() {
  const words = useWords();
  const { scenario, verdicts } = useDeal();
  const { none, some, values } = useKnownPreferences();
  const accepted = scenario.packages.filter(({ id }) => {
    const report = verdicts[id]!;
    return report.complete && report.refusedBy.length === 0 && report.rulesBroken.length === 0;
  });
  return (
    <section id="packages" aria-labelledby="packages-title" className="packages">
      <h2 id="packages-title">{words("frame.deal.packages")}</h2>
      {scenario.packages.length === 0 ? (
        <p className="note">{words("packages.none")}</p>
      ) : (
        <>
          {none ? (
            <p className="deal-lead">{words("deal.sheets.none")}</p>
          ) : (
            <p className="deal-lead">
              {words(some ? "packages.lead.known" : "packages.lead", {
                accepted: accepted.length,
                count: scenario.packages.length,
                missing: values.missing,
                parties: values.count,
              })}{" "}
              {words("packages.lead.how")}
            </p>
          )}
          <PackagesTable reports={verdicts} />
        </>
      )}
      <FollowingDeal>
        <Compare />
      </FollowingDeal>
    </section>
  );
}
