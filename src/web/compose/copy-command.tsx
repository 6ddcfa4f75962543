import { useState } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { commandText } from "./command-text.ts";
import type { Composition } from "./use-composition.ts";

/** Takes the draft to the command line. */
export function CopyCommand({ composition }: { readonly composition: Composition }) {
  const { key } = useDeal();
  const words = useWords();
  const [copied, setCopied] = useState<"not yet" | "yes" | "refused">("not yet");
  const text = commandText(key, composition.scenario.agenda, composition.draft.choices);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      setCopied("refused");
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {words("compose.copy")}
      </button>
      <span role="status" className="compose-status">
        {copied === "yes" ? words("compose.copied") : copied === "refused" ? words("compose.copy.byHand") : null}
      </span>
      {copied === "refused" ? (
        <textarea
          className="compose-command"
          readOnly
          rows={4}
          aria-label={words("compose.copy")}
          value={text}
          onFocus={(event) => event.target.select()}
        />
      ) : null}
    </>
  );
}
