import { useEffect, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { packageVerdict, rulesInForce } from "#analysis";
import { Dropped } from "#compute/browser";
import type { Scenario } from "#model";
import { useEngine } from "../engine/engine-context.tsx";
import { useWords } from "../words/words.tsx";

type Zone = { readonly of?: Scenario; readonly exists?: boolean; readonly why?: string };

/**
 * What the scenario answers as it stands: who refuses the first package, and whether there is an agreement zone. The zone
 * is asked as "the best settlement that all accept", which is proved or refuted exactly and, unlike the whole deal, does
 * not push aside what the deal page is being told.
 */
export function AnswerStrip({ scenario, current }: { readonly scenario: Scenario; readonly current: boolean }) {
  const words = useWords();
  const intl = useIntl();
  const engine = useEngine();
  const [zone, setZone] = useState<Zone>({});
  const first = scenario.packages.find(({ status }) => status === "presented") ?? scenario.packages[0];
  const report = useMemo(() => first && packageVerdict(scenario, first, rulesInForce(scenario, {})), [scenario, first]);
  useEffect(() => {
    const asked = engine.ask("complete", { scenario, options: {}, locks: {}, best: { by: "egalitarian" } });
    asked.answer.then(
      (answer) =>
        setZone(answer.found ? { of: scenario, exists: true } : { of: scenario, exists: false, why: answer.why }),
      (error: unknown) => {
        if (error instanceof Dropped) return;
        setZone({ of: scenario, why: error instanceof Error ? error.message : String(error) });
      },
    );
    return asked.drop;
  }, [engine, scenario]);
  const names = new Map(scenario.agenda.parties.map(({ id, name }) => [id, name]));
  const refusing = [...new Set(report?.refusedBy.map(({ party }) => party) ?? [])].map(
    (party) => `\u2068${names.get(party) ?? party}\u2069`,
  );
  const settled = current && zone.of === scenario;
  return (
    <div className="edit-answer card" role="status" aria-busy={!settled} data-stale={!settled}>
      <p>
        {first && report
          ? refusing.length > 0
            ? words("edit.answer.refused", {
                name: `\u2068${first.name}\u2069`,
                parties: intl.formatList(refusing, { type: "conjunction" }),
              })
            : words(report.complete ? "edit.answer.accepted" : "edit.answer.open", {
                name: `\u2068${first.name}\u2069`,
              })
          : words("edit.answer.noPackage")}{" "}
        {zone.of === undefined
          ? words("edit.answer.asking")
          : zone.exists === undefined
            ? zone.why
            : zone.exists
              ? words("edit.answer.zone")
              : words("edit.answer.noZone", { why: zone.why ?? "" })}
      </p>
    </div>
  );
}
