import { useMemo } from "react";
import { documentDigest } from "#record";
import { download } from "../../../parts/download.ts";
import { useWords } from "../../../words/words.tsx";

type ExactTextProps = { readonly text: string | undefined; readonly digest: string | undefined };

/** What is signed, to the last byte, and whether it is what was adopted. */
export function ExactText({ text, digest }: ExactTextProps) {
  const words = useWords();
  const own = useMemo(() => (text === undefined ? undefined : documentDigest(text)), [text]);
  if (text === undefined || own === undefined) return null;
  return (
    <details className="room-exact">
      <summary>{words("room-moves.exact")}</summary>
      <p className={own === digest ? "note" : "room-refused"}>
        {words(own === digest ? "room-moves.exact.same" : "room-moves.exact.other")} <code>{own}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <p>
        <button type="button" onClick={() => download("settlement.txt", text)}>
          {words("room-moves.exact.download")}
        </button>
      </p>
    </details>
  );
}
