import { download } from "../../parts/download.ts";
import { useWords } from "../../words/words.tsx";
import { shareWords } from "../share-words.ts";
import { useSheet } from "../sheet-context.ts";
import { AboutSheet } from "./about-sheet.tsx";
import { SealSheet } from "./seal-sheet.tsx";
import { UseSheet } from "./use-sheet.tsx";

/** The ways out: a file, this scenario, a sealed file. */
export function OutStep() {
  const words = useWords();
  const { session, thinking } = useSheet();
  const { party } = session.draft;
  // only of the draft as it is now: never a file of the one before
  const known =
    thinking.state === "done" && thinking.thoughts?.consistency.kind === "consistent"
      ? thinking.thoughts.known
      : undefined;
  return (
    <>
      <p className="prepare-lead">{words("prepare.out.lead")}</p>
      <AboutSheet />
      {known ? (
        <p className="note">{words("prepare.out.open", { share: shareWords(known.openness) })}</p>
      ) : thinking.state === "thinking" ? (
        <p className="note">{words("prepare.status.thinking")}</p>
      ) : (
        <p className="note">{words("prepare.out.wait")}</p>
      )}
      <div className="prepare-outs">
        <section aria-labelledby="prepare-out-file">
          <h3 id="prepare-out-file">{words("prepare.out.file")}</h3>
          <p>{words("prepare.out.file.lead", { party })}</p>
          <p className="row">
            <button
              type="button"
              className="primary"
              disabled={!known}
              onClick={() => known && download(`${party}.yaml`, known.yaml, "application/yaml")}
            >
              {words("prepare.out.file.do")}
            </button>
          </p>
          {known ? (
            <details>
              <summary>{words("prepare.out.file.see")}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard */}
              <pre className="prepare-yaml" tabIndex={0}>
                {known.yaml}
              </pre>
            </details>
          ) : null}
        </section>
        <UseSheet {...(known ? { yaml: known.yaml } : {})} />
        <SealSheet {...(known ? { yaml: known.yaml } : {})} />
      </div>
    </>
  );
}
