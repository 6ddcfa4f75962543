import { useCallback } from "react";
import type { MandateItem } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";

/** One item of a mandate in a sentence. */
export function useItemWords(): (item: MandateItem) => string {
  const { names } = useRoom();
  const words = useWords();
  return useCallback(
    (item) => {
      switch (item.kind) {
        case "floor":
          return item.least === null ? words("room.item.floor.none") : words("room.item.floor", { least: item.least });
        case "level":
          return item.level === null ? words("room.item.level.none") : words("room.item.level", { level: item.level });
        case "expires":
          return item.at === null
            ? words("room.item.expires.none")
            : words("room.item.expires", { at: item.at.slice(0, 16).replace("T", " ") });
        default: {
          const kind = item.kind === "needs clearance" ? "asks" : item.kind; // a message’s cases are single words
          const named = {
            kind,
            issue: names.issue(item.issue),
            options: item.options.map((option) => names.option(item.issue, option)).join(", "),
          };
          return item.options.length === 0 ? words("room.item.lifted", named) : words("room.item.options", named);
        }
      }
    },
    [names, words],
  );
}
