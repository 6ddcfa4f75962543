import { useState } from "react";
import type { IssueId } from "#model";
import { fixed } from "#report";
import { useWords } from "../../words/words.tsx";
import { AlsoSaid } from "../also-said.tsx";
import { idOf, withMost, withoutStatements, withStatement, withSwingOrder } from "../draft-changes.ts";
import { OrderEditor } from "../order-editor.tsx";
import { RangeField } from "../range-field.tsx";
import { useSheet } from "../sheet-context.ts";
import { SpreadBar } from "../spread-bar.tsx";
import { WayChooser } from "../way-chooser.tsx";

/** Swing weights: as an order, or rated against the most important issue. */
export function MattersStep() {
  const words = useWords();
  const { session } = useSheet();
  const { draft } = session;
  const order = draft.statements.find((said) => said.kind === "swing-order");
  const ratings = draft.statements.filter((said) => said.kind === "swing" || said.kind === "matters-most");
  const [way, setWay] = useState<"order" | "rate">(ratings.length > 0 && !order ? "rate" : "order");
  return (
    <>
      <p className="prepare-lead">{words("prepare.matters.lead")}</p>
      <p className="note">{words("prepare.matters.hint")}</p>
      <WayChooser
        legend={words("prepare.matters.how")}
        ways={{ order: words("prepare.matters.how.order"), rate: words("prepare.matters.how.rate") }}
        chosen={way}
        onChoose={setWay}
      />
      {way === "rate" ? (
        <AlsoSaid
          ids={order ? [order.id] : []}
          text={words("prepare.matters.alsoOrder")}
          withdraw={words("prepare.matters.withdrawOrder")}
        />
      ) : (
        <AlsoSaid
          ids={ratings.map(({ id }) => id)}
          text={words("prepare.matters.alsoRate")}
          withdraw={words("prepare.matters.withdrawRate")}
        />
      )}
      {way === "order" ? <Order /> : <Ratings />}
    </>
  );
}

function Order() {
  const words = useWords();
  const { session, agenda, names } = useSheet();
  const order = session.draft.statements.find((said) => said.kind === "swing-order")?.order ?? [];
  const placed = new Set(order.flat());
  return (
    <OrderEditor
      title={words("prepare.matters.yourOrder")}
      order={order}
      rest={agenda.issues.flatMap(({ id }) => (placed.has(id) ? [] : [id]))}
      name={names.issue}
      detail={(issue) => <SwingWords issue={issue} />}
      ask={(place) => words("prepare.matters.pick", { place })}
      allPlaced={words("prepare.matters.pick.done")}
      onChange={(next) => session.change(withSwingOrder(session.draft, next))}
    />
  );
}

function Ratings() {
  const words = useWords();
  const { session, agenda, names, thinking } = useSheet();
  const { draft, change } = session;
  const said = draft.statements.find(({ kind }) => kind === "matters-most");
  const swings = draft.statements.filter((each) => each.kind === "swing");
  const most = said?.kind === "matters-most" ? said.issue : swings[0]?.against;
  const weights = thinking.thoughts?.known?.weights;
  return (
    <>
      <p>
        <label>
          {words("prepare.matters.most")}{" "}
          <select value={most ?? ""} onChange={({ target }) => change(withMost(draft, target.value))}>
            {most === undefined ? (
              <option value="" disabled>
                {words("prepare.matters.most.none")}
              </option>
            ) : null}
            {agenda.issues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      {most === undefined ? null : (
        <fieldset>
          <legend className="prepare-question">{words("prepare.matters.rating", { most: names.issue(most) })}</legend>
          <ul className="prepare-ratings">
            {agenda.issues.map(({ id }) => {
              const stated = swings.find((each) => each.issue === id && each.against === most);
              const label = words("prepare.matters.rate.label", { issue: names.issue(id) });
              return (
                <li key={id}>
                  <span className="prepare-member">
                    <bdi>{names.issue(id)}</bdi>
                    <small>
                      <SwingWords issue={id} />
                    </small>
                  </span>
                  {id === most ? (
                    <span className="prepare-counts">{words("prepare.matters.counts")}</span>
                  ) : (
                    <RangeField
                      label={label}
                      value={stated}
                      most={1000}
                      onChange={(range) =>
                        change(
                          range
                            ? withStatement(draft, {
                                id: stated?.id ?? idOf.swing(id),
                                kind: "swing",
                                issue: id,
                                against: most,
                                ...range,
                              })
                            : withoutStatements(draft, stated ? [stated.id] : []),
                          `swing ${id}`,
                        )
                      }
                    />
                  )}
                  {weights?.[id] ? (
                    <span className="prepare-comes" title={words("prepare.matters.comes")}>
                      <SpreadBar
                        spread={weights[id]}
                        most={Math.max(...Object.values(weights).map(({ high }) => high))}
                      />
                      <data value={weights[id].mid}>
                        {words("prepare.matters.points", { mid: fixed(weights[id].mid, 1) })}
                      </data>
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </fieldset>
      )}
    </>
  );
}

/** What is at stake: the worst and the best option once they are known, else what is on the table. */
function SwingWords({ issue }: { readonly issue: IssueId }) {
  const words = useWords();
  const { agenda, names, thinking } = useSheet();
  const options = agenda.issues.find(({ id }) => id === issue)?.options ?? [];
  const values = thinking.thoughts?.known?.values[issue];
  const worst = options.find(({ id }) => (values?.[id]?.high ?? 100) < 1);
  const best = options.find(({ id }) => (values?.[id]?.low ?? 0) > 99);
  return (
    <bdi>
      {worst && best
        ? words("prepare.matters.swing", { worst: names.option(issue, worst.id), best: names.option(issue, best.id) })
        : options.map(({ name }) => name).join(" · ")}
    </bdi>
  );
}
