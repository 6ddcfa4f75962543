import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { packageVerdict, rulesInForce } from "#analysis";
import { Dropped } from "#compute/browser";
import type { Scenario } from "#model";
import { useEngine } from "../engine/engine-context.tsx";
import { useOpenedScenario } from "../open/opened-context.ts";
import { useWords } from "../words/words.tsx";

type Zone = { readonly of?: Scenario; readonly exists?: boolean; readonly why?: string };

/**
 * What the scenario answers as it stands: who refuses the first package, and whether there is an agreement zone. The zone
 * is asked as "the best settlement that all accept", which is proved or refuted exactly and, unlike the whole deal, does
 * not push aside what the deal page is being told. Where parties have no sheet it is said of whom it holds; where none
 * has one, nothing is asked.
 */
export function AnswerStrip({
  scenario,
  current,
  readOnly,
}: {
  readonly scenario: Scenario;
  readonly current: boolean;
  readonly readOnly: boolean;
}) {
  const words = useWords();
  const intl = useIntl();
  const engine = useEngine();
  const [zone, setZone] = useState<Zone>({});
  const first = scenario.packages.find(({ status }) => status === "presented") ?? scenario.packages[0];
  const report = useMemo(() => first && packageVerdict(scenario, first, rulesInForce(scenario, {})), [scenario, first]);
  const hasSheet = (party: string): boolean => scenario.sheets.some((sheet) => sheet.party === party);
  const known = scenario.agenda.consent.filter(hasSheet);
  const missing = scenario.agenda.consent.filter((party) => !hasSheet(party));
  const none = known.length === 0;
  useEffect(() => {
    if (none) return;
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
  }, [engine, scenario, none]);
  const names = new Map(scenario.agenda.parties.map(({ id, name }) => [id, name]));
  const list = (parties: readonly string[]): string =>
    intl.formatList(
      parties.map((party) => `\u2068${names.get(party) ?? party}\u2069`),
      { type: "conjunction" },
    );
  if (none) return <NoSheet current={current} readOnly={readOnly} />;
  const refusing = [...new Set(report?.refusedBy.map(({ party }) => party) ?? [])];
  const settled = current && zone.of === scenario;
  const some = missing.length > 0;
  return (
    <div className="edit-answer card" role="status" aria-busy={!settled} data-stale={!settled}>
      <p>
        {first && report
          ? refusing.length > 0
            ? words("edit.answer.refused", { name: `\u2068${first.name}\u2069`, parties: list(refusing) })
            : words(
                report.complete
                  ? some
                    ? "edit.answer.accepted.known"
                    : "edit.answer.accepted"
                  : some
                    ? "edit.answer.open.known"
                    : "edit.answer.open",
                { name: `\u2068${first.name}\u2069` },
              )
          : words("edit.answer.noPackage")}{" "}
        {zone.of === undefined
          ? words("edit.answer.asking")
          : zone.exists === undefined
            ? zone.why
            : zone.exists
              ? words(some ? "edit.answer.zone.known" : "edit.answer.zone", { known: list(known) })
              : words(some ? "edit.answer.noZone.known" : "edit.answer.noZone", {
                  known: list(known),
                  why: zone.why ?? "",
                })}
        {some ? ` ${words("edit.answer.missing", { missing: list(missing), count: missing.length })}` : null}
      </p>
    </div>
  );
}

/** Nobody's preferences are known: what is missing, and where it is made. */
function NoSheet({ current, readOnly }: { readonly current: boolean; readonly readOnly: boolean }) {
  const words = useWords();
  const { opened } = useOpenedScenario();
  return (
    <div className="edit-answer card" role="status" aria-busy={!current} data-stale={!current}>
      <p>{words("edit.answer.noSheet")}</p>
      <p>
        {readOnly ? null : `${words("edit.answer.noSheet.add")} `}
        <Link to="/s/$key/prepare" params={{ key: opened.key }}>
          {words("edit.answer.noSheet.prepare")}
        </Link>
      </p>
    </div>
  );
}
