import { useRef } from "react";
import type { NoDeal } from "#elicitation";
import { fixed, points } from "#report";
import { randomUuid } from "../../shelf/random-uuid.ts";
import { useWords } from "../../words/words.tsx";
import { settlementName } from "../agenda-names.ts";
import { idOf, withoutStatements, withStatement } from "../draft-changes.ts";
import { RangeField } from "../range-field.tsx";
import { SaidList } from "../said-list.tsx";
import { useSheet } from "../sheet-context.ts";
import { SpreadBar } from "../spread-bar.tsx";
import { StatementWhy } from "../statement-why.tsx";
import type { Proposal } from "../thinking.ts";

/** The reservation value: stated as a range, or found by comparing settlements with no deal. */
export function NoDealStep() {
  const words = useWords();
  const { session, thinking } = useSheet();
  const { draft, change } = session;
  const stated = draft.statements.find((said) => said.kind === "reservation-range");
  const range = stated?.kind === "reservation-range" ? stated : undefined;
  const compared = draft.statements.filter(({ kind }) => kind === "no-deal");
  const known = thinking.thoughts?.known;
  const spread = known?.reservation;
  return (
    <>
      <p className="prepare-lead">{words("prepare.noDeal.lead")}</p>
      <fieldset className="prepare-reservation">
        <legend className="prepare-question">{words("prepare.noDeal.range")}</legend>
        <RangeField
          label={words("prepare.noDeal.range")}
          unit={words("prepare.noDeal.unit")}
          value={range}
          onChange={(value) =>
            change(
              value
                ? withStatement(draft, { id: range?.id ?? idOf.reservation, kind: "reservation-range", ...value })
                : withoutStatements(draft, range ? [range.id] : []),
              "reservation",
            )
          }
        />
        {range ? (
          <button type="button" className="quiet" onClick={() => change(withoutStatements(draft, [range.id]))}>
            {words("prepare.noDeal.withdraw")}
          </button>
        ) : null}
      </fieldset>
      {spread && draft.statements.length > 0 ? (
        <div className="prepare-comes-to">
          <SpreadBar spread={spread} most={100} />
          <p className="small soft">
            {words("prepare.noDeal.comes", { low: points(spread.low), high: points(spread.high) })}
          </p>
        </div>
      ) : null}
      <StatementWhy said={range ? [range] : []} topic="reservation" />
      <section className="prepare-compare" aria-labelledby="prepare-compare-title">
        <h3 id="prepare-compare-title">{words("prepare.noDeal.compare")}</h3>
        {thinking.thoughts?.consistency.kind === "contradictory" ? (
          <p className="note">{words("prepare.noDeal.wait")}</p>
        ) : known?.settlement ? (
          <Comparison proposal={known.settlement} />
        ) : known ? (
          <p>{words("prepare.noDeal.none")}</p>
        ) : (
          <p>{words("prepare.status.thinking")}</p>
        )}
      </section>
      <SaidList title={words("prepare.noDeal.said")} said={compared} />
    </>
  );
}

const answers = [
  // better than no deal: no deal is worse
  ["worse", "prepare.noDeal.better"],
  ["about-equal", "prepare.noDeal.same"],
  ["better", "prepare.noDeal.worse"],
] as const satisfies readonly (readonly [NoDeal["answer"], string])[];

function Comparison({ proposal }: { readonly proposal: Proposal }) {
  const words = useWords();
  const { session, packages, names, thinking, agenda, skipSettlement } = useSheet();
  const { settlement } = proposal;
  const heading = useRef<HTMLHeadingElement>(null);
  const { base, others } = settlementName(packages, settlement);
  const known = thinking.thoughts?.known;
  // the issues that matter most first: they decide
  const issues = [...agenda.issues].sort((a, b) => (known?.weights[b.id]?.mid ?? 0) - (known?.weights[a.id]?.mid ?? 0));
  const title = !base
    ? words("prepare.noDeal.mixed")
    : words(others.length === 0 ? "prepare.noDeal.package" : "prepare.noDeal.packageBut", { name: base.name });
  const valued = (issue: string, option: string) => {
    const value = known?.values[issue]?.[option];
    const name = names.option(issue, option);
    return value && session.draft.statements.length > 0 && value.high - value.low < 60
      ? words("prepare.noDeal.valued", { option: name, value: fixed(value.mid, 0) })
      : name;
  };
  const rows = (shown: readonly (readonly [string, string])[]) => (
    <ul className="prepare-settlement">
      {shown.map(([issue, option]) => (
        <li key={issue}>
          <bdi className="soft">{names.issue(issue)}</bdi>
          <bdi>{valued(issue, option)}</bdi>
        </li>
      ))}
    </ul>
  );
  const whole = issues.flatMap(({ id }) => (settlement[id] === undefined ? [] : [[id, settlement[id]] as const]));
  const waiting = thinking.state === "thinking"; // the next settlement is on its way: this one is answered
  const onward = () => heading.current?.focus();
  return (
    <>
      <p>{words("prepare.noDeal.compare.lead")}</p>
      <div className="card prepare-proposal">
        <h4 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h4>
        {base && others.length > 0 ? rows(others) : null}
        <p className="row screen-only" aria-busy={waiting}>
          {answers.map(([answer, label]) => (
            <button
              key={answer}
              type="button"
              aria-disabled={waiting}
              onClick={() => {
                if (waiting) return;
                session.change(
                  withStatement(session.draft, { id: `no-deal ${randomUuid()}`, kind: "no-deal", settlement, answer }),
                );
                onward();
              }}
            >
              {words(label)}
            </button>
          ))}
          <button
            type="button"
            className="quiet"
            aria-disabled={waiting}
            onClick={() => {
              if (waiting) return;
              skipSettlement(settlement);
              onward();
            }}
          >
            {words("prepare.noDeal.skip")}
          </button>
        </p>
        {base ? (
          <details open>
            <summary>{words("prepare.noDeal.whole")}</summary>
            {rows(whole)}
          </details>
        ) : (
          rows(whole)
        )}
      </div>
      <p role="status" className="unseen">
        {title}
      </p>
    </>
  );
}
