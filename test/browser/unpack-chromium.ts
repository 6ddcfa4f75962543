import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { untar } from "./untar.ts";

/** Where an unpacked Chromium lies, and what it must find in its environment. */
export type UnpackedChromium = {
  readonly executable: string;
  readonly libraries: string;
  readonly fonts: string;
};

/**
 * The Chromium of the npm package, unpacked once per user and version. The package's own unpacking is not used: it writes
 * to the shared temporary folder under a fixed name, where a second user cannot read it, and leaves out the libraries
 * that a machine without a desktop lacks.
 *
 * A folder gets its final name only when everything is in it, so an interrupted unpacking is never mistaken for a whole
 * one, and of two processes at once the second throws its own away.
 */
export async function unpackedChromium(cache: string = cacheOfThisUser()): Promise<UnpackedChromium> {
  const { version, archives } = packedChromium();
  const folder = join(cache, version);
  if (!isWhole(folder)) {
    mkdirSync(cache, { recursive: true });
    sweep(cache);
    const fresh = mkdtempSync(join(cache, "unpacking-"));
    await unpackInto(fresh, archives);
    putInPlace(fresh, folder);
  }
  return { executable: join(folder, "chromium"), libraries: join(folder, "lib"), fonts: join(folder, "fonts") };
}

function packedChromium(): { readonly version: string; readonly archives: string } {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `The Chromium from npm is for Linux x64, this is ${process.platform} ${process.arch}: set ENTENTE_CHROMIUM to the path of a Chromium.`,
    );
  }
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const root = join(dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return { version, archives: join(root, "bin") };
}

/** Under node_modules, which `npm ci` empties; in the home folder when the checkout belongs to somebody else. */
function cacheOfThisUser(): string {
  const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
  const user = String(process.getuid?.() ?? "user");
  const places = [join(modules, ".cache", "entente-chromium", user), join(homedir(), ".cache", "entente-chromium")];
  const place = places.find(canMake);
  if (!place) throw new Error(`Chromium cannot be unpacked: neither ${places.join(" nor ")} can be written.`);
  return place;
}

function canMake(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  for (const name of ["al2023", "swiftshader", "fonts"]) {
    const packed = readFileSync(join(archives, `${name}.tar.br`));
    untar(brotliDecompressSync(packed), name === "fonts" ? join(folder, "fonts") : folder);
  }
  // the package's own configuration names folders of a cloud function and of the shared temporary folder
  writeFileSync(join(folder, "fonts", "fonts.conf"), fontConfiguration);
  await pipeline(
    createReadStream(join(archives, "chromium.br"), { highWaterMark: 2 ** 22 }),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(join(folder, "chromium"), { mode: 0o755 }),
  );
  writeFileSync(join(folder, "sizes.json"), JSON.stringify(sizesOf(folder), null, 2));
}

/** Only the fonts that came along, so that a page looks the same on every machine. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

function putInPlace(fresh: string, folder: string): void {
  if (existsSync(folder) && !isWhole(folder)) {
    const broken = mkdtempSync(`${folder}-broken-`);
    renameSync(folder, join(broken, "was"));
    rmSync(broken, { recursive: true, force: true });
  }
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!isWhole(folder)) throw error; // else another process was first, and its copy is as good
  }
}

/** Every file that was unpacked is still there at its full size. */
function isWhole(folder: string): boolean {
  const list = join(folder, "sizes.json");
  if (!existsSync(list)) return false;
  const wanted: Readonly<Record<string, number>> = JSON.parse(readFileSync(list, "utf8"));
  return Object.entries(wanted).every(
    ([name, size]) => statSync(join(folder, name), { throwIfNoEntry: false })?.size === size,
  );
}

function sizesOf(folder: string): Readonly<Record<string, number>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => [name, statSync(join(folder, name))] as const)
    .filter(([, entry]) => entry.isFile());
  return Object.fromEntries(files.map(([name, { size }]) => [name, size]));
}

/** What interrupted unpackings left behind. Nothing that is still being written is half an hour old. */
function sweep(cache: string): void {
  for (const name of readdirSync(cache).filter((each) => each.includes("unpacking-") || each.includes("-broken-"))) {
    const age = Date.now() - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 30 * 60_000) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
