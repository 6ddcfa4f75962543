import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether what asks for a change, or for a socket, is a page of this server or no page at all. Browsers name the page's
 * origin with both; programs name none, and carry no cookies that they were not given for this.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, further: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (further.includes(origin)) return true;
  if (!URL.canParse(origin) || host === undefined) return false;
  const { protocol, host: named } = new URL(origin);
  return (protocol === "http:" || protocol === "https:") && named === host.toLowerCase();
}
