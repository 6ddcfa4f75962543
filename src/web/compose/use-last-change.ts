import { useMemo, useState } from "react";
import type { PartyId } from "#model";
import type { DraftVerdict } from "./draft-verdict.ts";
import { movedBy } from "./last-change.ts";

/** What the last change of draft or assumptions did: `times` counts them, so that the same words can be said again. */
export type LastChange = { readonly moved: Readonly<Record<PartyId, number>>; readonly times: number };

export function useLastChange(verdict: DraftVerdict): LastChange {
  const [seen, setSeen] = useState<{ now: DraftVerdict; before?: DraftVerdict; times: number }>({
    now: verdict,
    times: 0,
  });
  // judged anew without anything being different (a package was saved, say) is not a change
  if (seen.now !== verdict && JSON.stringify(seen.now) !== JSON.stringify(verdict)) {
    setSeen({ now: verdict, before: seen.now, times: seen.times + 1 });
  }
  return useMemo(() => ({ moved: movedBy(seen.before, seen.now), times: seen.times }), [seen]);
}
