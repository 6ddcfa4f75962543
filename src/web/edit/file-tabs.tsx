import { useState } from "react";
import type { YamlValue } from "#language";
import type { Diagnostic } from "#prelude";
import { Confirm } from "../parts/confirm.tsx";
import { useWords } from "../words/words.tsx";
import type { Desk } from "./desk.ts";
import { child, entries, idText } from "./forms/read-value.ts";
import { newSheetText } from "./new-sheet-text.ts";
import { editablePaths, isAgendaPath, isSheetPath } from "./scenario-files.ts";
import type { Outline } from "./use-outline.ts";
import type { Files } from "./yaml/yaml-questions.ts";

/** The scenario's files; a sheet for a party that has none, and away with one. */
export function FileTabs({
  desk,
  files,
  front,
  agenda,
  diagnostics,
  readOnly,
}: {
  readonly desk: Desk;
  readonly files: Files;
  readonly front: string;
  readonly agenda: Outline;
  readonly diagnostics: readonly Diagnostic[];
  readonly readOnly: boolean;
}) {
  const words = useWords();
  const [removing, setRemoving] = useState<string>();
  const paths = editablePaths(files);
  const others = Object.keys(files).length - paths.length;
  const value: YamlValue = agenda.state === "read" ? agenda.value : null;
  const without = entries(child(value, "parties"), []).filter(({ key }) => !hasSheet(files, key));
  const add = (party: string): void => {
    const issues = entries(child(value, "issues"), []).map((issue) => ({
      id: issue.key,
      options: entries(child(issue.value, "options"), []).map(({ key }) => key),
    }));
    let path = `sheets/${party}.yaml`;
    for (let number = 2; path in files; number++) path = `sheets/${party}-${number}.yaml`;
    desk.add(path, newSheetText(party, issues, words("edit.sheet.author")));
  };
  return (
    <div className="edit-files row">
      <nav aria-label={words("edit.files")}>
        <ul className="edit-tabs">
          {paths.map((path) => {
            const own = diagnostics.filter(({ at }) => at.file === path);
            const wrong = own.filter(({ severity }) => severity === "error").length;
            return (
              <li key={path}>
                <button
                  type="button"
                  className="edit-tab"
                  aria-current={path === front ? "true" : undefined}
                  onClick={() => desk.putInFront(path)}
                >
                  <bdi>{path}</bdi>
                  {wrong > 0 ? (
                    <span className="edit-tab-wrong">
                      {wrong}
                      <span className="unseen"> {words("edit.file.errors", { count: wrong })}</span>
                    </span>
                  ) : null}
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      {readOnly ? null : (
        <>
          {without.length > 0 ? (
            <label className="edit-inline">
              <span className="unseen">{words("edit.sheet.add")}</span>
              <select value="" onChange={(event) => event.target.value && add(event.target.value)}>
                <option value="">{words("edit.sheet.add")}</option>
                {without.map(({ key, value: party }) => (
                  <option key={key} value={key}>
                    {idText(child(party, "name")) ?? idText(party) ?? key}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {isSheetPath(front) ? (
            <button type="button" className="quiet" onClick={() => setRemoving(front)}>
              {words("edit.sheet.remove", { path: front })}
            </button>
          ) : null}
        </>
      )}
      {others > 0 ? <span className="soft small">{words("edit.files.others", { count: others })}</span> : null}
      {removing ? (
        <Confirm
          title={words("edit.sheet.remove.sure", { path: removing })}
          detail={words("edit.sheet.remove.what")}
          yes={words("edit.remove")}
          no={words("edit.cancel")}
          onAnswer={(yes) => {
            setRemoving(undefined);
            if (yes) desk.remove(removing);
          }}
        />
      ) : null}
    </div>
  );
}

/** By the line that says whose it is: a sheet may lie under any name. */
function hasSheet(files: Files, party: string): boolean {
  return Object.entries(files).some(
    ([path, text]) =>
      isSheetPath(path) && !isAgendaPath(path) && /^party:\s*["']?([\w.-]+)["']?\s*(#.*)?$/m.exec(text)?.[1] === party,
  );
}
