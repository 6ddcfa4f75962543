/**
 * Whether a request's Host header names this server. Bound to this machine only, it answers to this machine's names only:
 * else a page elsewhere could point its own name at 127.0.0.1 and read the answers as if they were its own (DNS
 * rebinding). Bound to an address others reach, its names are not ours to know.
 */
export function isOwnHost(
  header: string | undefined,
  bound: { readonly host: string; readonly port: number },
): boolean {
  if (!isLoopback(bound.host)) return true;
  const names = new Set(["localhost", "127.0.0.1", "[::1]", inAddress(bound.host)]);
  const own = [...names].flatMap((name) => [`${name}:${bound.port}`, ...(bound.port === 80 ? [name] : [])]);
  return header !== undefined && own.includes(header.toLowerCase());
}

/** Whether only this machine reaches the address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The host as a web address writes it: IPv6 in brackets; "every address" becomes one that can be opened here. */
export function inAddress(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
