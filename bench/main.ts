import { cpus } from "node:os";
import type { Measurement } from "./measurement.ts";

/** `npm run bench [-- NAME...]`: measures the promises of these benches, or of all, and prints them as JSON. */
const benches: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  start: async () => (await import("./start.ts")).start(),
  frontier: async () => (await import("./frontier.ts")).frontier(),
  "agreement-zone": async () => (await import("./agreement-zone.ts")).agreementZone(),
  bargaining: async () => (await import("./bargaining.ts")).bargaining(),
  robustness: async () => (await import("./robustness.ts")).robustness(),
  stability: async () => (await import("./stability.ts")).stability(),
  games: async () => (await import("./games.ts")).games(),
  durability: async () => (await import("./durability.ts")).durability(),
  zones: async () => (await import("./zones.ts")).zones(),
  record: async () => (await import("./record.ts")).record(),
  rooms: async () => (await import("./rooms.ts")).roomsUnderLoad(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}

const results: Record<string, readonly Measurement[]> = {};
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.error(`bench ${name}`);
  results[name] = await benches[name]!();
  for (const { promise, promised, measured, unit, met, ratio } of results[name]) {
    console.error(`  ${met ? "met   " : "MISSED"} ${promise}: ${measured} ${unit} of ${promised} ${unit} (x ${ratio})`);
  }
}
const all = Object.values(results).flat();
const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
};
console.log(
  JSON.stringify(
    { schema: "entente.bench/1", machine, met: all.filter(({ met }) => met).length, of: all.length, results },
    null,
    2,
  ),
);
