import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useState } from "react";
import { useDealAsking } from "../deal/deal-context.tsx";

type Printing = {
  /** The reader asked for paper: whatever waits to be come near to is computed now. */
  readonly preparing: boolean;
  readonly begin: () => void;
  readonly cancel: () => void;
  readonly tell: (part: string, state: "unfinished" | "finished") => void;
};

const Context = createContext<Printing | undefined>(undefined);

/** Prints when every part of the page that told of itself is finished. */
export function PrintingProvider({ children }: { readonly children: ReactNode }) {
  const [preparing, setPreparing] = useState(false);
  const [unfinished, setUnfinished] = useState<ReadonlySet<string>>(new Set());
  const tell = useCallback<Printing["tell"]>((part, state) => {
    setUnfinished((before) => {
      if (before.has(part) === (state === "unfinished")) return before;
      const after = new Set(before);
      if (state === "unfinished") after.add(part);
      else after.delete(part);
      return after;
    });
  }, []);
  const ready = preparing && unfinished.size === 0;
  useEffect(() => {
    if (!ready) return;
    // when what was computed last has been drawn: plots take their width from the page
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        window.print();
        setPreparing(false);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  const printing = useMemo(
    (): Printing => ({ preparing, begin: () => setPreparing(true), cancel: () => setPreparing(false), tell }),
    [preparing, tell],
  );
  return <Context value={printing}>{children}</Context>;
}

export function usePrinting(): Printing {
  const printing = useContext(Context);
  if (!printing) throw new Error("usePrinting needs a PrintingProvider above it.");
  return printing;
}

/**
 * A part of the page that is computed late: printing waits until it is finished, or can never be because the deal's own
 * answer failed. A component, so that the part itself is not made anew with every step of the deal's progress.
 */
export function Printable({ finished }: { readonly finished: boolean }) {
  const { tell } = usePrinting();
  const hopeless = useDealAsking().state === "failed";
  const part = useId();
  useEffect(() => tell(part, finished || hopeless ? "finished" : "unfinished"), [tell, part, finished, hopeless]);
  useEffect(() => () => tell(part, "finished"), [tell, part]); // it is no more
  return null;
}
