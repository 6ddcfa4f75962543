import type { KeyboardEvent } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { Announcement } from "./announcement.tsx";
import { Completion } from "./completion.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { Issues } from "./issues.tsx";
import { Reasons } from "./reasons.tsx";
import { Standings } from "./standings.tsx";
import { useComposition } from "./use-composition.ts";
import { useLastChange } from "./use-last-change.ts";
import "./compose.css";

/** Composes a package: every party's value follows each choice. */
export function ComposePanel() {
  const { act } = useDeal();
  const words = useWords();
  const composition = useComposition();
  const change = useLastChange(composition.verdict);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    if (isTyping(event.target)) return; // a field of text takes back its own letters
    event.preventDefault();
    act({ kind: event.shiftKey ? "redo" : "undo" });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for undo, wherever in the panel the focus is
    <div className="compose" onKeyDown={onKeyDown}>
      <h2 className="unseen">{words("compose.title")}</h2>
      <Standings composition={composition} change={change} />
      <Announcement verdict={composition.verdict} change={change} />
      <DraftBar composition={composition} />
      <Reasons composition={composition} />
      <Completion composition={composition} />
      <Issues composition={composition} />
    </div>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
}
