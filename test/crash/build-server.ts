import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

export type BuiltServer = { readonly program: string; readonly remove: () => void };

/** The server's process bundled as the installed program is, so that it starts as fast. */
export async function buildServer(): Promise<BuiltServer> {
  const below = fileURLToPath(new URL("../../.build/", import.meta.url)); // within the package: its PostgreSQL is found
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(join(below, "crash-"));
  await build({
    input: { server: fileURLToPath(new URL("./server-process.ts", import.meta.url)) },
    platform: "node",
    external: [/^(fastify|@fastify\/.+)$/, "pg-native"],
    logLevel: "silent",
    output: { dir: folder, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
  });
  return { program: join(folder, "server.mjs"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
