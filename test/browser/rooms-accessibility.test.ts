import { beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { type ShownRoomPage, shownRoomPages } from "./pages.ts";
import { type PreparedTalks, preparedTalks } from "./rooms-prepared.ts";
import { sitDown } from "./rooms-sit-down.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile({ rooms: true });
let prepared: Readonly<Record<ShownRoomPage["talks"], PreparedTalks>>;
beforeAll(async () => {
  const origin = new URL(workbench().address).origin;
  prepared = { going: await preparedTalks(origin), signed: await preparedTalks(origin, { ended: true }) };
}, 120_000);

const looks = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 390 },
] as const;

test.each(shownRoomPages.flatMap((shown) => looks.map((look) => ({ ...shown, ...look }))))(
  "$name: in the $theme theme at $width pixels axe finds nothing, and nothing sticks out at the side",
  async ({ talks, seat, path, prepare, theme, width }) => {
    const visited = await visit(browser(), workbench().address, { theme, width, reducedMotion: true });
    await sitDown(visited, prepared[talks].seats[seat]!, path);
    await prepare?.(visited.page, prepared[talks]);
    await expectAccessible(visited.page);
    const [shown, whole] = await visited.page.evaluate(() => [
      document.documentElement.clientWidth,
      document.documentElement.scrollWidth,
    ]);
    expect(whole).toBeLessThanOrEqual(shown!);
    visited.expectQuiet();
    await visited.close();
  },
  90_000,
);
