import { createContext, useContext } from "react";
import type { Opened } from "./open-scenario.ts";

type Whole = { readonly opened: Extract<Opened, { state: "open" }>; readonly again: () => void };

/** The scenario's files as opened, mistakes and all; `again` reads them anew after a change. */
export const OpenedContext = createContext<Whole | undefined>(undefined);

export function useOpenedScenario(): Whole {
  const whole = useContext(OpenedContext);
  if (!whole) throw new Error("useOpenedScenario needs an open scenario above it.");
  return whole;
}
