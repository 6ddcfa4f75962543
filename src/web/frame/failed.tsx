import type { ErrorComponentProps } from "@tanstack/react-router";
import { useContext } from "react";
import { OpenedContext } from "../open/opened-context.ts";
import { useWords } from "../words/words.tsx";
import "./notice.css";

/** A mistake of ours: what failed, and the way on. Inside a scenario's layout it stands in the main part that is there. */
export function Failed({ error }: ErrorComponentProps) {
  const words = useWords();
  const inside = useContext(OpenedContext) !== undefined;
  const said = (
    <>
      <h1>{words("frame.failed")}</h1>
      <p className="note">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {words("frame.failed.again")}
      </button>
    </>
  );
  return inside ? (
    <div>{said}</div>
  ) : (
    <main id="main" className="notice">
      {said}
    </main>
  );
}
