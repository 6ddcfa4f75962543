import { join } from "node:path";
import { pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import type { LogLevel, LogOrStringHandler, RolldownLog } from "rolldown";
import { defineConfig, type Plugin } from "vite";

const root = import.meta.dirname;

/** The page, as `bin/build-page.js` builds it and `npx vite` shows it while it is worked on. */
export default defineConfig({
  root: join(root, "src/web"),
  cacheDir: join(root, "node_modules/.cache/vite"),
  plugins: [react(), scenariosAndFonts()],
  worker: { format: "es", rolldownOptions: { onLog: refuseIdleSplits } },
  build: {
    outDir: join(root, "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // the server's policy allows no inline script, and no font but as a file of its own
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200, // the map library is one; kB before compression: what counts is what a first visit loads, not one file
    rolldownOptions: { onLog: refuseIdleSplits },
    // the page holds other people's code: their licences travel with it
    license: { fileName: "third-party-licences.md" },
  },
});

/** Code that is meant to be loaded later must be: an import at the top of another file would take it along unseen. */
function refuseIdleSplits(level: LogLevel, log: RolldownLog, tell: LogOrStringHandler): void {
  if (log.code === "INEFFECTIVE_DYNAMIC_IMPORT") throw new Error(log.message);
  tell(level, log);
}

/** What the page asks its server for is there under `npx vite` too, from the same code. */
function scenariosAndFonts(): Plugin {
  return {
    name: "entente-scenarios-and-fonts",
    apply: "serve",
    configureServer: async ({ middlewares }) => {
      // by path, and only here: a build asks nothing, and must not take the server into this configuration
      const server = pathToFileURL(join(root, "src/server/index.ts")).href;
      const { workbench }: typeof import("#server") = await import(server);
      const folders = { page: "/nowhere", fonts: join(root, "dist/fonts"), scenarios: join(root, "scenarios") };
      const { app } = await workbench(folders, { isOwnHost: () => true });
      middlewares.use(async (request, response, next) => {
        const url = request.originalUrl ?? "/";
        if (!/^\/(scenarios|fonts)([/?]|$)/.test(url)) return next();
        const { statusCode, headers, rawPayload } = await app.inject({ method: "GET", url });
        response.writeHead(statusCode, headers as Record<string, string>).end(rawPayload); // each is one line of text
      });
    },
  };
}
