import { useId, useRef, useState } from "react";
import { useDeal, useDraftHistory } from "../deal/deal-context.tsx";
import { emptyDraft } from "../deal/draft.ts";
import { savedId } from "../deal/saved-packages.ts";
import { useRecords } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { CopyCommand } from "./copy-command.tsx";
import { DraftName } from "./draft-name.tsx";
import { SaveButtons } from "./save-buttons.tsx";
import type { Composition } from "./use-composition.ts";

/** What the draft begins with, its name, the way back and forth, and where it is kept. */
export function DraftBar({ composition }: { readonly composition: Composition }) {
  const { key, act } = useDeal();
  const words = useWords();
  const id = useId();
  const records = useRecords("package", useState({ scenario: key })[0]);
  const nameField = useRef<HTMLInputElement>(null);
  const { draft, scenario, base } = composition;
  const saved = new Set(records.map((record) => savedId(record.id)));
  const named = scenario.packages.filter((one) => !saved.has(one.id));
  const mine = scenario.packages.filter((one) => saved.has(one.id));
  const untouched = draft.from === undefined && Object.keys(draft.choices).length === 0;
  const begin = (from: string) => {
    const chosen = scenario.packages.find((one) => one.id === from);
    if (!chosen) return act({ kind: "compose", draft: emptyDraft });
    const name = saved.has(chosen.id) ? chosen.name : words("compose.name.own", { name: chosen.name });
    return act({ kind: "compose", draft: { name, choices: chosen.choices, locks: [], from: chosen.id } });
  };
  const { past, future } = useDraftHistory();
  return (
    <section className="compose-bar" aria-label={words("compose.title")}>
      <label htmlFor={`${id}begin`}>{words("compose.begin")}</label>
      <select
        id={`${id}begin`}
        value={base?.id ?? (untouched ? "" : "elsewhere")}
        onChange={(event) => begin(event.target.value)}
      >
        <option value="">{words("compose.begin.empty")}</option>
        {base || untouched ? null : (
          <option value="elsewhere" disabled>
            {words("compose.begin.other")}
          </option>
        )}
        {named.length > 0 ? (
          <optgroup label={words("compose.begin.named")}>
            {named.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ) : null}
        {mine.length > 0 ? (
          <optgroup label={words("compose.begin.saved")}>
            {mine.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ) : null}
      </select>
      <label htmlFor={`${id}name`}>{words("compose.name")}</label>
      <DraftName id={`${id}name`} draft={draft} field={nameField} />
      <div className="row compose-buttons">
        {/* aria-disabled, since a button that is disabled while it has the focus would lose it */}
        <button type="button" aria-disabled={past.length === 0} onClick={() => act({ kind: "undo" })}>
          {words("compose.undo")}
        </button>
        <button type="button" aria-disabled={future.length === 0} onClick={() => act({ kind: "redo" })}>
          {words("compose.redo")}
        </button>
        <SaveButtons composition={composition} records={records} nameField={nameField} />
        <CopyCommand composition={composition} />
      </div>
    </section>
  );
}
