import { useId } from "react";
import type { SheetDraft } from "#elicitation";
import type { Confidence } from "#model";
import { useWords } from "../../words/words.tsx";
import { useSheet } from "../sheet-context.ts";

const confidences: readonly Confidence[] = ["low", "medium", "high"];

/** Whose it is, when, how sure, and why: what stands behind every number of the sheet. */
export function AboutSheet() {
  const words = useWords();
  const id = useId();
  const { session } = useSheet();
  const { draft, change, rename, written } = session;
  const { confidence, why } = draft.evidence;
  return (
    <fieldset className="prepare-about-sheet">
      <legend className="prepare-question">{words("prepare.out.about")}</legend>
      <label>
        <span>{words("prepare.out.name")}</span>
        <input type="text" value={written.name} onChange={({ target }) => target.value && rename(target.value)} />
      </label>
      <label>
        <span>{words("prepare.out.author")}</span>
        <input
          type="text"
          value={draft.author}
          onChange={({ target }) => change({ ...draft, author: target.value }, "author")}
        />
      </label>
      <label>
        <span>{words("prepare.out.kind")}</span>
        <select
          value={draft.kind}
          onChange={({ target }) => change({ ...draft, kind: target.value === "own" ? "own" : "estimate" })}
        >
          <option value="own">{words("prepare.new.own")}</option>
          <option value="estimate">{words("prepare.new.estimate")}</option>
        </select>
      </label>
      <label>
        <span>{words("prepare.out.date")}</span>
        <input
          type="date"
          value={draft.date ?? ""}
          onChange={({ target }) => change(withDate(draft, target.value), "date")}
        />
      </label>
      <label>
        <span>{words("prepare.out.confidence")}</span>
        <select
          value={confidence ?? ""}
          onChange={({ target }) => {
            const { confidence: _, ...rest } = draft.evidence;
            const chosen = confidences.find((one) => one === target.value);
            change({ ...draft, evidence: chosen ? { ...rest, confidence: chosen } : rest });
          }}
        >
          <option value="">{words("prepare.out.confidence.none")}</option>
          {confidences.map((one) => (
            <option key={one} value={one}>
              {words(`prepare.out.confidence.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="prepare-wide" htmlFor={`${id}-why`}>
        <span>{words("prepare.out.why")}</span>
        <textarea
          id={`${id}-why`}
          rows={2}
          value={why ?? ""}
          onChange={({ target }) => {
            const { why: _, ...rest } = draft.evidence;
            const text = target.value;
            change({ ...draft, evidence: text === "" ? rest : { ...rest, why: text } }, "why");
          }}
        />
      </label>
    </fieldset>
  );
}

function withDate(draft: SheetDraft, day: string): SheetDraft {
  const { date: _, ...rest } = draft;
  return day === "" ? rest : { ...rest, date: day as NonNullable<SheetDraft["date"]> }; // a date field gives a day
}
