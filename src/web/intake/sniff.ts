/** What a file is by a look at its text: enough to know whom to ask, who then reads it properly. */
export type YamlKind = "scenario" | "sheet" | "layers" | "other";

/** By what its schema says; without one, by keys that only one of them has. */
export function yamlKind(bytes: Uint8Array): YamlKind {
  const text = latin(bytes);
  const said = /^[\s{,]*["']?schema["']?\s*:\s*["']?entente\.(\w+)\//m.exec(text)?.[1];
  if (said === "scenario" || said === "sheet") return said;
  if (said === "map") return "layers";
  if (/^(parties|consent)\s*:/m.test(text)) return "scenario";
  return /^(party|reservation)\s*:/m.test(text) ? "sheet" : "other";
}

/** A GENIUS or GeniusWeb file: a domain or a party's profile. */
export function isDomainPart(path: string, bytes: Uint8Array): boolean {
  if (/\.xml$/i.test(path)) return /<(negotiation_template|utility_space)\b/.test(latin(bytes));
  return (
    /\.json$/i.test(path) &&
    /"(issuesValues|issueUtilities|[A-Za-z]*(UtilitySpace|Ordering|Profile))"\s*:/.test(latin(bytes))
  );
}

/** A domain file itself, which one of several may be chosen. */
export function isDomainFile(path: string, bytes: Uint8Array): boolean {
  if (/\.xml$/i.test(path)) return /<negotiation_template\b/.test(latin(bytes));
  return (
    /\.json$/i.test(path) &&
    /"issuesValues"\s*:/.test(latin(bytes)) &&
    !/"(issueUtilities|[A-Za-z]*UtilitySpace)"\s*:/.test(latin(bytes))
  );
}

/** A file that age encrypted, as bytes or in its text form. */
export function isSealed(bytes: Uint8Array): boolean {
  return /^\s*(age-encryption\.org\/v1|-----BEGIN AGE ENCRYPTED FILE-----)/.test(latin(bytes.subarray(0, 200)));
}

/** The text of a file in UTF-8, without its byte order mark; undefined when it is none. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Good enough to look for words in any encoding that keeps ASCII, UTF-16 among them. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replaceAll("\0", "")
    .replace(/^(ï»¿|ÿþ|þÿ)/, "");
}
