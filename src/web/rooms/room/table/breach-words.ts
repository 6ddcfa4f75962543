import { useCallback } from "react";
import type { Breach } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";

/** What the mandate has against a package, with the names of the agenda. */
export function useBreachWords(): (breach: Breach) => string {
  const { names } = useRoom();
  const words = useWords();
  return useCallback(
    ({ kind, issue, option, what, instruction }) => {
      const { by } = instruction;
      if (issue === undefined || option === undefined) return words("room.breach.other", { what, by });
      const named = { issue: names.issue(issue), option: names.option(issue, option), by };
      switch (kind) {
        case "forbidden":
          return words("room.breach.forbidden", named);
        case "not allowed":
          return words("room.breach.not-allowed", named);
        case "needs clearance":
          return words("room.breach.clearance", named);
        default:
          return words("room.breach.other", { what, by });
      }
    },
    [names, words],
  );
}
