import type { Scenario } from "#model";
import { useWords } from "../../words/words.tsx";

/** What becomes public by convening, said before it is done. */
export function PublicPart({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords();
  const { agenda, sheets } = scenario;
  const options = agenda.issues.reduce((sum, issue) => sum + issue.options.length, 0);
  return (
    <section aria-labelledby="convene-public">
      <h2 id="convene-public">{words("convene.public")}</h2>
      <p>
        {words("convene.public.lead", {
          parties: agenda.parties.length,
          issues: agenda.issues.length,
          options,
          rules: agenda.rules.length,
        })}
      </p>
      <p>{words("convene.public.not", { sheets: sheets.length })}</p>
      <details>
        <summary>{words("convene.public.show")}</summary>
        <dl className="convene-issues">
          {agenda.issues.map(({ id, name, options }) => (
            <div key={id}>
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd>{options.map((option) => option.name).join(" · ")}</dd>
            </div>
          ))}
        </dl>
        {agenda.rules.length > 0 ? (
          <>
            <h3>{words("convene.public.rules")}</h3>
            <ul>
              {agenda.rules.map(({ id, reason }) => (
                <li key={id}>
                  <bdi>{reason}</bdi>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </details>
    </section>
  );
}
