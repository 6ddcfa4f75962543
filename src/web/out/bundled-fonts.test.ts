import { afterEach, expect, test, vi } from "vitest";
import { bundledFonts } from "./bundled-fonts.ts";

const text = '<svg><style>text{font-family:"Source Sans 3"}</style><text>Aa</text></svg>';
const list = [{ file: "sans.woff2", family: "Source Sans 3", weight: "200 900", range: "U+0000-00FF" }];

afterEach(() => vi.unstubAllGlobals());

/** The server's next answers, by address; what is asked for twice is answered by the second. */
function server(answers: Readonly<Record<string, readonly (() => Response | Promise<Response>)[]>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("FileReader", Base64Reader);
  vi.stubGlobal("fetch", async (address: string) => {
    const before = asked.filter((one) => one === address).length;
    asked.push(address);
    const own = answers[address]!;
    return (own[before] ?? own.at(-1)!)();
  });
  return asked;
}

const good = {
  "/fonts/fonts.json": [() => Response.json(list)],
  "/fonts/sans.woff2": [() => new Response("wOF2")],
};

test.each([
  [
    "is not there",
    () => new Response("", { status: 404 }),
    "The server answered 404 when asked for /fonts/fonts.json.",
  ],
  [
    "cannot be asked for",
    () => Promise.reject(new TypeError("Failed to fetch")),
    "The server could not be reached when asked for /fonts/fonts.json.",
  ],
  [
    "does not come",
    () => Promise.reject(new DOMException("late", "TimeoutError")),
    "The server did not answer within 10 seconds when asked for /fonts/fonts.json.",
  ],
  ["is a page", () => new Response("<!doctype html>"), "What the server has as /fonts/fonts.json is no list of fonts."],
  ["is empty", () => Response.json([]), "The server lists no fonts in /fonts/fonts.json."],
])("when the list of fonts %s, it is told why, and the next click asks again", async (_what, answer, why) => {
  server({ ...good, "/fonts/fonts.json": [answer, ...good["/fonts/fonts.json"]] });
  expect(await bundledFonts(text)).toEqual({ ok: false, why });
  const { file: _, ...font } = list[0]!;
  expect(await bundledFonts(text)).toEqual({ ok: true, fonts: [{ ...font, data: btoa("wOF2") }] });
});

test("a font that did not come is asked for again, one that came is not", async () => {
  const other = { ...list[0]!, file: "again.woff2" };
  const asked = server({
    "/fonts/fonts.json": [() => Response.json([other])],
    "/fonts/again.woff2": [() => new Response("", { status: 503 }), () => new Response("wOF2")],
  });
  expect(await bundledFonts(text)).toEqual({
    ok: false,
    why: "The server answered 503 when asked for /fonts/again.woff2.",
  });
  expect((await bundledFonts(text)).ok).toBe(true);
  expect((await bundledFonts(text)).ok).toBe(true);
  expect(asked.filter((address) => address.endsWith(".woff2"))).toHaveLength(2);
});

/** What of a browser's own reader is used. */
class Base64Reader {
  result = "";
  onload: () => void = () => undefined;
  readAsDataURL(blob: Blob): void {
    void blob.text().then((content) => {
      this.result = `data:font/woff2;base64,${btoa(content)}`;
      this.onload();
    });
  }
}
