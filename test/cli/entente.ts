import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const checkout = fileURLToPath(new URL("../..", import.meta.url));

export type Ran = { readonly stdout: string; readonly stderr: string; readonly exit: number | null };

/** Runs `entente` as a user would: the launcher of a checkout or of an unpacked package, under some Node. */
export function entente(
  words: readonly string[],
  {
    node = process.execPath,
    home = checkout,
    cwd = checkout,
    env = {},
  }: {
    readonly node?: string;
    readonly home?: string;
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Ran {
  const { stdout, stderr, status } = spawnSync(node, [join(home, "bin", "entente"), ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { stdout, stderr, exit: status };
}
