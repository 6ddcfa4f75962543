const buckets = [256, 1024, 4096, 16_384, 65_536] as const;
const largest = 65_536;
const lengthBytes = 4;

/** The sizes that padded bytes may have: 256 B, 1 kB, 4 kB, 16 kB, 64 kB, and then whole multiples of 64 kB. */
export function bucketFor(length: number): number {
  const needed = length + lengthBytes;
  return buckets.find((bucket) => bucket >= needed) ?? Math.ceil(needed / largest) * largest;
}

/** The length (4 bytes, most significant first), the bytes, and zeros up to the bucket: the host learns the bucket only. */
export function pad(bytes: Uint8Array): Uint8Array {
  if (bytes.length > 0x7fff_ffff) throw new Error(`Too long to seal: ${bytes.length} bytes.`);
  const padded = new Uint8Array(bucketFor(bytes.length));
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, lengthBytes);
  return padded;
}

export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < lengthBytes) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (length > padded.length - lengthBytes || bucketFor(length) !== padded.length) return undefined;
  const end = lengthBytes + length;
  return padded.subarray(end).every((byte) => byte === 0) ? padded.slice(lengthBytes, end) : undefined;
}
