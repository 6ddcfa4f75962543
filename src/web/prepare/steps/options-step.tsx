import { useState } from "react";
import type { Issue, OptionId } from "#model";
import { useWords } from "../../words/words.tsx";
import { AlsoSaid } from "../also-said.tsx";
import { idOf, stretched, withFreeScale, withOptionOrder, withoutStatements, withStatement } from "../draft-changes.ts";
import { OptionStrip } from "../option-strip.tsx";
import { OrderEditor } from "../order-editor.tsx";
import { RangeField } from "../range-field.tsx";
import { useSheet } from "../sheet-context.ts";
import { StatementWhy } from "../statement-why.tsx";
import { valuedIssues, valuedOptions } from "../step-states.ts";
import { WayChooser } from "../way-chooser.tsx";

/** Every issue's options, one issue at a time. */
export function OptionsStep() {
  const words = useWords();
  const { session, agenda, issue: shown, goTo } = useSheet();
  const { draft } = session;
  const at = agenda.issues.findIndex(({ id }) => id === shown);
  const issue = agenda.issues[at];
  const done = new Set(valuedIssues(agenda, draft));
  const [before, after] = [agenda.issues[at - 1], agenda.issues[at + 1]];
  const stateOf = ({ id }: Issue) => (done.has(id) ? "done" : valuedOptions(draft, id).size > 0 ? "begun" : "open");
  return (
    <>
      <p className="prepare-lead">{words("prepare.options.lead")}</p>
      <div className="prepare-options">
        <nav aria-label={words("prepare.options.issues")} className="prepare-issues screen-only">
          <p className="small soft">{words("prepare.options.left", { done: done.size, of: agenda.issues.length })}</p>
          <select
            className="prepare-issues-select"
            aria-label={words("prepare.options.issues")}
            value={shown}
            onChange={({ target }) => goTo("options", target.value)}
          >
            {agenda.issues.map((each, index) => (
              <option key={each.id} value={each.id}>
                {index + 1}. {each.name} ({words(`prepare.state.issue.${stateOf(each)}`)})
              </option>
            ))}
          </select>
          <ul>
            {agenda.issues.map((each) => (
              <li key={each.id} data-state={stateOf(each)}>
                <button
                  type="button"
                  className={stateOf(each) === "done" ? "ticked" : undefined}
                  aria-current={each.id === shown ? "true" : undefined}
                  onClick={() => goTo("options", each.id)}
                >
                  <bdi>{each.name}</bdi>
                  <span className="unseen">, {words(`prepare.state.issue.${stateOf(each)}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {issue ? (
          <div>
            <IssueOptions
              key={issue.id}
              issue={issue}
              count={words("prepare.options.count", { at: at + 1, of: agenda.issues.length })}
            />
            <p className="row screen-only">
              <button type="button" disabled={!before} onClick={() => before && goTo("options", before.id)}>
                {words("prepare.options.previous")}
              </button>
              <button type="button" disabled={!after} onClick={() => after && goTo("options", after.id)}>
                {words("prepare.options.next")}
              </button>
            </p>
          </div>
        ) : null}
      </div>
    </>
  );
}

function IssueOptions({ issue, count }: { readonly issue: Issue; readonly count: string }) {
  const words = useWords();
  const { session } = useSheet();
  const { draft } = session;
  const order = draft.statements.find((said) => said.kind === "option-order" && said.issue === issue.id);
  const ratings = draft.statements.filter((said) => said.kind === "option-value" && said.issue === issue.id);
  const tied =
    draft.floors.filter((floor) => floor.issue === issue.id).length +
    draft.linkages.filter((linkage) =>
      linkage.kind === "table"
        ? linkage.issue === issue.id || linkage.given === issue.id
        : linkage.when.some((clause) => clause.issue === issue.id),
    ).length;
  const [way, setWay] = useState<"order" | "rate">(ratings.length > 0 && !order ? "rate" : "order");
  return (
    <section className="prepare-issue" aria-labelledby="prepare-issue-name">
      <p className="small soft">{count}</p>
      <h3 id="prepare-issue-name">
        <bdi>{issue.name}</bdi>
      </h3>
      {issue.note ? (
        <p className="note">
          <bdi>{issue.note}</bdi>
        </p>
      ) : null}
      <WayChooser
        legend={words("prepare.options.how")}
        ways={{ order: words("prepare.options.how.order"), rate: words("prepare.options.how.rate") }}
        chosen={way}
        onChoose={setWay}
      />
      {way === "rate" ? (
        <AlsoSaid
          ids={order ? [order.id] : []}
          text={words("prepare.options.alsoOrder")}
          withdraw={words("prepare.options.withdrawOrder")}
        />
      ) : (
        <AlsoSaid
          ids={ratings.map(({ id }) => id)}
          text={words("prepare.options.alsoRate")}
          withdraw={words("prepare.options.withdrawRate")}
        />
      )}
      {way === "order" ? <OptionOrder issue={issue} /> : <OptionRatings issue={issue} />}
      <OptionStrip issue={issue} />
      {tied > 0 ? <p className="note">{words("prepare.options.floors", { count: tied })}</p> : null}
      <StatementWhy said={order ? [order, ...ratings] : ratings} topic={issue.id} />
    </section>
  );
}

function OptionOrder({ issue }: { readonly issue: Issue }) {
  const words = useWords();
  const { session, names } = useSheet();
  const said = session.draft.statements.find((each) => each.kind === "option-order" && each.issue === issue.id);
  const order = said?.kind === "option-order" ? said.order : [];
  const placed = new Set(order.flat());
  return (
    <OrderEditor
      title={words("prepare.options.yourOrder")}
      order={order}
      rest={issue.options.flatMap(({ id }) => (placed.has(id) ? [] : [id]))}
      name={(option) => names.option(issue.id, option)}
      detail={(option) => whatOf(issue, option)}
      ask={(place) => words("prepare.options.pick", { place })}
      allPlaced={words("prepare.options.pick.done")}
      onChange={(next) => session.change(withOptionOrder(session.draft, issue.id, next))}
    />
  );
}

function OptionRatings({ issue }: { readonly issue: Issue }) {
  const words = useWords();
  const { session, names } = useSheet();
  const { draft, change } = session;
  const rated = draft.statements.flatMap((said) =>
    said.kind === "option-value" && said.issue === issue.id ? [said] : [],
  );
  const free = draft.freeScales.includes(issue.id);
  const hasBest = rated.some(({ high }) => high >= 100);
  const hasWorst = rated.some(({ low }) => low <= 0);
  const complete = rated.length >= issue.options.length;
  return (
    <fieldset>
      <legend className="prepare-question">{words("prepare.options.ratings")}</legend>
      <ul className="prepare-ratings">
        {issue.options.map(({ id }) => {
          const stated = rated.find(({ option }) => option === id);
          const what = whatOf(issue, id);
          return (
            <li key={id}>
              <span className="prepare-member">
                <bdi>{names.option(issue.id, id)}</bdi>
                {what ? <small>{what}</small> : null}
              </span>
              <RangeField
                label={words("prepare.options.rate.label", { option: names.option(issue.id, id) })}
                value={stated}
                onChange={(range) =>
                  change(
                    range
                      ? withStatement(draft, {
                          id: stated?.id ?? idOf.optionValue(issue.id, id),
                          kind: "option-value",
                          issue: issue.id,
                          option: id,
                          ...range,
                        })
                      : withoutStatements(draft, stated ? [stated.id] : []),
                    `value ${issue.id} ${id}`,
                  )
                }
              />
            </li>
          );
        })}
      </ul>
      {complete && !free && !(hasBest && hasWorst) ? (
        <p className="prepare-also" role="status">
          {words("prepare.options.ends", {
            missing: hasBest ? "0" : hasWorst ? "100" : words("prepare.options.both"),
          })}{" "}
          {rated.length > 1 ? (
            <button type="button" onClick={() => change(stretched(draft, issue.id))}>
              {words("prepare.options.stretch")}
            </button>
          ) : null}
        </p>
      ) : null}
      {free || (complete && !(hasBest && hasWorst)) ? (
        <label className="prepare-check">
          <input
            type="checkbox"
            checked={free}
            onChange={({ target }) => change(withFreeScale(draft, issue.id, target.checked))}
          />{" "}
          {words("prepare.options.free")}
        </label>
      ) : null}
    </fieldset>
  );
}

function whatOf({ options }: Issue, option: OptionId): string | undefined {
  return options.find(({ id }) => id === option)?.what;
}
