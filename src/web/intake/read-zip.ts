import type { Inflate } from "fflate";
import { type Gatherer, gatherer } from "./gatherer.ts";
import { type Intake, intakeLimits } from "./intake.ts";
import { isZipName } from "./safe-path.ts";
import { packedBytes, type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** Packed bytes given to the inflater at once: they can grow to 4 MB before they are counted, no more. */
const slice = 4096;
/** After so long the page gets its turn. */
const breath = 12;

/** The files of a zip, within the limits of a folder: counted by what comes out, whatever the zip says of itself. */
export async function readZip(name: string, bytes: Uint8Array): Promise<Intake> {
  const gathered = gatherer();
  const directory = bytes.length > intakeLimits.zip ? undefined : zipDirectory(bytes, intakeLimits.names);
  if (bytes.length > intakeLimits.zip) gathered.refuse(name, "zip-too-large");
  else if (!directory) gathered.refuse(name, "not-a-zip");
  const { Inflate } = await import("fflate"); // only who drops a zip needs it
  let since = performance.now();
  for (const entry of directory ?? []) {
    if (gathered.isFull()) break;
    if (entry.folder) continue;
    gathered.see(entry.path);
    if (isZipName(entry.path)) gathered.refuse(entry.path, "zip-in-zip");
    const path = gathered.wants(entry.path, entry.size);
    if (path === undefined) continue;
    const unpacked = unpack(bytes, entry, gathered, Inflate);
    if (typeof unpacked === "string") gathered.refuse(path, unpacked);
    else gathered.add(path, unpacked);
    if (performance.now() - since < breath) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return gathered.finish(name);
}

type Broken = "zip-encrypted" | "zip-method" | "zip-link" | "zip-damaged" | "file-too-large";

function unpack(bytes: Uint8Array, entry: ZipEntry, gathered: Gatherer, Inflater: typeof Inflate): Uint8Array | Broken {
  if (entry.encrypted) return "zip-encrypted";
  if (entry.link) return "zip-link"; // what it points to is not in it
  if (entry.method !== 0 && entry.method !== 8) return "zip-method";
  const packed = packedBytes(bytes, entry);
  if (!packed) return "zip-damaged";
  const unpacked = entry.method === 0 ? packed.slice() : inflated(packed, entry.size, gathered.room(), Inflater);
  if (typeof unpacked === "string") return unpacked;
  return unpacked.length === entry.size && checksumOf(unpacked) === entry.checksum ? unpacked : "zip-damaged";
}

function inflated(packed: Uint8Array, said: number, room: number, Inflater: typeof Inflate): Uint8Array | Broken {
  const most = Math.min(said, intakeLimits.file, room); // `said` is within the others, or the file was not wanted
  const out = new Uint8Array(most);
  let length = 0;
  let ended = false;
  try {
    const inflate = new Inflater((chunk, final) => {
      if (length + chunk.length > most) throw new RangeError("more comes out than the zip says");
      out.set(chunk, length);
      length += chunk.length;
      ended ||= final;
    });
    for (let at = 0; at < packed.length; at += slice) {
      inflate.push(packed.subarray(at, at + slice), at + slice >= packed.length);
    }
  } catch {
    return "zip-damaged";
  }
  return ended ? out.subarray(0, length) : "zip-damaged";
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32 as zips use it (polynomial 0xedb88320, reflected). */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = checksums[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
