import { useRef } from "react";
import { useWords } from "../words/words.tsx";
import { usePrinting } from "./printing.tsx";

/** Prints the page when all of it is computed, and says meanwhile what it waits for. */
export function PrintButton() {
  const words = useWords();
  const { preparing, begin, cancel } = usePrinting();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className="rail-print">
      <button type="button" className="quiet" ref={button} aria-disabled={preparing} onClick={begin}>
        {words("out.print")}
      </button>
      <p role="status">{preparing ? words("open.print.preparing") : ""}</p>
      {preparing ? (
        <button
          type="button"
          onClick={() => {
            cancel();
            button.current?.focus(); // this button goes
          }}
        >
          {words("open.print.cancel")}
        </button>
      ) : null}
    </div>
  );
}
