import type { DealAnswer } from "#compute/browser";
import type { PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import type { Debrief } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { Points } from "./points.tsx";
import type { Found } from "./use-whole-search.ts";

const criteria = ["nashBargaining", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;

/** What the revealed sheets would have allowed: is there an agreement zone, and what is best in it by each criterion. */
export function BestSettlements({
  best,
  sheets,
  debrief,
}: {
  readonly best: Found<DealAnswer>;
  readonly sheets: readonly PreferenceSheet[];
  readonly debrief: Debrief;
}) {
  const words = useWords();
  // idle: its turn comes after the other question
  if (best.state === "idle" || best.state === "searching") return <p role="status">{words("debrief.searching")}</p>;
  if (best.state === "failed") return <p role="alert">{words("debrief.failed", { why: best.why })}</p>;
  const { agreementZone, solutions } = best.value.analysis;
  const { exists } = agreementZone;
  const zone = exists.status === "exact" ? (exists.value ? "yes" : "no") : "unknown";
  return (
    <>
      <p>
        <strong>{words(`debrief.best.zone.${zone}`)}</strong> {words("debrief.best.what")}
      </p>
      {zone === "no" ? null : (
        <Scroll label={words("debrief.best.table")}>
          <table>
            <caption>{words("debrief.best.table")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("debrief.best.criterion")}</th>
                <th scope="col">{words("debrief.best.sure")}</th>
                {sheets.map(({ party }) => (
                  <th key={party} scope="col" className="number">
                    <DelegationMark of={party} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {debrief.adopted ? (
                <tr>
                  <th scope="row">{words("debrief.best.adopted")}</th>
                  <td>–</td>
                  {sheets.map(({ party, scale }) => {
                    const value = debrief.adopted?.values[party];
                    return (
                      <td key={party} className="number">
                        {value ? <Points value={toNumber(value.utility)} scale={scale} /> : null}
                      </td>
                    );
                  })}
                </tr>
              ) : null}
              {criteria.map((criterion) => {
                const { status, points, reason } = solutions[criterion];
                const [first] = points;
                return (
                  <tr key={criterion}>
                    <th scope="row">
                      {words(`debrief.best.${criterion}`)}
                      {points.length > 1 ? (
                        <span className="small soft"> {words("debrief.best.tied", { count: points.length })}</span>
                      ) : null}
                    </th>
                    <td>{first ? words(`debrief.best.status.${status}`) : reason}</td>
                    {sheets.map(({ party, scale }) => (
                      <td key={party} className="number">
                        {first?.utilities[party] === undefined ? null : (
                          <Points value={first.utilities[party]} scale={scale} />
                        )}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
