import type { Unsealed } from "./sealing.ts";

export type SealRequest =
  | { readonly kind: "seal"; readonly text: string; readonly passphrase: string }
  | { readonly kind: "unseal"; readonly file: Uint8Array; readonly passphrase: string };

export type SealReply =
  | { readonly kind: "sealed"; readonly file: Uint8Array }
  | { readonly kind: "unsealed"; readonly result: Unsealed }
  | { readonly kind: "failed"; readonly why: string };

/** Seals in a worker that is ended right after, so that the passphrase does not linger in it. */
export async function sealInWorker(text: string, passphrase: string): Promise<Uint8Array> {
  const reply = await ask({ kind: "seal", text, passphrase });
  if (reply.kind !== "sealed") throw new Error(reply.kind === "failed" ? reply.why : "no file came back");
  return reply.file;
}

export async function unsealInWorker(file: Uint8Array, passphrase: string): Promise<Unsealed> {
  const reply = await ask({ kind: "unseal", file, passphrase });
  if (reply.kind !== "unsealed") throw new Error(reply.kind === "failed" ? reply.why : "no answer came back");
  return reply.result;
}

function ask(request: SealRequest): Promise<SealReply> {
  const worker = new Worker(new URL("./seal-worker.ts", import.meta.url), { type: "module" });
  return new Promise<SealReply>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<SealReply>) => resolve(data)); // our own worker
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
