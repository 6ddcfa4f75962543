import { useId, useState } from "react";
import { download } from "../../parts/download.ts";
import { useWords } from "../../words/words.tsx";
import { sealInWorker } from "../ask-seal-worker.ts";
import { writeSealedContent } from "../sealed-content.ts";
import { useSheet } from "../sheet-context.ts";
import { suggestPassphrase } from "../suggest-passphrase.ts";

const shortest = 12;

type State =
  | { readonly kind: "idle" | "working" }
  | { readonly kind: "problem"; readonly text: string }
  | { readonly kind: "done"; readonly file: string };

/** The sheet in the making as an encrypted file. The passphrase lives in these two fields and is gone with them. */
export function SealSheet({ yaml }: { readonly yaml?: string }) {
  const words = useWords();
  const id = useId();
  const { session } = useSheet();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [suggested, setSuggested] = useState<string>();
  const [state, setState] = useState<State>({ kind: "idle" });
  const seal = async (): Promise<void> => {
    if ([...passphrase].length < shortest) return setState({ kind: "problem", text: words("prepare.out.seal.short") });
    if (passphrase !== again) return setState({ kind: "problem", text: words("prepare.out.seal.differ") });
    setState({ kind: "working" });
    try {
      const { name, draft } = session.written;
      const text = writeSealedContent({
        schema: "entente.draft/1",
        name,
        draft,
        ...(yaml === undefined ? {} : { sheet: yaml }),
      });
      const bytes = await sealInWorker(text, passphrase);
      const file = `${draft.party}-${fileName(name)}.age`;
      download(file, new Blob([Uint8Array.from(bytes)], { type: "application/octet-stream" }));
      setPassphrase("");
      setAgain("");
      setSuggested(undefined);
      setState({ kind: "done", file });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setState({ kind: "problem", text: words("prepare.out.seal.failed", { why }) });
    }
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words("prepare.out.seal")}</h3>
      <p>{words("prepare.out.seal.lead")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (state.kind !== "working") void seal();
        }}
      >
        <p className="prepare-field">
          <label htmlFor={`${id}-one`}>{words("prepare.out.seal.passphrase")}</label>
          <input
            id={`${id}-one`}
            type="password"
            autoComplete="off"
            value={passphrase}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setPassphrase(target.value)}
          />
          <small id={`${id}-hint`} className="soft">
            {words("prepare.out.seal.hint")}
          </small>
        </p>
        <p className="prepare-field">
          <label htmlFor={`${id}-two`}>{words("prepare.out.seal.again")}</label>
          <input
            id={`${id}-two`}
            type="password"
            autoComplete="off"
            value={again}
            onChange={({ target }) => setAgain(target.value)}
          />
        </p>
        <p className="row">
          <button type="submit" disabled={state.kind === "working"}>
            {words("prepare.out.seal.do")}
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              const words6 = suggestPassphrase();
              setSuggested(words6);
              setPassphrase(words6);
              setAgain(words6);
            }}
          >
            {words("prepare.out.seal.suggest")}
          </button>
        </p>
        {suggested ? (
          <p className="prepare-suggested">
            {words("prepare.out.seal.suggested")} <code>{suggested}</code>
          </p>
        ) : null}
        <p role="status">
          {state.kind === "working" ? words("prepare.out.seal.working") : null}
          {state.kind === "done" ? words("prepare.out.seal.done", { file: state.file }) : null}
          {state.kind === "problem" ? <span className="prepare-no">{state.text}</span> : null}
        </p>
      </form>
    </section>
  );
}

function fileName(name: string): string {
  return (
    name
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "sheet"
  );
}
