import { useWords } from "../../words/words.tsx";
import { TextField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { judgementEdits } from "./judgement-edits.ts";
import { readJudgement, type Written } from "./judgement-value.ts";
import type { Part } from "./read-value.ts";

/** Low, middle, high: one number, a range, or a range with its middle. */
export function JudgementField({
  of,
  label,
  children,
}: {
  readonly of: Part;
  readonly label: string;
  readonly children?: string;
}) {
  const words = useWords();
  const { edit } = useForm();
  const now = readJudgement(of.value);
  const part = (which: keyof Written) => (
    <TextField
      label={`${label}: ${words(`edit.judgement.${which}`)}`}
      hideLabel
      placeholder={words(`edit.judgement.${which}`)}
      narrow
      kind="number"
      value={now[which]}
      onText={(text) => edit(judgementEdits(of, { ...now, [which]: text.trim() }))}
    />
  );
  return (
    <div className="edit-judgement">
      <span className="edit-judgement-label">
        <bdi>{label}</bdi>
        {children ? <small className="soft"> {children}</small> : null}
      </span>
      {part("low")}
      {part("mid")}
      {part("high")}
    </div>
  );
}
