import { gzipSync } from "node:zlib";
import type { BrowserContext, Response } from "playwright-core";

/** The JavaScript that came over the wire so far, workers' code included. Sizes are bytes. */
export type LoadedScripts = {
  /** What all of it weighs in gzip, however the server sent it: the number the promise is about. */
  readonly gzip: number;
  /** What it weighs unpacked, which is what the browser parses. */
  readonly unpacked: number;
  readonly files: readonly { readonly path: string; readonly gzip: number; readonly unpacked: number }[];
};

/** From now on keeps the address of every script that the context loads; the result tells what they weigh. */
export function recordScripts(context: BrowserContext): () => Promise<LoadedScripts> {
  const addresses = new Set<string>();
  context.on("response", (response) => {
    if (isScript(response)) addresses.add(response.url());
  });
  return async () => {
    // fetched again: the browser forgets a body once the page is left, and never keeps some of a worker's
    const files = await Promise.all([...addresses].map(weighed));
    files.sort((a, b) => b.gzip - a.gzip);
    const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
    return { gzip: sum(files.map((file) => file.gzip)), unpacked: sum(files.map((file) => file.unpacked)), files };
  };
}

/** By its content: a worker's own file is not of the resource type "script". */
function isScript(response: Response): boolean {
  return response.ok() && /javascript/.test(response.headers()["content-type"] ?? "") && /^http/.test(response.url());
}

async function weighed(address: string): Promise<LoadedScripts["files"][number]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was a script, and now answers ${answer.status}.`);
  const body = Buffer.from(await answer.arrayBuffer());
  return { path: new URL(address).pathname, gzip: gzipSync(body).length, unpacked: body.length };
}
