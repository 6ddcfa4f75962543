import { useEffect, useState } from "react";
import { type DealAnswer, Dropped, EngineFailure } from "#compute/browser";
import type { Agenda, PreferenceSheet } from "#model";
import type { AdoptedSettlement, Instant, LeftOnTheTable } from "#room";
import { useEngine } from "../../engine/engine-context.tsx";
import { enoughSheets } from "./enough-sheets.ts";
import { bestSearch, improvementSearch, leftOnTheTable } from "./left-on-the-table.ts";

export type Found<T> =
  | { readonly state: "idle" }
  | { readonly state: "searching" }
  | { readonly state: "found"; readonly value: T }
  | { readonly state: "failed"; readonly why: string };

const budgetMs = 8000;

/** Asks the engine, one question after the other: its newest question about a deal takes the place of the one before. */
export function useWholeSearch(
  agenda: Agenda,
  sheets: readonly PreferenceSheet[],
  adopted: AdoptedSettlement | undefined,
  movedAt: Instant | undefined,
): { readonly left: Found<LeftOnTheTable>; readonly best: Found<DealAnswer> } {
  const engine = useEngine();
  const [left, setLeft] = useState<Found<LeftOnTheTable>>({ state: "idle" });
  const [best, setBest] = useState<Found<DealAnswer>>({ state: "idle" });
  useEffect(() => {
    let isHere = true;
    let drop = (): void => {};
    setLeft({ state: "idle" });
    setBest({ state: "idle" });
    async function ask<T>(
      search: ReturnType<typeof bestSearch>,
      read: (answer: DealAnswer) => T,
      tell: (found: Found<T>) => void,
    ): Promise<void> {
      if (!isHere) return;
      tell({ state: "searching" });
      const asked = engine.ask("deal", { ...search, budgetMs });
      drop = asked.drop;
      try {
        const value = read(await asked.answer);
        if (isHere) tell({ state: "found", value });
      } catch (error) {
        if (!isHere || error instanceof Dropped) return;
        tell({ state: "failed", why: error instanceof EngineFailure ? error.message : String(error) });
      }
    }
    async function askBoth(): Promise<void> {
      if (!enoughSheets(agenda, sheets)) return;
      if (adopted && movedAt !== undefined) {
        const { settlement } = adopted;
        await ask(
          improvementSearch(agenda, sheets, settlement, movedAt),
          (answer) => leftOnTheTable(agenda, sheets, settlement, movedAt, answer),
          setLeft,
        );
      }
      await ask(bestSearch(agenda, sheets, movedAt), (answer) => answer, setBest);
    }
    void askBoth();
    return () => {
      isHere = false;
      drop();
    };
  }, [engine, agenda, sheets, adopted, movedAt]);
  return { left, best };
}
