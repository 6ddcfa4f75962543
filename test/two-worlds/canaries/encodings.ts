/** How a text or bytes could stand somewhere: each name with what to look for. */
export type Needle = { readonly encoding: string; readonly bytes: Buffer };

export function needlesOfText(text: string): readonly Needle[] {
  const plain = Buffer.from(text, "latin1"); // canaries are letters and digits
  return [
    { encoding: "as it is", bytes: plain },
    { encoding: "upper case", bytes: Buffer.from(text.toUpperCase(), "latin1") },
    { encoding: "UTF-16LE", bytes: Buffer.from(text, "utf16le") },
    { encoding: "UTF-16BE", bytes: Buffer.from(text, "utf16le").swap16() },
    { encoding: "percent", bytes: Buffer.from([...plain].map((byte) => `%${byte.toString(16)}`).join(""), "latin1") },
    {
      encoding: "JSON escapes",
      bytes: Buffer.from([...plain].map((byte) => `\\u00${byte.toString(16)}`).join(""), "latin1"),
    },
    ...encodedBytes(plain, ""),
  ];
}

export function needlesOfBytes(bytes: Buffer): readonly Needle[] {
  return [{ encoding: "raw bytes", bytes }, ...encodedBytes(bytes, "")];
}

function encodedBytes(bytes: Buffer, prefix: string): readonly Needle[] {
  return [
    { encoding: `${prefix}hex`, bytes: Buffer.from(bytes.toString("hex"), "latin1") },
    { encoding: `${prefix}hex, upper case`, bytes: Buffer.from(bytes.toString("hex").toUpperCase(), "latin1") },
    ...[0, 1, 2].flatMap((offset) =>
      (["base64", "base64url"] as const).map((alphabet) => ({
        encoding: `${prefix}${alphabet} at offset ${offset}`,
        bytes: Buffer.from(inner(bytes, offset, alphabet), "latin1"),
      })),
    ),
  ];
}

/** The digits that these bytes alone decide, wherever in a longer text they begin. */
function inner(bytes: Buffer, offset: number, alphabet: "base64" | "base64url"): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString(alphabet);
  return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
