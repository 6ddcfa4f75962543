// Bundles the command into dist/node and puts the report's fonts beside it. An install without development packages keeps
// running from its sources.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root); // the bundler's paths are relative to the package, wherever this is started from

const rolldown = await import("rolldown").catch(() => undefined);
if (rolldown) {
  const { output } = await rolldown.build((await import("../rolldown.config.mjs")).default);
  writeLicences(output);
  copyFonts();
}

/** The bundle holds other people's code: their licences travel with it. */
function writeLicences(output) {
  const folders = new Set();
  for (const chunk of output) {
    for (const id of chunk.moduleIds ?? []) {
      const parts = id.split(`node_modules${sep}`);
      if (parts.length < 2) continue;
      const [scope, name] = parts.at(-1).split(sep);
      folders.add(
        parts.slice(0, -1).join(`node_modules${sep}`) + join("node_modules", scope, scope.startsWith("@") ? name : ""),
      );
    }
  }
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : "No licence text in the package."}`;
  });
  writeFileSync(join("dist", "node", "third-party-licences.txt"), `${texts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
}

/** Latin, extended Latin and Cyrillic of the two faces, upright; fonts.json says which characters each file draws. */
function copyFonts() {
  rmSync(join("dist", "fonts"), { recursive: true, force: true });
  mkdirSync(join("dist", "fonts"), { recursive: true });
  const fonts = [];
  for (const [face, family] of [
    ["source-serif-4", "Source Serif 4"],
    ["source-sans-3", "Source Sans 3"],
  ]) {
    const folder = join("node_modules", "@fontsource-variable", face);
    if (!existsSync(folder)) continue;
    const sheet = readFileSync(join(folder, "wght.css"), "utf8");
    for (const subset of ["cyrillic", "latin-ext", "latin"]) {
      // the last one that draws a character wins on the page
      const file = `${face}-${subset}-wght-normal.woff2`;
      const range = new RegExp(`/${file}\\)[^}]*unicode-range: ([^;]+);`).exec(sheet)?.[1];
      const weight = new RegExp(`font-weight: ([^;]+);\\s*src: url\\(./files/${file}\\)`).exec(sheet)?.[1];
      if (!range || !weight) throw new Error(`${face}'s style sheet no longer names ${file} as expected.`);
      copyFileSync(join(folder, "files", file), join("dist", "fonts", file));
      fonts.push({ file, family, weight, range });
    }
    copyFileSync(join(folder, "LICENSE"), join("dist", "fonts", `${face}-licence.txt`));
  }
  writeFileSync(join("dist", "fonts", "fonts.json"), `${JSON.stringify(fonts, null, 2)}\n`);
}
