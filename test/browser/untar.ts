import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

const block = 512;

/**
 * Writes the files of a tar archive below a folder. Only what Chromium's archives hold: plain files and folders under
 * short names; anything else throws, so that a changed archive is noticed here and not as a browser that does not start.
 */
export function untar(archive: Buffer, folder: string): void {
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const text = (from: number, length: number): string =>
      archive.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const name = normalize(join(text(345, 155), text(0, 100)));
    const size = Number.parseInt(text(124, 12), 8);
    const kind = text(156, 1);
    if (name.startsWith("..") || !Number.isSafeInteger(size)) throw new Error(`The archive holds an unsafe ${name}.`);
    const target = join(folder, name);
    if (kind === "5" || name.endsWith(sep)) mkdirSync(target, { recursive: true });
    else if (kind === "0" || kind === "") {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, archive.subarray(at + block, at + block + size), { mode: 0o755 });
    } else throw new Error(`The archive holds ${name} of kind ${kind}, which is neither a file nor a folder.`);
    at += block * (1 + Math.ceil(size / block));
  }
}
