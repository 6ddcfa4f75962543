import { useCallback, useEffect, useState } from "react";
import type { PackageReport } from "#analysis";
import { type Asked, Dropped } from "#compute/browser";
import type { Choices, Package } from "#model";
import { useDeal, useDraft } from "../../deal/deal-context.tsx";
import { useEngine } from "../../engine/engine-context.tsx";

export type DraftReport =
  | { readonly state: "none" }
  | { readonly state: "asking"; readonly of: Choices }
  | { readonly state: "known"; readonly of: Choices; readonly report: PackageReport }
  | { readonly state: "failed"; readonly of: Choices; readonly why: string };

/** What the engine says of the package in the composer, when it is asked; not by itself, since it changes with every click. */
export function useDraftReport(): { readonly report: DraftReport; readonly ask: () => void } {
  const { scenario, options } = useDeal();
  const engine = useEngine();
  const [report, setReport] = useState<DraftReport>({ state: "none" });
  const [asked, setAsked] = useState<Asked<"package">>();
  useEffect(() => () => asked?.drop(), [asked]);
  const { name, choices } = useDraft();
  const ask = useCallback(() => {
    setReport({ state: "asking", of: choices });
    const asking = engine.ask("package", { scenario, options, package: draftPackage(name, choices) });
    setAsked(asking);
    asking.answer.then(
      (known) => setReport({ state: "known", of: choices, report: known }),
      (error: unknown) =>
        setReport(
          error instanceof Dropped
            ? { state: "none" }
            : { state: "failed", of: choices, why: error instanceof Error ? error.message : String(error) },
        ),
    );
  }, [engine, scenario, options, name, choices]);
  return { report, ask };
}

function draftPackage(name: string, choices: Choices): Package {
  return { id: "composer-draft", name, choices, overrides: [], authors: [], addressees: [], sources: [] };
}
