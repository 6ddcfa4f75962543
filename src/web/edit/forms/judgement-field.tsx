import { useEffect, useRef } from "react";
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
  const { edit, revision } = useForm();
  const now = readJudgement(of.value);
  // low, then high: the second begins from the first, which the file may not say yet
  const latest = useRef(now);
  const { low, mid, high } = now;
  useEffect(() => {
    latest.current = { low, mid, high };
  }, [low, mid, high, revision]);
  const part = (which: keyof Written) => (
    <TextField
      label={`${label}: ${words(`edit.judgement.${which}`)}`}
      hideLabel
      placeholder={words(`edit.judgement.${which}`)}
      narrow
      kind="number"
      value={now[which]}
      {...(which === "mid" ? { part: of.path } : {})}
      onText={(text) => {
        latest.current = { ...latest.current, [which]: text.trim() };
        edit(judgementEdits(of, latest.current));
      }}
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
