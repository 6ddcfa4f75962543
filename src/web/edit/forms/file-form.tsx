import { memo, useMemo, useRef, useState } from "react";
import type { Named, Path, YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import type { Desk } from "../desk.ts";
import { isSheetPath } from "../scenario-files.ts";
import type { Outline } from "../use-outline.ts";
import { AgendaForm } from "./agenda-form.tsx";
import { agendaNames } from "./agenda-names.ts";
import { type Form, FormContext, type Wanted } from "./form-context.tsx";
import { Renaming } from "./renaming.tsx";
import { SheetForm } from "./sheet-form.tsx";

type Asked = { readonly what: Named; readonly path: Path; readonly inValue: boolean };

/** The form of the file in front, or why there is none. */
export const FileForm = memo(function FileForm({
  desk,
  path,
  agendaPath,
  agenda,
  outline,
  readOnly,
  revision,
  wanted,
}: {
  readonly desk: Desk;
  readonly path: string;
  readonly agendaPath: string;
  readonly agenda: Outline;
  readonly outline: Outline;
  readonly readOnly: boolean;
  readonly revision: number;
  readonly wanted: Wanted | undefined;
}) {
  const words = useWords();
  const added = useRef<string>(undefined);
  const [asked, setAsked] = useState<Asked>();
  const agendaValue: YamlValue = agenda.state === "read" ? agenda.value : null;
  const names = useMemo(() => agendaNames(agendaValue), [agendaValue]);
  const form = useMemo(
    (): Form | undefined =>
      outline.state === "read"
        ? {
            value: outline.value,
            names,
            readOnly,
            revision,
            added,
            wanted: wanted?.file === path ? wanted : undefined,
            fold: {
              isOpen: (part) => desk.folds.get(`${path} ${part}`),
              set: (part, open) => void desk.folds.set(`${path} ${part}`, open),
            },
            edit: (edits) => {
              if (!readOnly && edits.length > 0) void desk.edit(path, edits);
            },
            show: (part) => void desk.goToPart(path, part),
            rename: (what, at, inValue = false) => setAsked({ what, path: at, inValue }),
          }
        : undefined,
    [desk, path, outline, names, readOnly, revision, wanted],
  );
  if (path !== agendaPath && !isSheetPath(path)) return <p className="edit-noForm card">{words("edit.sourceOnly")}</p>;
  if (outline.state === "asking") return <p aria-busy="true">{words("edit.reading")}</p>;
  if (!form || !(form.value instanceof Map))
    return <p className="edit-noForm card">{words(outline.state === "not-yaml" ? "edit.notYaml" : "edit.notMap")}</p>;
  return (
    <FormContext value={form}>
      {path === agendaPath ? <AgendaForm key={path} /> : <SheetForm key={path} />}
      {asked ? (
        <Renaming
          desk={desk}
          path={path}
          what={asked.what}
          at={asked.path}
          inValue={asked.inValue}
          onDone={() => setAsked(undefined)}
        />
      ) : null}
    </FormContext>
  );
});
