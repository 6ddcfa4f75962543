import type { Statement } from "#elicitation";
import type { Confidence } from "#model";
import { useWords } from "../words/words.tsx";
import { useSheet } from "./sheet-context.ts";

const confidences: readonly Confidence[] = ["low", "medium", "high"];

/** What stands behind these statements: it goes into the sheet as the evidence of what they decide. */
export function StatementWhy({ said, topic }: { readonly said: readonly Statement[]; readonly topic: string }) {
  const words = useWords();
  const { session } = useSheet();
  const [first] = said;
  if (!first) return null;
  const ids = new Set(said.map(({ id }) => id));
  const change = (edit: (statement: Statement) => Statement): void => {
    const statements = session.draft.statements.map((each) => (ids.has(each.id) ? edit(each) : each));
    session.change({ ...session.draft, statements }, `why ${topic}`);
  };
  return (
    <details className="prepare-why" open={first.why !== undefined || first.confidence !== undefined}>
      <summary>{words("prepare.why")}</summary>
      <div className="prepare-about-sheet">
        <label>
          <span>{words("prepare.why.confidence")}</span>
          <select
            value={first.confidence ?? ""}
            onChange={({ target }) => {
              const chosen = confidences.find((one) => one === target.value);
              change(({ confidence: _, ...rest }) => (chosen ? { ...rest, confidence: chosen } : rest));
            }}
          >
            <option value="">{words("prepare.why.whole")}</option>
            {confidences.map((one) => (
              <option key={one} value={one}>
                {words(`prepare.out.confidence.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="prepare-wide">
          <span>{words("prepare.why.text")}</span>
          <textarea
            rows={2}
            value={first.why ?? ""}
            onChange={({ target }) => {
              const why = target.value;
              change(({ why: _, ...rest }) => (why === "" ? rest : { ...rest, why }));
            }}
          />
        </label>
      </div>
    </details>
  );
}
