/** A file of a zip as its directory at the end tells; nothing of it is believed while it is read. */
export type ZipEntry = {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly link: boolean;
  readonly folder: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;

/**
 * The directory of a zip, which is what counts: a file that only the rest of the zip names is not in it. Undefined when
 * there is none, or when it is one of those for more than 4 GB.
 * Source: PKWARE, APPNOTE.TXT, sections 4.3.7 to 4.3.16.
 */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count && entries.length < most; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return undefined;
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const nameEnd = at + 46 + nameLength!;
    if (nameEnd > bytes.length) return undefined;
    const flags = view.getUint16(at + 8, true);
    const path = nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
    const system = view.getUint8(at + 5);
    const unixKind = (view.getUint32(at + 38, true) >>> 28) & 0xf;
    entries.push({
      path,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      link: system === 3 && unixKind === 0xa,
      folder: path.endsWith("/") || path.endsWith("\\"),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + extraLength! + noteLength!;
  }
  return entries;
}

/** The packed bytes of a file; undefined when they do not lie where the directory says. */
export function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== fileSignature) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize > bytes.length ? undefined : bytes.subarray(start, start + packedSize);
}

export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The end record lies before a note of at most 65,535 bytes; the one that fits the length of its note counts. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endSignature && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return undefined;
}

/** UTF-8 where it is said or where it reads as such; else the old code page, as far as both agree. */
function nameOf(bytes: Uint8Array, saidUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !saidUtf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "_")).join("");
  }
}
