import { useMemo } from "react";
import { type RulesInForce, rulesInForce } from "#analysis";
import type { Choices, Package, Scenario } from "#model";
import { useDeal, useDraft } from "../deal/deal-context.tsx";
import type { Draft } from "../deal/draft.ts";
import { type DraftVerdict, draftVerdict } from "./draft-verdict.ts";

/** The draft in the composer, judged: worked out on this thread, so that it follows every change at once. */
export type Composition = {
  readonly scenario: Scenario;
  readonly draft: Draft;
  readonly inForce: RulesInForce;
  readonly verdict: DraftVerdict;
  /** The package that the draft began as. */
  readonly base?: Package;
};

export function useComposition(): Composition {
  const { scenario, options } = useDeal();
  const kept = useDraft();
  const choices = useMemo(() => knownChoices(scenario, kept.choices), [scenario, kept.choices]);
  const inForce = useMemo(() => rulesInForce(scenario, options), [scenario, options]);
  const verdict = useMemo(() => draftVerdict(scenario, inForce, choices), [scenario, inForce, choices]);
  return useMemo(() => {
    const base = scenario.packages.find(({ id }) => id === kept.from);
    return { scenario, draft: { ...kept, choices }, inForce, verdict, ...(base ? { base } : {}) };
  }, [scenario, kept, choices, inForce, verdict]);
}

/** A draft that was kept may be older than the scenario: what the agenda does not have any more is left open. */
function knownChoices({ agenda }: Scenario, choices: Choices): Choices {
  const known = agenda.issues.flatMap(({ id, options }) => {
    const chosen = choices[id];
    return options.some((option) => option.id === chosen) ? [[id, chosen!] as const] : [];
  });
  return known.length === Object.keys(choices).length ? choices : Object.fromEntries(known);
}
