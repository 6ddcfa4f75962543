import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { atRest } from "./at-rest.ts";
import buildPage from "./build-page.ts";
import { launchChromium } from "./chromium.ts";
import { type ShownPage, type ShownRoomPage, shownPages, shownRoomPages } from "./pages.ts";
import { type PreparedTalks, preparedTalks } from "./rooms-prepared.ts";
import { sitDown } from "./rooms-sit-down.ts";
import { type Theme, type Visit, visit } from "./visit.ts";
import { startWorkbench } from "./workbench.ts";

/**
 * `npm run screenshots [-- NAME...] [--to FOLDER] [--address URL]`: the images of the guide, made anew, of these pages or
 * of all. With an address, of a server that already runs there. Exit 1 if a page could not be shown or was not quiet.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string" }, address: { type: "string" } },
});
const folder = values.to ?? fileURLToPath(new URL("../../docs/guide/images", import.meta.url));
const widths = [1440, 390];
const themes: readonly Theme[] = ["light", "dark"];
const tallest = 2400;

const all: readonly (ShownPage | ShownRoomPage)[] = [
  ...shownPages,
  ...shownRoomPages.filter(({ isNotInGuide }) => !isNotInGuide),
];
const unknown = positionals.filter((name) => all.every((page) => page.name !== name));
if (unknown.length > 0) {
  console.error(`No page ${unknown.join(", ")}. There are: ${all.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const wanted = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

mkdirSync(folder, { recursive: true });
if (!values.address) await buildPage();
const data = mkdtempSync(join(tmpdir(), "entente-screenshots-"));
const workbench = values.address ? undefined : await startWorkbench({ data });
const browser = await launchChromium();
const prepared: { [talks in ShownRoomPage["talks"]]?: PreparedTalks } = {}; // each once it is needed
let bytes = 0;
try {
  for (const shown of wanted) {
    for (const width of widths) {
      for (const theme of themes) {
        const address = values.address ?? workbench!.address; // started above when no address was given
        const line = `${shown.name}-${width}-${theme}.png`;
        try {
          const file = join(folder, line);
          const size = await show(browser, address, shown, { width, theme, file });
          bytes += statSync(file).size;
          console.log(`${line}  ${size}  ${Math.round(statSync(file).size / 1024)} kB`);
        } catch (error) {
          process.exitCode = 1;
          console.error(`${line}  ${error instanceof Error ? error.message : error}`);
        }
      }
    }
  }
} finally {
  await browser.close();
  await workbench?.stop();
  rmSync(data, { recursive: true, force: true });
}
console.log(`${Math.round(bytes / 1024)} kB in ${folder}`);

type Take = { readonly width: number; readonly theme: Theme; readonly file: string };

/** One image, from the top of the page; what lies below 2,400 pixels is left out. */
async function show(
  browserToUse: Browser,
  address: string,
  shown: ShownPage | ShownRoomPage,
  take: Take,
): Promise<string> {
  const { width, theme, file } = take;
  const visited = await visit(browserToUse, address, { width, theme, reducedMotion: true });
  try {
    const { page } = visited;
    if ("talks" in shown) await showRoom(visited, address, shown);
    else {
      await visited.open(shown.path);
      await atRest(page);
      await shown.prepare?.(page);
    }
    await atRest(page);
    await page.evaluate(() => window.scrollTo(0, 0)); // what stays in sight is drawn where the page stands
    const { wide, tall } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      tall: document.documentElement.scrollHeight,
    }));
    const height = Math.min(tall, tallest);
    await page.setViewportSize({ width, height }); // what stays in sight stands at the image's own edges
    await atRest(page);
    const clip = { x: 0, y: 0, width, height };
    await page.screenshot({ path: file, clip, animations: "disabled", scale: "css" });
    visited.expectQuiet();
    if (wide > width) throw new Error(`is ${wide} pixels wide: it scrolls sideways.`);
    return `${width} x ${height}${tall > height ? ` of ${tall}` : ""}`;
  } finally {
    await visited.close();
  }
}

async function showRoom(visited: Visit, address: string, { talks, seat, path, prepare }: ShownRoomPage): Promise<void> {
  const ended = talks === "signed";
  prepared[talks] ??= await preparedTalks(new URL(address).origin, { ended });
  await sitDown(visited, prepared[talks].seats[seat]!, path);
  await prepare?.(visited.page, prepared[talks]);
}
