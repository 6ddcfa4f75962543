import type { Statement } from "#elicitation";
import { useWords } from "../words/words.tsx";
import { withoutStatements } from "./draft-changes.ts";
import { useSheet } from "./sheet-context.ts";
import { statementWords } from "./statement-words.ts";
import { conflicting } from "./step-states.ts";

/** Statements in words, the latest first, each of which can be withdrawn. */
export function SaidList({ title, said }: { readonly title: string; readonly said: readonly Statement[] }) {
  const words = useWords();
  const { session, agenda, packages, thinking } = useSheet();
  if (said.length === 0) return null;
  const contradicted = new Set(conflicting(thinking.thoughts).map(({ id }) => id));
  return (
    <section className="prepare-said">
      <h3>{title}</h3>
      <ul>
        {said.toReversed().map((each) => {
          const what = statementWords(words, agenda, packages, each);
          return (
            <li key={each.id} data-contradicted={contradicted.has(each.id)}>
              <span>
                {what}
                {contradicted.has(each.id) ? (
                  <strong className="prepare-no"> {words("prepare.state.contradicted")}</strong>
                ) : null}
              </span>
              <button
                type="button"
                className="quiet screen-only"
                aria-label={words("prepare.status.withdraw.what", { what })}
                onClick={() => session.change(withoutStatements(session.draft, [each.id]))}
              >
                {words("prepare.status.withdraw")}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
