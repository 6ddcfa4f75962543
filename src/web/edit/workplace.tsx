import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Diagnostic } from "#prelude";
import { DiagnosticsList } from "../intake/diagnostics-list.tsx";
import { useOpenedScenario } from "../open/opened-context.ts";
import { useWords } from "../words/words.tsx";
import { AnswerStrip } from "./answer-strip.tsx";
import type { Desk } from "./desk.ts";
import { FileTabs } from "./file-tabs.tsx";
import { FileForm } from "./forms/file-form.tsx";
import type { Wanted } from "./forms/form-context.tsx";
import { editablePaths, isAgendaPath, isSheetPath } from "./scenario-files.ts";
import { lintMarks, offsetAt } from "./source/lint-marks.ts";
import { SourcePane } from "./source/source-pane.tsx";
import { titleOf } from "./title-of.ts";
import { useOutline } from "./use-outline.ts";
import { useReading } from "./use-reading.ts";

/** The files of a scenario: tabs, forms, source, and what is wrong with them. `children` say how they are kept. */
export function Workplace({
  desk,
  readOnly = false,
  children,
}: {
  readonly desk: Desk;
  readonly readOnly?: boolean;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const { files, front, refusedEdits, said } = useSyncExternalStore(desk.subscribe, desk.view);
  const [wanted, setWanted] = useState<Wanted>();
  const [indents, setIndents] = useState(false);
  const reading = useReading(files);
  const diagnostics = reading.parsed?.diagnostics ?? none;
  const agendaPath = Object.keys(files).find(isAgendaPath) ?? "scenario.yaml";
  const agenda = useOutline(agendaPath, files[agendaPath], said);
  const sheet = useOutline(front, front === agendaPath ? undefined : files[front], said);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const current = reading.of === files;

  useEffect(() => {
    for (const path of editablePaths(desk.view().files)) {
      const state = desk.stateOf(path);
      if (state)
        desk.dispatchTo(
          path,
          lintMarks(
            state,
            diagnostics.filter(({ at }) => at.file === path),
          ),
        );
    }
  }, [desk, diagnostics]);

  const goTo = useCallback(
    (diagnostic: Diagnostic): void => {
      const state = desk.stateOf(diagnostic.at.file);
      if (state) desk.goTo(diagnostic.at.file, offsetAt(state, diagnostic));
    },
    [desk],
  );
  const goToField = useCallback(
    ({ at, part }: Diagnostic): void => {
      desk.putInFront(at.file);
      setWanted({ file: at.file, part: { current: part } });
    },
    [desk],
  );
  // of the texts that were read: their mistakes stand where they say, and a key pressed since changes nothing here
  const mistakes = useMemo(
    () => (
      <DiagnosticsList
        diagnostics={diagnostics}
        files={new Map(Object.entries(reading.of ?? {}))}
        onGo={goTo}
        beside={(diagnostic) =>
          diagnostic.part && isSheetPath(diagnostic.at.file) ? (
            <p>
              <button type="button" onClick={() => goToField(diagnostic)}>
                {words("edit.mistakes.toForm")}
                <span className="unseen">
                  {" "}
                  {words("edit.mistakes.toForm.of", {
                    path: diagnostic.at.file,
                    part: String(diagnostic.part.at(1) ?? ""),
                  })}
                </span>
              </button>
            </p>
          ) : null
        }
      />
    ),
    [diagnostics, reading.of, goTo, goToField, words],
  );
  const nextMistake = (back: boolean): void => {
    const paths = editablePaths(desk.view().files);
    const here = {
      path: paths.indexOf(desk.view().front),
      offset: desk.stateOf(desk.view().front)?.selection.main.head ?? 0,
    };
    const places = diagnostics
      .flatMap((diagnostic) => {
        const state = desk.stateOf(diagnostic.at.file);
        return state
          ? [{ diagnostic, path: paths.indexOf(diagnostic.at.file), offset: offsetAt(state, diagnostic) }]
          : [];
      })
      .sort((a, b) => a.path - b.path || a.offset - b.offset);
    const after = places.filter(({ path, offset }) => path > here.path || (path === here.path && offset > here.offset));
    const before = places.filter(
      ({ path, offset }) => path < here.path || (path === here.path && offset < here.offset),
    );
    const found = back ? (before.at(-1) ?? places.at(-1)) : (after[0] ?? places[0]);
    if (found) goTo(found.diagnostic);
  };
  const next = useRef(nextMistake);
  next.current = nextMistake;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== "F8") return;
      event.preventDefault();
      next.current(event.shiftKey);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);

  const { opened } = useOpenedScenario();
  const title = useMemo(() => (agenda.state === "read" ? titleOf(agenda.value) : opened.title), [agenda, opened]);
  return (
    <div className="edit">
      <header className="edit-head">
        <h1>
          {title === undefined ? words("edit.title.untitled") : words("edit.title", { title: `\u2068${title}\u2069` })}
        </h1>
        {reading.parsed?.scenario ? (
          <AnswerStrip scenario={reading.parsed.scenario} current={current} readOnly={readOnly} />
        ) : null}
      </header>
      <div className="edit-bar">
        {children}
        <div className="edit-mistakes row">
          <p role="status" className={errors > 0 ? "edit-mistakes-some" : undefined}>
            {reading.failed ??
              (reading.parsed
                ? words("intake.diagnostics.count", { errors, warnings: diagnostics.length - errors })
                : words("edit.reading"))}
          </p>
          {diagnostics.length > 0 ? (
            <>
              <button type="button" onClick={() => nextMistake(false)}>
                {words("edit.next")} <kbd>F8</kbd>
              </button>
              <a href="#edit-mistakes">{words("edit.mistakes.all")}</a>
            </>
          ) : null}
        </div>
      </div>
      <FileTabs desk={desk} files={files} front={front} agenda={agenda} diagnostics={diagnostics} readOnly={readOnly} />
      <div className="edit-panes">
        <section className="edit-forms" aria-labelledby="edit-forms-title">
          <h2 id="edit-forms-title">{words("edit.forms")}</h2>
          <FileForm
            desk={desk}
            path={front}
            agendaPath={agendaPath}
            agenda={agenda}
            outline={front === agendaPath ? agenda : sheet}
            readOnly={readOnly}
            revision={refusedEdits}
            wanted={wanted}
          />
        </section>
        <section className="edit-source" aria-labelledby="edit-source-title">
          <div className="edit-source-head">
            <h2 id="edit-source-title">{words("edit.source")}</h2>
            <label className="edit-check">
              <input type="checkbox" checked={indents} onChange={(event) => setIndents(event.target.checked)} />
              {words("edit.tabIndents")}
            </label>
          </div>
          <SourcePane
            desk={desk}
            front={front}
            label={(path) => words("edit.source.label", { path })}
            indents={indents}
          />
          <p className="note edit-keys">{words("edit.keys")}</p>
        </section>
      </div>
      <div id="edit-mistakes" className="edit-all-mistakes">
        <h2>{words("edit.mistakes")}</h2>
        {mistakes}
      </div>
    </div>
  );
}

const none: readonly Diagnostic[] = [];
