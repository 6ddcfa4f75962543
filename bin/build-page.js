// Builds the page into dist/web when it is older than its sources. Readers of dist/web always see a whole page, and any
// number of builds may be asked for at once.
import { createHash } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = join(root, "dist", "web");
const workshop = join(root, ".build", "page");
const lock = join(workshop, "lock");

/** What is said to the person, and why a build did not come about. */
class CannotBuild extends Error {}

/**
 * Builds the page unless it is already of these sources.
 * @param {(sentence: string) => void} tell  hears that a build begins, or is waited for
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildPageIfStale(tell) {
  if (isFresh()) return false;
  const release = await ownTurn(tell);
  try {
    if (isFresh()) return false; // whoever had the turn before has built it
    const started = performance.now();
    tell("Building the page, once after each change ...");
    await build();
    tell(`Built the page in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    return true;
  } finally {
    release();
  }
}

async function build() {
  const vite = await import("vite").catch((error) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new CannotBuild("Vite, which builds the page, is not installed: run npm ci first.");
  });
  const sources = fingerprint(); // before the build: what changes during it makes it stale again
  const made = mkdtempSync(join(workshop, "made-"));
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = "production"; // whoever builds it, a test as well: else React comes with its warnings, twice as slow
  try {
    await vite.build({
      configFile: join(root, "vite.config.ts"),
      logLevel: "warn",
      build: { outDir: made, emptyOutDir: true },
    });
    await compressAll(made);
    writeFileSync(join(made, ".sources"), sources);
    moveIn(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}

/** Beside each file that shrinks, the same as .br and .gz: the server compresses nothing while it sends. */
async function compressAll(folder) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await Promise.all(
    filesIn(folder)
      .filter((name) => /\.(js|css|html|svg|json|txt|md|wasm|webmanifest)$/.test(name))
      .map(async (name) => {
        const file = join(folder, name);
        const plain = await readFile(file);
        if (plain.length < 1024) return;
        await writeFile(`${file}.br`, await promisify(brotliCompress)(plain, quality));
        await writeFile(`${file}.gz`, await promisify(gzip)(plain, { level: 9 }));
      }),
  );
}

/**
 * File by file, index.html after all that it names and the record of the sources last; then what belongs to no page any
 * more is taken away. A whole folder could not be put in another's place without a moment in which there is none.
 */
function moveIn(made) {
  const rank = (name) => (name === ".sources" ? 2 : name.startsWith("index.html") ? 1 : 0);
  const names = filesIn(made).sort((one, other) => rank(one) - rank(other));
  const before = existsSync(page) ? filesIn(page) : [];
  rmSync(join(page, ".sources"), { force: true }); // stopped half-way, this is no page of anything
  for (const name of names) {
    mkdirSync(dirname(join(page, name)), { recursive: true });
    renameSync(join(made, name), join(page, name));
  }
  for (const name of before) if (!names.includes(name)) rmSync(join(page, name), { force: true });
}

function isFresh() {
  try {
    return existsSync(join(page, "index.html")) && readFileSync(join(page, ".sources"), "utf8") === fingerprint();
  } catch {
    return false;
  }
}

/** Of everything the page may be made from: its names, sizes and times, so that an older or a missing file counts too. */
function fingerprint() {
  const sources = filesIn(join(root, "src"))
    .filter((name) => !/\.test\.tsx?$/.test(name) && !/^(cli|server)[\\/]/.test(name)) // the page may not import these
    .map((name) => join("src", name));
  const all = [...sources, "vite.config.ts", "package.json", "package-lock.json", join("bin", "build-page.js")];
  const hash = createHash("sha256");
  for (const name of all.sort()) {
    const stat = statSync(join(root, name), { throwIfNoEntry: false });
    if (stat) hash.update(`${name.replaceAll(sep, "/")} ${stat.size} ${stat.mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** The turn to build: one at a time, whoever asks. Returns how to give it back. */
async function ownTurn(tell) {
  mkdirSync(workshop, { recursive: true });
  const mine = join(workshop, `turn-${process.pid}`);
  writeFileSync(mine, String(process.pid));
  try {
    for (let told = false; !taken(mine); told = true) {
      if (!told) tell("The page is already being built: waiting for it.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    rmSync(mine, { force: true });
  }
  clearAbandoned();
  return () => rmSync(lock, { force: true });
}

/** The lock is there with its owner's number in it, or not at all: a link is made in one step. */
function taken(mine) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isAlive(ownerOf(lock))) rmSync(lock, { force: true }); // its owner was killed
    return false;
  }
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return process.pid; // given back this moment: ask again
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // somebody else's, but there
  }
}

/** What builds left behind that were killed; nobody else builds while this is called. */
function clearAbandoned() {
  for (const name of readdirSync(workshop))
    if (name.startsWith("made-")) rmSync(join(workshop, name), { recursive: true, force: true });
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

const isProgram = process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1]);
if (isProgram) {
  try {
    await buildPageIfStale((sentence) => console.error(sentence));
  } catch (error) {
    // without the bundler's own inner workings, which follow its account of what is wrong
    const [account] = String(error.message).split(/\n\s*Stack backtrace:/);
    const words = error instanceof CannotBuild ? error.message : `The page could not be built: ${account.trim()}`;
    console.error(process.stderr.isTTY && !process.env.NO_COLOR ? words : stripVTControlCharacters(words));
    process.exitCode = 1;
  }
}
