export default {
  input: { main: "src/cli/main.ts" },
  platform: "node",
  output: {
    dir: "dist/node",
    format: "esm",
    cleanDir: true,
    minify: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
};
