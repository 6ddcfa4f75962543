import "../jitless.ts";
import { think } from "./think.ts";
import type { ThinkingReply, ThinkingRequest } from "./thinking.ts";

// the newest request wins: one that came while another was thought about replaces whatever waits
let waiting: ThinkingRequest | undefined;
let thinking = false;

addEventListener("message", ({ data }: MessageEvent<ThinkingRequest>) => {
  waiting = data; // only our own page speaks to this worker
  if (!thinking) void thinkOn();
});

async function thinkOn(): Promise<void> {
  thinking = true;
  for (let next = waiting; next; next = waiting) {
    waiting = undefined;
    try {
      const steps = think(next);
      for (let step = steps.next(); !step.done; step = steps.next()) {
        tell({ kind: "thoughts", thoughts: step.value });
        await new Promise((resolve) => setTimeout(resolve)); // lets a newer request in
        if (waiting) break;
      }
      if (!waiting) tell({ kind: "done", turn: next.turn });
    } catch (error) {
      tell({ kind: "failed", turn: next.turn, why: error instanceof Error ? error.message : String(error) });
    }
  }
  thinking = false;
}

function tell(reply: ThinkingReply): void {
  postMessage(reply);
}
