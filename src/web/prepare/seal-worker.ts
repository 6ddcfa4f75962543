import type { SealReply, SealRequest } from "./ask-seal-worker.ts";
import { seal, unseal } from "./sealing.ts";

addEventListener("message", async ({ data }: MessageEvent<SealRequest>) => {
  // only our own page speaks to this worker, and it ends after one answer
  try {
    if (data.kind === "seal") tell({ kind: "sealed", file: await seal(data.text, data.passphrase) });
    else tell({ kind: "unsealed", result: await unseal(data.file, data.passphrase) });
  } catch (error) {
    tell({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
  }
});

function tell(reply: SealReply): void {
  postMessage(reply);
}
