import { useEffect, useState } from "react";
import { Dropped, type Ground } from "#compute/browser";
import type { Choices, Scenario } from "#model";
import { useEngine } from "../engine/engine-context.tsx";

export type GroundState =
  | { readonly state: "none" }
  /** `ground` is of the choices before, until those now are measured. */
  | { readonly state: "measuring"; readonly ground?: Ground }
  | { readonly state: "measured"; readonly ground: Ground }
  | { readonly state: "failed"; readonly why: string };

/** The tiers under these choices, measured in a worker. */
export function useGround({ agenda, map }: Scenario, choices: Choices): GroundState {
  const engine = useEngine();
  const [state, setState] = useState<GroundState>(map ? { state: "measuring" } : { state: "none" });
  useEffect(() => {
    if (!map) return;
    const asked = engine.ask("ground", { map, agenda, choices });
    setState((before) => ({ state: "measuring", ...("ground" in before ? { ground: before.ground } : {}) }));
    asked.answer.then(
      (ground) => setState({ state: "measured", ground }),
      (error: unknown) => {
        if (error instanceof Dropped) return;
        setState({ state: "failed", why: error instanceof Error ? error.message : String(error) });
      },
    );
    return asked.drop;
  }, [engine, map, agenda, choices]);
  return state;
}
