import { debriefOf } from "#room";
import type { DebriefQuestion, DebriefReply } from "./use-debrief.ts";

addEventListener("message", ({ data }: MessageEvent<DebriefQuestion>) => {
  // only our own page speaks to this worker
  const { round, agenda, channels, sheets } = data;
  try {
    tell({ round, debrief: debriefOf(agenda, channels, sheets) });
  } catch (error) {
    tell({ round, failed: error instanceof Error ? error.message : String(error) });
  }
});

function tell(reply: DebriefReply): void {
  postMessage(reply);
}
