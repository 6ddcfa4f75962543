import type { ErrorComponentProps } from "@tanstack/react-router";
import { useWords } from "../words/words.tsx";

/** A mistake of ours: what failed, and the way on. */
export function Failed({ error }: ErrorComponentProps) {
  const words = useWords();
  return (
    <main id="main" className="notice">
      <h1>{words("frame.failed")}</h1>
      <p className="note">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {words("frame.failed.again")}
      </button>
    </main>
  );
}
