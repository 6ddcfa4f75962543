import { createContext, type ReactNode, useContext, useEffect } from "react";
import { type Engine, startEngine } from "#compute/browser";

const Context = createContext<Engine | undefined>(undefined);

let shared: Engine | undefined;

/** One engine for the page; its workers start when they are first asked. `data-engine` on the root says whether it is idle. */
export function EngineProvider({ children }: { readonly children: ReactNode }) {
  shared ??= startEngine();
  const engine = shared;
  useEffect(() => {
    const tell = (busy: boolean) => {
      document.documentElement.dataset["engine"] = busy ? "busy" : "idle";
    };
    tell(false);
    return engine.onBusy(tell);
  }, [engine]);
  return <Context value={engine}>{children}</Context>;
}

export function useEngine(): Engine {
  const engine = useContext(Context);
  if (!engine) throw new Error("useEngine needs an EngineProvider above it.");
  return engine;
}
