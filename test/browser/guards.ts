import type { BrowserContext, ConsoleMessage, Page, Request } from "playwright-core";

/** What a page should never do, in the order it happened; each a line that a person can act on. */
export type Heard = {
  /** Requests to anything but the server, whether or not the policy or the browser let them out. */
  readonly elsewhere: string[];
  /** `console.error`, and what Chromium itself reports as an error. */
  readonly consoleErrors: string[];
  /** Exceptions and rejections that nobody caught, of the page and of its workers. */
  readonly uncaught: string[];
  /** What the content security policy refused. */
  readonly violations: string[];
  /** The server's answers of 400 and above, and requests to it that broke. */
  readonly failures: string[];
};

declare global {
  interface Window {
    /** Bound by `listen`; there before any script of the page runs. */
    reportPolicyViolation?: (line: string) => void;
  }
}

/**
 * Listens to every page and frame of the context from now on; what its workers do is heard too, but for the refusals of
 * their policy, for which see `listenToWorkers`. Call it before the first page is opened.
 */
export async function listen(context: BrowserContext, address: string): Promise<Heard> {
  const home = new URL(address).host;
  const heard: Heard = { elsewhere: [], consoleErrors: [], uncaught: [], violations: [], failures: [] };
  const atHome = (request: Request): boolean => new URL(request.url()).host === home;
  const local = (request: Request): boolean => /^(data|blob|about):/.test(request.url());

  context.on("request", (request) => {
    if (!atHome(request) && !local(request)) heard.elsewhere.push(lineOf(request));
  });
  context.on("response", (response) => {
    if (atHome(response.request()) && response.status() >= 400) {
      heard.failures.push(`${lineOf(response.request())} answered ${response.status()}`);
    }
  });
  context.on("requestfailed", (request) => {
    // aborted: the page itself gave up, by leaving, by ending a worker, or because it became a download
    const reason = request.failure()?.errorText ?? "failed";
    if (atHome(request) && reason !== "net::ERR_ABORTED") heard.failures.push(`${lineOf(request)} broke: ${reason}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "assert") heard.consoleErrors.push(textOf(message));
  });
  context.on("weberror", (error) => heard.uncaught.push(String(error.error()?.stack ?? error.error())));
  context.on("page", (page) => {
    page.on("crash", () => heard.uncaught.push(`${page.url()} crashed`));
    page.on("websocket", (socket) => {
      if (new URL(socket.url()).host !== home) heard.elsewhere.push(`websocket ${socket.url()}`);
    });
  });

  await context.exposeBinding("reportPolicyViolation", (_source, line: string) => void heard.violations.push(line));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const place = event.sourceFile ? ` at ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}` : "";
      const sample = event.sample ? ` "${event.sample}"` : "";
      window.reportPolicyViolation?.(`${event.effectiveDirective} refuses ${event.blockedURI}${sample}${place}`);
    });
  });
  return heard;
}

/**
 * What Chromium logs about the page's workers: a violation inside a worker fires no event on the page. One thing stays
 * unheard: a worker's `eval` whose refusal the worker itself catches, which Chromium tells nobody else.
 */
export async function listenToWorkers(page: Page, heard: Heard): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on("Log.entryAdded", ({ entry: { source, level, text, url } }) => {
    if (source !== "worker" || level !== "error") return;
    if (/content security policy/i.test(text)) heard.violations.push(`in a worker: ${text} (${url})`);
  });
  await session.send("Log.enable");
}

/** Throws with every line that was heard, and forgets none of them. */
export function expectNothing(heard: Heard): void {
  const headings: readonly (readonly [string, readonly string[]])[] = [
    ["Requests to another host", heard.elsewhere],
    ["Errors in the console", heard.consoleErrors],
    ["Uncaught errors", heard.uncaught],
    ["Refused by the content security policy", heard.violations],
    ["Failed responses", heard.failures],
  ];
  const found = headings.filter(([, lines]) => lines.length > 0);
  if (found.length === 0) return;
  throw new Error(found.map(([heading, lines]) => [heading, ...lines].join("\n  ")).join("\n"));
}

function lineOf(request: Request): string {
  return `${request.method()} ${request.url()} (${request.resourceType()})`;
}

function textOf(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return url ? `${message.text()} (${url}:${lineNumber + 1})` : message.text();
}
