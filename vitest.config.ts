import { defineConfig } from "vitest/config";

const program = ["test/cli/**/*.test.ts", "test/docs.test.ts"];
const browser = ["test/browser/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000, // a browser and a server are started before a file of the page's tests
    projects: [
      {
        extends: true,
        test: { name: "parts", include: ["src/**/*.test.ts", "test/**/*.test.ts"], exclude: [...program, ...browser] },
      },
      // these run the built and the packed program, which is built once before them
      { extends: true, test: { name: "program", include: program, globalSetup: "test/cli/build-and-pack.ts" } },
      // these measure how fast a page answers: never beside others (a group of its own), and one file at a time
      {
        extends: true,
        test: {
          name: "browser",
          include: browser,
          globalSetup: "test/browser/build-page.ts",
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
