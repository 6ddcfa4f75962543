/** A random UUID (version 4). `crypto.randomUUID` is missing where the page is not served from localhost or over TLS. */
export function randomUuid(): string {
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** Sixteen bytes written as a UUID, with the version and variant set. */
export function uuidOf(bytes: Uint8Array): string {
  const marked = Uint8Array.from(bytes);
  marked[6] = (marked[6]! & 0x0f) | 0x40;
  marked[8] = (marked[8]! & 0x3f) | 0x80;
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
