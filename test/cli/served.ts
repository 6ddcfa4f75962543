import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { checkout } from "./entente.ts";

export type Served = {
  /** The launcher's own process. */
  readonly child: ChildProcess;
  readonly address: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
};

/** Starts `entente serve` as a user would, and waits for the two lines that say it is there. */
export async function served(
  words: readonly string[],
  { node = process.execPath, home = checkout }: { readonly node?: string; readonly home?: string } = {},
): Promise<Served> {
  const rooms = words.includes("--data") ? [] : ["--no-rooms"]; // no database of a test lies where a person's does
  const child = spawn(node, [join(home, "bin", "entente"), "serve", ...rooms, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      if (stdout.includes("stops it.\n")) resolve();
    });
    child.on("exit", (code) => reject(new Error(`It ended with ${code} before it served: ${stdout}${stderr}`)));
  });
  const address = /http:\S+/.exec(stdout)?.[0] ?? "";
  return { child, address, stdout: () => stdout, stderr: () => stderr };
}

/** Sends the signal to the one process, as `kill` does, and waits for its end. */
export async function ended(
  { child }: Served,
  signal: NodeJS.Signals,
): Promise<{ readonly exit: number | null; readonly ms: number }> {
  const started = performance.now();
  const exited = once(child, "exit");
  child.kill(signal);
  const [exit] = await exited;
  return { exit, ms: performance.now() - started };
}

/** Whether anybody still answers there. */
export async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}
