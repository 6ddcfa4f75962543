import { useId } from "react";
import type { Issue } from "#model";
import { useComposition } from "../compose/use-composition.ts";
import { useAct } from "../deal/deal-context.tsx";
import { withChoice } from "../deal/draft.ts";
import { useWords } from "../words/words.tsx";

/** The issues that move the verdicts, as fields: what is chosen here is chosen in the composer. */
export function IssueChoices({ issues }: { readonly issues: readonly Issue[] }) {
  const words = useWords();
  if (issues.length === 0) return null;
  return (
    <fieldset className="durability-choices">
      <legend>{words("durability.moves")}</legend>
      {issues.map((issue) => (
        <IssueChoice key={issue.id} issue={issue} />
      ))}
    </fieldset>
  );
}

function IssueChoice({ issue }: { readonly issue: Issue }) {
  const { draft } = useComposition();
  const act = useAct();
  const words = useWords();
  const id = useId();
  return (
    <div className="durability-choice" data-moves={issue.id}>
      <label htmlFor={id}>
        <bdi>{issue.name}</bdi>
      </label>
      <select
        id={id}
        value={draft.choices[issue.id] ?? ""}
        onChange={({ target }) =>
          act({ kind: "compose", draft: withChoice(draft, issue.id, target.value || undefined) })
        }
      >
        <option value="">{words("compose.option.open")}</option>
        {issue.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
