import { defineConfig } from "vitest/config";

const program = ["test/cli/**/*.test.ts", "test/docs.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "parts", include: ["src/**/*.test.ts", "test/**/*.test.ts"], exclude: program } },
      // these run the built and the packed program, which is built once before them
      { extends: true, test: { name: "program", include: program, globalSetup: "test/cli/build-and-pack.ts" } },
    ],
  },
});
