import type { Agenda, Issue } from "#model";
import { useWords } from "../../words/words.tsx";

/** What everybody may read: the agenda, on paper. */
export function PublicBrief({ agenda, printed }: { readonly agenda: Agenda; readonly printed: boolean }) {
  const words = useWords();
  const { title, summary, asOf, parties, consent, stakeholders, clusters, issues, rules } = agenda;
  const grouped = [
    ...clusters.map(({ id, name }) => ({ id, name, issues: issues.filter(({ cluster }) => cluster === id) })),
    { id: "", name: "", issues: issues.filter(({ cluster }) => !clusters.some(({ id }) => id === cluster)) },
  ].filter((group) => group.issues.length > 0);
  return (
    <article className="brief" data-printed={printed ? "yes" : "no"} aria-labelledby="brief-public">
      <p className="brief-mark">{words("training.brief.public.mark")}</p>
      <h2 id="brief-public">
        <bdi>{title}</bdi>
      </h2>
      {asOf === "1970-01-01" ? null : <p className="soft">{words("frame.asOf", { day: asOf })}</p>}
      <p>
        <bdi>{summary}</bdi>
      </p>
      <h3>{words("training.brief.parties")}</h3>
      <ul>
        {parties.map(({ id, name, note }) => (
          <li key={id}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            {consent.includes(id) ? ` (${words("training.brief.consent")})` : ""}
            {note ? <>: {note}</> : null}
          </li>
        ))}
      </ul>
      {stakeholders.length > 0 ? (
        <>
          <h3>{words("training.brief.stakeholders")}</h3>
          <ul>
            {stakeholders.map(({ id, name, why }) => (
              <li key={id}>
                <bdi>{name}</bdi>: {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{words("training.brief.issues")}</h3>
      {grouped.map(({ id, name, issues: its }) => (
        <div key={id} className="brief-cluster">
          {name ? (
            <h4>
              <bdi>{name}</bdi>
            </h4>
          ) : null}
          <dl>
            {its.map((issue) => (
              <IssueOptions key={issue.id} issue={issue} />
            ))}
          </dl>
        </div>
      ))}
      {rules.length > 0 ? (
        <>
          <h3>{words("training.brief.rules")}</h3>
          <ul>
            {rules.map(({ id, reason }) => (
              <li key={id}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}

function IssueOptions({ issue }: { readonly issue: Issue }) {
  return (
    <div>
      <dt>
        <bdi>{issue.name}</bdi>
      </dt>
      {issue.options.map(({ id, name, what }) => (
        <dd key={id}>
          <bdi>{name}</bdi>
          {what ? <span className="brief-what"> {what}</span> : null}
        </dd>
      ))}
    </div>
  );
}
