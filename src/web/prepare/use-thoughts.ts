import { useEffect, useRef, useState } from "react";
import type { ThinkingReply, ThinkingRequest, Thoughts } from "./thinking.ts";

export type Thinking = {
  /** Of the newest draft that was thought about; what is `known` may still be of the draft before. */
  readonly thoughts?: Thoughts;
  readonly state: "thinking" | "done" | "failed";
  readonly why?: string;
};

/** Typing is not finished with every letter. */
const pause = 150;

/** Thinks about the draft in a worker of its own, anew after every change; the newest draft wins. */
export function useThoughts(asked: Omit<ThinkingRequest, "turn">): Thinking {
  const worker = useRef<Worker>(undefined);
  const turn = useRef(0);
  const [thinking, setThinking] = useState<Thinking>({ state: "thinking" });
  useEffect(() => {
    const own = new Worker(new URL("./elicit-worker.ts", import.meta.url), { type: "module" });
    worker.current = own;
    own.addEventListener("message", ({ data }: MessageEvent<ThinkingReply>) => {
      // our own worker speaks; what it says of an older draft is no news
      if (data.kind === "thoughts") {
        if (data.thoughts.turn !== turn.current) return;
        setThinking(({ thoughts: before, state }) => ({ state, thoughts: carriedOver(before, data.thoughts) }));
      } else if (data.turn === turn.current) {
        setThinking(({ thoughts }) => ({
          ...(thoughts ? { thoughts } : {}),
          state: data.kind,
          ...(data.kind === "failed" ? { why: data.why } : {}),
        }));
      }
    });
    own.addEventListener("error", (event) => {
      setThinking(({ thoughts }) => ({ ...(thoughts ? { thoughts } : {}), state: "failed", why: event.message }));
    });
    return () => own.terminate();
  }, []);
  const { agenda, packages, draft, skippedQuestions, skippedSettlements } = asked;
  useEffect(() => {
    const mine = ++turn.current;
    setThinking(({ thoughts }) => ({ ...(thoughts ? { thoughts } : {}), state: "thinking" }));
    const timer = setTimeout(
      () => {
        const request: ThinkingRequest = { turn: mine, agenda, packages, draft, skippedQuestions, skippedSettlements };
        worker.current?.postMessage(request);
      },
      mine === 1 ? 0 : pause,
    );
    return () => clearTimeout(timer);
  }, [agenda, packages, draft, skippedQuestions, skippedSettlements]);
  return thinking;
}

/** Until more is known of a draft whose statements agree, the last known stands: the page does not flicker. */
function carriedOver(before: Thoughts | undefined, now: Thoughts): Thoughts {
  return now.known || now.consistency.kind === "contradictory" || !before?.known
    ? now
    : { ...now, known: before.known };
}
