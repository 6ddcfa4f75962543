import { useCallback } from "react";
import type { Agenda } from "#model";
import type { DelegationId } from "#room";
import { useWords } from "../../words/words.tsx";

const others = ["mediation", "observation", "training", "convening"] as const;

/** How a delegation is called: a party by its own name, the others in the reader's language. */
export function useDelegationName(agenda: Agenda | undefined): (delegation: DelegationId) => string {
  const words = useWords();
  return useCallback(
    (delegation) => {
      const party = agenda?.parties.find(({ id }) => id === delegation);
      if (party) return party.name;
      const other = others.find((one) => one === delegation);
      return other ? words(`convene.delegation.${other}`) : delegation;
    },
    [agenda, words],
  );
}
