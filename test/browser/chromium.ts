import { type Browser, chromium } from "playwright-core";
import { unpackedChromium } from "./unpack-chromium.ts";

/**
 * No name and no address but this machine's resolves, whoever asks: a page, a worker, or Chromium itself. So a request
 * elsewhere fails even where no listener sees it, and nothing has to be intercepted, which would switch the cache off.
 */
const stayHome = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

/**
 * Without a sandbox, because root and containers have none to give; the pages are our own. Text is laid out without
 * hinting, so that screenshots differ less between machines. The npm package's own list of arguments is not used: it
 * switches web security and site isolation off, which would hide what these tests look for.
 */
const args = ["--no-sandbox", "--font-render-hinting=none", stayHome];

/** Chromium from npm, ready in under a second once it has been unpacked. ENTENTE_CHROMIUM names another one to use. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env.ENTENTE_CHROMIUM;
  if (own) return chromium.launch({ executablePath: own, args });
  const { executable, libraries, fonts } = await unpackedChromium();
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts };
  return chromium.launch({ executablePath: executable, args, env });
}
