import { fileURLToPath } from "node:url";

/** Once before all tests in a browser: builds the page as `npm start` does, unless it is newer than its sources. */
export default async function setup(): Promise<void> {
  const builder = fileURLToPath(new URL("../../bin/build-page.js", import.meta.url));
  const { buildPageIfStale }: { readonly buildPageIfStale: () => Promise<unknown> } = await import(builder);
  await buildPageIfStale();
}
