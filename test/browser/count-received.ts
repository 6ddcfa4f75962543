import type { Page } from "playwright-core";

export type Received = {
  /** Everything, or what begins with this path. */
  readonly bytes: (path?: string) => number;
};

/**
 * What a page and its workers have received from now on, as it was packed on the wire, and the frames of its sockets; what
 * the browser took from its own cache does not count.
 */
export async function countReceived(page: Page): Promise<Received> {
  const session = await page.context().newCDPSession(page);
  const each = new Map<string, number>();
  const paths = new Map<string, string>();
  const workers = new Set<string>();
  const add = (what: string, size: number): void => void each.set(what, (each.get(what) ?? 0) + size);
  session.on("Network.requestWillBeSent", ({ requestId, request: { url } }) => {
    if (url.startsWith("http")) paths.set(requestId, new URL(url).pathname);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path !== undefined) add(path, encodedDataLength);
  });
  session.on("Network.webSocketFrameReceived", ({ response: { payloadData } }) => {
    add("frames", Buffer.byteLength(payloadData));
  });
  // a worker's own script ends out of that session's sight; it is kept for good once it was sent, and its answer tells its length
  page.context().on("response", async (response) => {
    const path = new URL(response.url()).pathname;
    if (!/-worker-[^/]*\.js$/.test(path) || workers.has(path)) return;
    workers.add(path);
    add(path, Number(response.headers()["content-length"] ?? Number.NaN));
  });
  await session.send("Network.enable");
  return {
    bytes: (path = "") => [...each].reduce((sum, [what, size]) => (what.startsWith(path) ? sum + size : sum), 0),
  };
}
