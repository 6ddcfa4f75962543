import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "#server";

/** The server as `entente serve` runs it, with rooms in a data folder: node serve-rooms.ts FOLDER */
const folder = process.argv[2];
if (folder === undefined) throw new Error("a folder for the data is missing");
const page = join(folder, "page");
mkdirSync(join(page, "assets"), { recursive: true });
const served = await serve({
  ...{ host: "127.0.0.1", port: 0, page, fonts: page, scenarios: page },
  rooms: { dataFolder: join(folder, "data"), tell: (sentence) => console.error(sentence) },
});
if (!served.ok) throw new Error(served.error.message);
served.value.openRooms();
console.log(`Entente is at ${served.value.address}`);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void served.value.close().then(() => process.exit(0)));
}
