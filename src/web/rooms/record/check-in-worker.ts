import type { Result } from "#prelude";
import type { BundleFault, VerifiedBundle } from "#record";

export type BundleVerdict = Result<VerifiedBundle, BundleFault>;

export type CheckReply = { readonly verdict: BundleVerdict } | { readonly failed: string };

/** In a worker: a signature takes about a thousandth of a second, and a record has thousands. */
export function checkInWorker(text: string): Promise<BundleVerdict> {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  return new Promise<BundleVerdict>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<CheckReply>) => {
      // our own worker, which says nothing else
      if ("verdict" in data) resolve(data.verdict);
      else reject(new Error(data.failed));
    });
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.postMessage(text);
  }).finally(() => worker.terminate());
}
