import { fileURLToPath } from "node:url";

/** Once before all tests in a browser: builds the page as `npm start` does, unless it is newer than its sources. */
export default async function setup(): Promise<void> {
  const builder: Builder = await import(fileURLToPath(new URL("../../bin/build-page.js", import.meta.url)));
  await builder.buildPageIfStale((sentence) => console.error(sentence));
}

/** bin/build-page.js is plain JavaScript, so that it runs before anything is built. */
type Builder = { readonly buildPageIfStale: (tell: (sentence: string) => void) => Promise<boolean> };
