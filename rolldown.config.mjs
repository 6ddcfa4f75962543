export default {
  input: { main: "src/cli/main.ts" },
  platform: "node",
  // the server's packages load files of their own by path, and are installed beside Entente
  external: /^(fastify|@fastify\/.+)$/,
  // none of our modules does anything by being imported, but for the program itself: so a command's chunk holds only what
  // the command uses
  treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!cli[\\/]main)/, sideEffects: false }] },
  output: {
    dir: "dist/node",
    format: "esm",
    cleanDir: true,
    minify: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
};
