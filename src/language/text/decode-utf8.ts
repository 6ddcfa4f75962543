/** A text, or the byte that is not UTF-8, with the text before it. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly before: string; readonly byte: number };

/**
 * Reads UTF-8 strictly: no overlong forms, no surrogates, nothing above U+10FFFF. Written out because the pure folders
 * have no TextDecoder, and because a decoder that only throws cannot say where.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const parts: string[] = [];
  let units: number[] = [];
  const text = () => parts.join("") + String.fromCharCode(...units);
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    let good = length > 0;
    for (let next = 1; next < length && good; next++) {
      const byte = bytes[at + next];
      good = byte !== undefined && byte >> 6 === 2;
      code = (code << 6) | ((byte ?? 0) & 0x3f);
    }
    if (length === 3) good &&= code >= 0x800 && (code < 0xd800 || code > 0xdfff);
    if (length === 4) good &&= code >= 0x10000 && code <= 0x10ffff;
    if (!good) return { ok: false, before: text(), byte: first };
    if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else units.push(code);
    at += length;
    if (units.length >= 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return { ok: true, text: text() };
}
