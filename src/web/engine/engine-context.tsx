import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Engine } from "#compute/browser";
import { pageEngine } from "./page-engine.ts";

const Context = createContext<Engine | undefined>(undefined);

/** The page's engine. `data-engine` on the root says whether it is idle. */
export function EngineProvider({ children }: { readonly children: ReactNode }) {
  useEffect(
    () =>
      pageEngine.onBusy((busy) => {
        document.documentElement.dataset.engine = busy ? "busy" : "idle";
      }),
    [],
  );
  return <Context value={pageEngine}>{children}</Context>;
}

export function useEngine(): Engine {
  const engine = useContext(Context);
  if (!engine) throw new Error("useEngine needs an EngineProvider above it.");
  return engine;
}
