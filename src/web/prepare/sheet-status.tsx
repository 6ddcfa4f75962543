import { useRef } from "react";
import type { Statement } from "#elicitation";
import { Refusal } from "../shelf/refusal.tsx";
import { useShelfTrouble } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { withoutStatements } from "./draft-changes.ts";
import { shareWords } from "./share-words.ts";
import { useSheet } from "./sheet-context.ts";
import { misfitWords, statementWords } from "./statement-words.ts";
import { placeOf } from "./step-states.ts";

/** Always in sight: whether the statements agree, whether they are saved, and the way back. */
export function SheetStatus() {
  const words = useWords();
  const { session, thinking, agenda } = useSheet();
  const region = useRef<HTMLElement>(null);
  const { thoughts } = thinking;
  const contradictory = thoughts?.consistency.kind === "contradictory" ? thoughts.consistency : undefined;
  const misfits = thoughts?.misfits ?? [];
  return (
    <section
      className="prepare-status"
      ref={region}
      tabIndex={-1}
      aria-label={words("prepare.status")}
      data-contradictory={contradictory !== undefined}
    >
      <div className="prepare-status-line">
        <p role="status" aria-live="polite">
          <Summary />
        </p>
        <span className="prepare-status-end screen-only">
          <Saving />
          <button type="button" className="quiet" disabled={!session.undo} onClick={session.undo}>
            {words("prepare.undo")}
          </button>
          <button type="button" className="quiet" disabled={!session.redo} onClick={session.redo}>
            {words("prepare.redo")}
          </button>
        </span>
      </div>
      <NotSaved />
      {contradictory?.conflicts.map(({ statements }) => (
        <div key={statements.map(({ id }) => id).join(" ")} className="prepare-conflict">
          <p>{words("prepare.status.conflict")}</p>
          <ul>
            {statements.map((said) => (
              <Contradicted key={said.id} said={said} onGone={() => region.current?.focus()} />
            ))}
          </ul>
          {isAboutScale(statements) ? <p className="note">{words("prepare.status.conflict.scale")}</p> : null}
        </div>
      ))}
      {misfits.length > 0 ? (
        <details className="prepare-misfits">
          <summary>{words("prepare.status.misfits", { count: misfits.length })}</summary>
          <ul>
            {misfits.map((misfit) => (
              <li key={JSON.stringify(misfit)}>
                {words(`prepare.misfit.part.${misfit.part}`, { what: misfit.id })}: {misfitWords(words, agenda, misfit)}
                {misfit.part === "statement" ? (
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => session.change(withoutStatements(session.draft, [misfit.id]))}
                  >
                    {words("prepare.status.withdraw")}
                    <span className="unseen"> {misfit.id}</span>
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Summary() {
  const words = useWords();
  const { session, thinking } = useSheet();
  const { thoughts, state, why } = thinking;
  const count = session.draft.statements.length;
  if (state === "failed") return words("prepare.status.failed", { why: why ?? "" });
  if (count === 0) return words("prepare.status.nothing");
  if (!thoughts) return words("prepare.status.thinking");
  if (thoughts.consistency.kind === "contradictory")
    return (
      <strong className="prepare-no">
        {words("prepare.status.contradictory", { count: thoughts.consistency.conflicts.length })}
      </strong>
    );
  if (thoughts.known) return words("prepare.status.consistent", { count, share: shareWords(thoughts.known.openness) });
  return words(state === "done" ? "prepare.status.unknown" : "prepare.status.consistent.bare", { count });
}

function Saving() {
  const words = useWords();
  const { session } = useSheet();
  const trouble = useShelfTrouble();
  const id =
    session.saving === "refused"
      ? "prepare.notSaved"
      : trouble
        ? "prepare.notKept"
        : session.saving === "saving"
          ? "prepare.saving"
          : "prepare.saved";
  return (
    <small className="prepare-saving" data-saving={trouble ? "refused" : session.saving}>
      {words(id)}
    </small>
  );
}

function NotSaved() {
  const words = useWords();
  const trouble = useShelfTrouble();
  const { session, openCopy } = useSheet();
  const refused = session.refused ?? trouble;
  if (!refused) return null;
  return (
    <div className="prepare-refused">
      <Refusal refused={refused} />
      {session.refused ? (
        <p className="row">
          {refused.kind === "changed-elsewhere" ? (
            <>
              <button
                type="button"
                className="primary"
                onClick={async () => {
                  const copy = await session.keepAsCopy(
                    words("prepare.conflict.copy.name", { name: session.written.name }),
                  );
                  if (copy !== undefined) openCopy(copy);
                }}
              >
                {words("prepare.conflict.copy")}
              </button>
              {session.takeTheirs ? (
                <button type="button" onClick={session.takeTheirs}>
                  {words("prepare.conflict.theirs")}
                </button>
              ) : null}
            </>
          ) : (
            <button type="button" onClick={session.saveAgain}>
              {words("prepare.conflict.again")}
            </button>
          )}
        </p>
      ) : null}
    </div>
  );
}

function Contradicted({ said, onGone }: { readonly said: Statement; readonly onGone: () => void }) {
  const words = useWords();
  const { session, agenda, packages, goTo } = useSheet();
  const what = statementWords(words, agenda, packages, said);
  const { step, issue } = placeOf(said);
  return (
    <li>
      <span>{what}</span>{" "}
      <span className="prepare-conflict-do screen-only">
        <button
          type="button"
          className="quiet"
          aria-label={words("prepare.status.goTo.what", { what })}
          onClick={() => goTo(step, issue)}
        >
          {words("prepare.status.goTo")}
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={words("prepare.status.withdraw.what", { what })}
          onClick={() => {
            session.change(withoutStatements(session.draft, [said.id]));
            onGone();
          }}
        >
          {words("prepare.status.withdraw")}
        </button>
      </span>
    </li>
  );
}

/** Ratings of one issue contradict each other by themselves only when none is 100 or none 0. */
function isAboutScale(statements: readonly Statement[]): boolean {
  const issues = new Set(statements.map((said) => (said.kind === "option-value" ? said.issue : undefined)));
  return issues.size === 1 && !issues.has(undefined);
}
