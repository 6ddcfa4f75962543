// Bundles the command into dist/node. An install without development packages keeps running from its sources.
const rolldown = await import("rolldown").catch(() => undefined);
if (rolldown) await rolldown.build((await import("../rolldown.config.mjs")).default);
