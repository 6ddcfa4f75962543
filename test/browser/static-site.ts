import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type StaticSite = {
  /** Ends in a slash. */
  readonly address: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

/** The workbench's own policy, as the harness must work under it. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const kinds: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css" };

/** Serves these texts by path; what has no ending is HTML, what is not there is answered with 404. */
export async function staticSite(
  files: Readonly<Record<string, string>>,
  { policy, host = "127.0.0.1" }: { readonly policy?: string; readonly host?: string } = {},
): Promise<StaticSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const body = files[path];
    const kind = kinds[path.split(".")[1] ?? ""] ?? "text/html";
    response.setHeader("access-control-allow-origin", "*");
    if (policy) response.setHeader("content-security-policy", policy);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": `${kind}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    address: `http://${host}:${port}/`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page without a fault, with room for one. */
export function pageWith({ head = "", body = "" }: { readonly head?: string; readonly body?: string }): string {
  return `<!doctype html>
<html lang="en" data-engine="idle">
<head><meta charset="utf-8"><title>A page</title>${head}</head>
<body><main><h1>A page</h1>${body}</main></body>
</html>`;
}
