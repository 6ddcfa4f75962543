import type { ConstraintRef } from "#analysis";
import type { Choices, IssueId, PartyId } from "#model";
import { plainText, series } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { ConstraintName } from "../../evidence/constraint-name.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { JudgedRange } from "../../parts/judged-range.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import { linkedIssues } from "../packages/follows-from.ts";
import { judgedEdges } from "./judged-edges.ts";
import { type Subject, unlockDraft } from "./unlock-draft.ts";

export type Change = {
  readonly set: Choices;
  readonly change: Readonly<Record<PartyId, number>>;
  /** What the changed package is worth. */
  readonly utilities: Readonly<Record<PartyId, number>>;
  /** Lines that the change crosses and the subject does not. */
  readonly crosses?: readonly ConstraintRef[];
  /** Lines and floors that the subject breaks and the change mends. */
  readonly mends?: readonly ConstraintRef[];
};

type ChangeTableProps = {
  readonly subject: Subject;
  readonly caption: string;
  readonly changes: readonly Change[];
  /** The issues that every row changes: each gets a column. Without it a row names its own. */
  readonly issues?: readonly IssueId[];
};

/** Ways to change a package: from what to what, what each gives or costs every party, and a click that makes it so. */
export function ChangeTable({ subject, caption, changes, issues }: ChangeTableProps) {
  const { scenario, names } = useDeal();
  const words = useWords();
  const parties = scenario.agenda.parties.filter(({ id }) => names.sheet(id));
  const columns = issues && issues.length <= 3 ? issues : undefined;
  return (
    <table className="unlocks-changes">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns ? (
            columns.map((issue) => (
              <th key={issue} scope="col">
                <DocumentText text={names.issue(issue)} />
                <small className="unlocks-from">
                  <DocumentText text={names.option(issue, subject.choices[issue] ?? "")} /> ›
                </small>
              </th>
            ))
          ) : (
            <th scope="col">{words("unlocks.change")}</th>
          )}
          {parties.map(({ id }) => (
            <th key={id} scope="col" className="number">
              <PartyName party={id} />
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{words("unlocks.apply.action")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow
            key={JSON.stringify(change.set)}
            subject={subject}
            change={change}
            parties={parties.map(({ id }) => id)}
            {...(columns ? { columns } : {})}
          />
        ))}
      </tbody>
    </table>
  );
}

function ChangeRow({
  subject,
  change: { set, change, utilities, crosses = [], mends = [] },
  parties,
  columns,
}: {
  readonly subject: Subject;
  readonly change: Change;
  readonly parties: readonly PartyId[];
  readonly columns?: readonly IssueId[];
}) {
  const { scenario, names, act } = useDeal();
  const words = useWords();
  const edges = judgedEdges(scenario, utilities, change);
  const linked = columns ? [] : linkedIssues(scenario, subject.choices, set);
  const after = { ...subject.choices, ...set };
  const spoken = Object.entries(set)
    .map(([issue, option]) => plainText(names.choice(issue, option)))
    .join("; ");
  const row = (
    <tr data-with={edges.length > 0}>
      {columns ? (
        columns.map((issue) => (
          <td key={issue} className="unlocks-to" data-of={plainText(names.issue(issue))}>
            <span className="unlocks-was soft">
              <DocumentText text={names.option(issue, subject.choices[issue] ?? "")} /> ›{" "}
            </span>
            <DocumentText text={names.option(issue, set[issue] ?? subject.choices[issue] ?? "")} />
          </td>
        ))
      ) : (
        <td className="unlocks-what">
          {Object.entries(set).map(([issue, option]) => (
            <div key={issue}>
              <span className="soft">
                <DocumentText text={names.issue(issue)} />:{" "}
                <DocumentText text={names.option(issue, subject.choices[issue] ?? "")} />
              </span>{" "}
              › <DocumentText text={names.option(issue, option)} />
            </div>
          ))}
          {mends.map((ref) => (
            <div key={JSON.stringify(ref)} className="badge unlocks-mends ticked">
              {words(ref.kind === "floor" ? "unlocks.moves.mends.floor" : "unlocks.moves.mends.line")}{" "}
              <ConstraintName of={ref} />
            </div>
          ))}
          {linked.length > 0 ? (
            <div className="soft small">
              {words("unlocks.moves.linked", {
                issues: plainText(series(linked.map((issue) => names.issue(issue)))),
              })}
            </div>
          ) : null}
          {crosses.map((ref) => (
            <div key={JSON.stringify(ref)} className="badge badge-warning unlocks-crosses">
              {words("unlocks.moves.crosses")} <ConstraintName of={ref} />
            </div>
          ))}
        </td>
      )}
      {parties.map((party) => (
        <td
          key={party}
          className={`number unlocks-points ${(change[party] ?? 0) < 0 ? "unlocks-loss" : ""}`}
          data-of={plainText(names.party(party))}
        >
          <Value
            value={change[party] ?? 0}
            scale={names.scale(party)}
            signed
            evidence={{ kind: "utility", party, choices: after, title: spoken }}
          />
        </td>
      ))}
      <td className="unlocks-apply">
        <button
          type="button"
          aria-label={words("unlocks.apply.title", { change: spoken })}
          onClick={() =>
            act({
              kind: "compose-and-show",
              draft: unlockDraft(subject, set, words("unlocks.draftName", { package: subject.name })),
            })
          }
        >
          {words("unlocks.apply")}
        </button>
      </td>
    </tr>
  );
  if (edges.length === 0) return row;
  return (
    <>
      {row}
      <tr className="unlocks-edges">
        <td colSpan={(columns?.length ?? 1) + parties.length + 1}>
          {edges.map(({ party, value, kind }) => (
            <div key={party}>
              {words(`unlocks.edge.${kind}`, { party: isolated(plainText(names.party(party))) })}:{" "}
              <JudgedRange party={party} value={value} />
            </div>
          ))}
        </td>
      </tr>
    </>
  );
}
