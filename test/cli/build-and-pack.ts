import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The unpacked package, as `npm pack` makes it: no sources, no node_modules. */
    readonly packed: string;
    /** A Node other than the one that runs the tests, 20 or newer, where the machine has one. */
    readonly otherNode: string | undefined;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Once before the tests of the program: build it, pack it and unpack it elsewhere, as a user's machine would hold it. */
export default function setup(project: TestProject): () => void {
  for (const builder of ["bin/build.js", "bin/build-page.js"])
    execFileSync(process.execPath, [builder], { cwd: root, stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "entente-packed-"));
  // scripts are left out: the program was just built, and prepare would build it again under the other tests' feet
  const npm = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const tarball = execFileSync("npm", npm, { cwd: root, encoding: "utf8" }).trim().split("\n").at(-1)!;
  execFileSync("tar", ["-xzf", join(folder, tarball), "-C", folder]);
  project.provide("packed", join(folder, "package"));
  project.provide("otherNode", otherNode());
  return () => rmSync(folder, { recursive: true, force: true });
}

/** npm puts the project's own Node first on the path; the machine's comes after it. */
function otherNode(): string | undefined {
  const places = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  return places
    .filter((place) => place !== "" && !place.includes("node_modules"))
    .map((place) => join(place, process.platform === "win32" ? "node.exe" : "node"))
    .find((node) => {
      if (!existsSync(node)) return false;
      const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
      return version !== process.version && Number(version.slice(1).split(".")[0]) >= 20;
    });
}
