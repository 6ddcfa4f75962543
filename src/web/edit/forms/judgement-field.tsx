import type { YamlEdit, YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import { evidenceKeys } from "./evidence-fields.tsx";
import { TextField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { readJudgement, type Written, writeJudgement } from "./judgement-value.ts";
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

/** Evidence that stands beside the numbers stays there. */
export function judgementEdits(of: Part, written: Written): readonly YamlEdit[] {
  const value = writeJudgement(written);
  if (value === undefined) return [{ kind: "remove", path: of.path }];
  const { value: before } = of;
  const beside =
    before instanceof Map ? [...before].filter(([key]) => (evidenceKeys as readonly string[]).includes(key)) : [];
  if (beside.length === 0) return [{ kind: "set", path: of.path, value }];
  const numbers: ReadonlyMap<string, YamlValue> =
    value instanceof Map
      ? value
      : new Map<string, YamlValue>(
          Array.isArray(value)
            ? [
                ["low", value[0]],
                ["high", value[1]],
              ]
            : [["mid", value]],
        );
  return (["low", "mid", "high"] as const).flatMap((key): readonly YamlEdit[] => {
    const path = [...of.path, key];
    const number = numbers.get(key);
    if (number !== undefined) return [{ kind: "set", path, value: number }];
    return before instanceof Map && before.has(key) ? [{ kind: "remove", path }] : [];
  });
}
