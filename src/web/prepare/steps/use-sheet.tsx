import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Diagnostic } from "#prelude";
import { useDeal } from "../../deal/deal-context.tsx";
import { useEngine } from "../../engine/engine-context.tsx";
import { DiagnosticsList } from "../../intake/diagnostics-list.tsx";
import { copyOf } from "../../library/copy-of.ts";
import { useOpenedScenario } from "../../open/opened-context.ts";
import { Refusal } from "../../shelf/refusal.tsx";
import type { Refused } from "../../shelf/shelf.ts";
import { useShelf } from "../../shelf/shelf-context.tsx";
import { useWords } from "../../words/words.tsx";
import { withSheetFile } from "../place-sheet.ts";
import { useSheet } from "../sheet-context.ts";

type Files = Readonly<Record<string, string>>;
type Outcome =
  | { readonly state: "working" }
  | { readonly state: "done" }
  | { readonly state: "copied"; readonly key: string; readonly title: string; readonly broken: boolean }
  | { readonly state: "mistakes"; readonly diagnostics: readonly Diagnostic[]; readonly files: Files }
  | { readonly state: "refused"; readonly refused: Refused }
  | { readonly state: "failed"; readonly why: string };

/** Puts the sheet into the scenario: the reader's own in place, a shipped one as a copy. */
export function UseSheet({ yaml }: { readonly yaml?: string }) {
  const words = useWords();
  const shelf = useShelf();
  const engine = useEngine();
  const { key, own } = useDeal();
  const { opened, again } = useOpenedScenario();
  const { session, agenda } = useSheet();
  const [outcome, setOutcome] = useState<Outcome>();
  const { party } = session.draft;

  const copyWith = async (files: Files, broken: boolean): Promise<Outcome> => {
    const title = words("prepare.out.use.title", { title: agenda.title, name: session.written.name });
    const copy = copyOf({ id: key, files }, title);
    const saved = await shelf.save("scenario", copy);
    return saved.ok ? { state: "copied", key: copy.id, title, broken } : { state: "refused", refused: saved.error };
  };
  const useIt = async (text: string): Promise<Outcome> => {
    // the newest files: another tab may have edited them since this page was opened
    const record = own ? await shelf.read("scenario", key) : undefined;
    const files = withSheetFile(record?.files ?? opened.files, party, text);
    const parsed = await engine.ask("read", { files: new Map(Object.entries(files)) }).answer;
    if (!parsed.scenario) return { state: "mistakes", diagnostics: parsed.diagnostics, files };
    if (!record) return copyWith(files, false);
    const saved = await shelf.save("scenario", { ...record, files });
    if (!saved.ok) return { state: "refused", refused: saved.error };
    again();
    return { state: "done" };
  };
  const run = async (work: () => Promise<Outcome>): Promise<void> => {
    setOutcome({ state: "working" });
    try {
      setOutcome(await work());
    } catch (error) {
      setOutcome({ state: "failed", why: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <section aria-labelledby="prepare-out-use">
      <h3 id="prepare-out-use">{words("prepare.out.use")}</h3>
      <p>{words(own ? "prepare.out.use.own" : "prepare.out.use.shipped", { party })}</p>
      <p className="row">
        <button
          type="button"
          disabled={yaml === undefined || outcome?.state === "working"}
          onClick={() => yaml !== undefined && void run(() => useIt(yaml))}
        >
          {words(own ? "prepare.out.use.do" : "prepare.out.use.do.copy")}
        </button>
      </p>
      <div role="status">
        {outcome?.state === "working" ? <p>{words("prepare.out.use.working")}</p> : null}
        {outcome?.state === "done" ? (
          <p>
            {words("prepare.out.use.done")}{" "}
            <Link to="/s/$key" params={{ key }}>
              {words("prepare.out.use.open")}
            </Link>
          </p>
        ) : null}
        {outcome?.state === "copied" ? (
          <p>
            {words("prepare.out.use.done.copy", { title: outcome.title })}{" "}
            {outcome.broken ? (
              <Link to="/s/$key/edit" params={{ key: outcome.key }}>
                {words("prepare.out.use.edit")}
              </Link>
            ) : (
              <Link to="/s/$key" params={{ key: outcome.key }}>
                {words("prepare.out.use.open")}
              </Link>
            )}
          </p>
        ) : null}
        {outcome?.state === "failed" ? <p>{words("prepare.status.failed", { why: outcome.why })}</p> : null}
      </div>
      {outcome?.state === "refused" ? <Refusal refused={outcome.refused} /> : null}
      {outcome?.state === "mistakes" ? (
        <>
          <p role="alert">{words("prepare.out.use.mistakes")}</p>
          <p>
            <button type="button" onClick={() => void run(() => copyWith(outcome.files, true))}>
              {words("prepare.out.use.anyway")}
            </button>
          </p>
          <DiagnosticsList diagnostics={outcome.diagnostics} files={new Map(Object.entries(outcome.files))} />
        </>
      ) : null}
    </section>
  );
}
