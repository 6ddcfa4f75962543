import { verifyBundle } from "#record";
import type { CheckReply } from "./check-in-worker.ts";

addEventListener("message", ({ data }: MessageEvent<string>) => {
  // only our own page speaks to this worker, and it ends after one answer
  try {
    tell({ verdict: verifyBundle(data) });
  } catch (error) {
    tell({ failed: error instanceof Error ? error.message : String(error) });
  }
});

function tell(reply: CheckReply): void {
  postMessage(reply);
}
