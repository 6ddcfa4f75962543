import { useEffect, useId, useRef, useState } from "react";
import type { SheetDraft } from "#elicitation";
import { useWords } from "../../words/words.tsx";
import { unsealInWorker } from "../ask-seal-worker.ts";
import { readSealedContent } from "../sealed-content.ts";

type UnsealProps = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly onOpened: (name: string, draft: SheetDraft) => Promise<void>;
};

/** Asks for the passphrase of a sealed file, and says why it does not open. */
export function Unseal({ name, bytes, onOpened }: UnsealProps) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState("");
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => field.current?.focus(), []);
  const open = async (): Promise<string | undefined> => {
    const result = await unsealInWorker(bytes, passphrase);
    if (!result.ok) return words(`prepare.unseal.${result.why}`, { name });
    const content = readSealedContent(result.text);
    if (!content) return words("prepare.unseal.not-draft", { name });
    setPassphrase("");
    await onOpened(content.name, content.draft);
    return undefined;
  };
  return (
    <form
      className="card"
      onSubmit={async (event) => {
        event.preventDefault();
        if (working) return;
        setWorking(true);
        setProblem(undefined);
        try {
          setProblem(await open());
        } catch (error) {
          setProblem(
            words("prepare.unseal.failed", { name, why: error instanceof Error ? error.message : String(error) }),
          );
        }
        setWorking(false);
        field.current?.select();
      }}
    >
      <h3>{words("prepare.unseal", { name })}</h3>
      <p className="prepare-field">
        <label htmlFor={id}>{words("prepare.unseal.passphrase")}</label>
        <input
          ref={field}
          id={id}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
        />
      </p>
      <p>
        <button type="submit" className="primary" disabled={working || passphrase === ""}>
          {words("prepare.unseal.open")}
        </button>
      </p>
      <p role="status">{working ? words("prepare.unseal.opening") : null}</p>
      {problem ? (
        <p role="alert" className="prepare-no">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
