import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { expectAccessible } from "./axe.ts";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { pageWith, type StaticSite, staticSite, strictPolicy } from "./static-site.ts";
import { type Visit, type Visitor, visit } from "./visit.ts";

// The harness is only worth something if it notices: each test puts one fault on a page and expects it to be named.

const browser = browserOfThisFile();
let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function site(...parameters: Parameters<typeof staticSite>): Promise<StaticSite> {
  const opened = await staticSite(...parameters);
  closing.push(opened.stop);
  return opened;
}

async function visitTo(address: string, visitor?: Visitor): Promise<Visit> {
  const visitOfTest = await visit(browser(), address, visitor);
  closing.push(visitOfTest.close);
  await visitOfTest.open("/");
  return visitOfTest;
}

const script = '<script type="module" src="/page.js"></script>';
const worker = 'new Worker("/worker.js", { type: "module" });';
/** Until everything the page started has come back. */
const settled = ({ page }: Visit): Promise<void> => page.waitForLoadState("networkidle");

describe("a page without a fault, under the workbench's policy", () => {
  const page = pageWith({
    head: `<link rel="stylesheet" href="/page.css">${script}`,
    body: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A dot">',
  });
  const files = {
    "/": page,
    "/page.css": ":root { color-scheme: light dark; } h1 { transition: color 9s; }",
    "/page.js": `export const text = ${JSON.stringify("settlement ".repeat(500))};\n${worker}\nlocalStorage.setItem("a", "b");`,
    "/worker.js": `fetch("/"); postMessage(${JSON.stringify("frontier ".repeat(300))});`,
  };

  test.each(["light", "dark"] as const)("is quiet and accessible in the %s theme", async (theme) => {
    const { address } = await site(files, { policy: strictPolicy });
    const visited = await visitTo(address, { theme });
    await settled(visited);
    await expectAccessible(visited.page);
    await visited.page.screenshot({ animations: "disabled", fullPage: true });
    await visited.page.locator('html[data-engine="idle"]').waitFor();
    visited.expectQuiet(); // nor do the tools themselves break the policy
    expect(await visited.longTasks()).toBeInstanceOf(Array);
  });

  test("weighs its scripts in gzip, the worker's among them", async () => {
    const { address } = await site(files, { policy: strictPolicy });
    const visited = await visitTo(address);
    await settled(visited);
    const scripts = await visited.initialScripts();
    expect(scripts.files.map(({ path }) => path).sort()).toEqual(["/page.js", "/worker.js"]);
    const texts = [files["/page.js"], files["/worker.js"]];
    expect(scripts.gzip).toBe(texts.reduce((sum, text) => sum + gzipSync(text).length, 0));
    expect(scripts.unpacked).toBe(texts.join("").length);
  });

  test("keeps nothing from one visitor to the next", async () => {
    const { address } = await site({ ...files, "/": pageWith({}) });
    const first = await visitTo(address);
    await first.page.evaluate(() => localStorage.setItem("secret", "kept"));
    const second = await visitTo(address);
    expect(await second.page.evaluate(() => localStorage.getItem("secret"))).toBeNull();
  });
});

test("a page sees the visitor's theme, size, language and wish for stillness", async () => {
  const { address } = await site({ "/": pageWith({}) });
  const visitor = { theme: "dark", width: 390, height: 700, locale: "uk-UA", reducedMotion: true } as const;
  const { page } = await visitTo(address, visitor);
  const seen = await page.evaluate(() => ({
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    width: innerWidth,
    height: innerHeight,
    locale: navigator.language,
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
  }));
  expect(seen).toEqual(visitor);
});

describe("a request to another host is named, and never arrives", () => {
  const from: readonly (readonly [string, (address: string) => Readonly<Record<string, string>>])[] = [
    ["an image", (address) => ({ "/": pageWith({ body: `<img src="${address}x" alt="">` }) })],
    ["a frame", (address) => ({ "/": pageWith({ body: `<iframe src="${address}x" title="x"></iframe>` }) })],
    [
      "a script",
      (address) => ({ "/": pageWith({ head: script }), "/page.js": `fetch("${address}x").catch(() => {});` }),
    ],
    ["a socket", (address) => ({ "/": pageWith({ head: script }), "/page.js": `new WebSocket("${address}x");` })],
    [
      "a worker",
      (address) => ({
        "/": pageWith({ head: script }),
        "/page.js": worker,
        "/worker.js": `fetch("${address}x").catch(() => {});`,
      }),
    ],
  ];

  test.each(from)("from %s", async (_what, files) => {
    const other = await site({ "/x": "seen" }, { host: "127.0.0.2" });
    const { address } = await site(files(other.address));
    const visited = await visitTo(address);
    await expect.poll(() => visited.heard.elsewhere.join()).toContain("//127.0.0.2:");
    await settled(visited);
    expect(() => visited.expectQuiet()).toThrow(/Requests to another host\n.*127\.0\.0\.2/);
    expect(other.asked).toEqual([]);
  });

  test("by name", async () => {
    const { address } = await site({ "/": pageWith({ body: '<img src="http://example.org/a.png" alt="">' }) });
    const visited = await visitTo(address);
    expect(visited.heard.elsewhere).toEqual(["GET http://example.org/a.png (image)"]);
  });

  test("another port of this machine is another host", async () => {
    const other = await site({ "/x": "seen" });
    const { address } = await site({ "/": pageWith({ body: `<img src="${other.address}x" alt="">` }) });
    const visited = await visitTo(address);
    expect(visited.heard.elsewhere).toEqual([`GET ${other.address}x (image)`]);
  });
});

describe("what the policy refuses is named", () => {
  test.each([
    ["an inline script", { body: "<script>document.title = 'inline';</script>" }, /script-src-elem refuses inline/],
    ["a style in the markup", { body: '<p style="color: red">Red</p>' }, /style-src-attr refuses inline/],
    ["an image from elsewhere", { body: '<img src="http://127.0.0.2/a.png" alt="">' }, /img-src refuses http:\/\/127/],
  ])("%s", async (_what, parts, named) => {
    const { address } = await site({ "/": pageWith(parts) }, { policy: strictPolicy });
    const visited = await visitTo(address);
    await expect.poll(() => visited.heard.violations.join("\n")).toMatch(named);
    expect(() => visited.expectQuiet()).toThrow(/Refused by the content security policy/);
  });

  test.each([
    ["eval in a script", "", "try { eval('1'); } catch {}"],
    ["a request out of a worker", "fetch('http://127.0.0.2/x').catch(() => {});", worker],
  ])("%s", async (_what, workerCode, pageCode) => {
    const files = { "/": pageWith({ head: script }), "/page.js": pageCode, "/worker.js": workerCode };
    const visited = await visitTo((await site(files, { policy: strictPolicy })).address);
    await vi.waitFor(() => expect(visited.expectQuiet).toThrow(/Refused by the content security policy/));
  });
});

describe("what goes wrong in a script is named", () => {
  test.each([
    ["an error in the console", "console.error('lost', 3);", "", /Errors in the console\n {2}lost 3/],
    ["an exception", "throw new Error('no such party');", "", /Uncaught errors\n {2}Error: no such party/],
    ["a rejection", "Promise.reject(new Error('no such issue'));", "", /Uncaught errors\n {2}Error: no such issue/],
    ["an error in a worker's console", worker, "console.error('lost', 4);", /Errors in the console\n {2}lost 4/],
    ["an exception in a worker", worker, "throw new Error('no such option');", /Uncaught errors\n {2}.*no such option/],
  ])("%s", async (_what, pageCode, workerCode, named) => {
    const files = { "/": pageWith({ head: script }), "/page.js": pageCode, "/worker.js": workerCode };
    const visited = await visitTo((await site(files)).address);
    await vi.waitFor(() => expect(visited.expectQuiet).toThrow(named));
  });

  test("a response that is missing, for the page and for a worker", async () => {
    const code = `window.kept = ${worker}`;
    const files = { "/": pageWith({ head: script }), "/page.js": code, "/worker.js": "fetch('/sheet');" };
    const { address } = await site({ ...files, "/": pageWith({ head: script, body: '<img src="/map" alt="">' }) });
    const visited = await visitTo(address);
    const failures = [`GET ${address}map (image) answered 404`, `GET ${address}sheet (fetch) answered 404`];
    await expect.poll(() => [...visited.heard.failures].sort()).toEqual(failures);
  });
});

test("work that holds the main thread is named with its script and how long it took", async () => {
  const busy =
    "setTimeout(function weighEverything() { const end = performance.now() + 150; while (performance.now() < end); });";
  const { address } = await site({ "/": pageWith({ head: script }), "/page.js": busy });
  const visited = await visitTo(address);
  await expect.poll(visited.longTasks).toHaveLength(1);
  const [task] = await visited.longTasks();
  expect(task).toMatchObject({ frame: "self", scripts: [expect.stringContaining("weighEverything")] });
  expect(task!.duration).toBeGreaterThanOrEqual(150);
  expect(task!.scripts[0]).toContain("/page.js");
});

test("work in a worker holds nothing up", async () => {
  const busy = "const end = performance.now() + 300; while (performance.now() < end); postMessage('done');";
  const code = `${worker.replace(";", "")}.onmessage = () => { document.title = "done"; };`;
  const { address } = await site({ "/": pageWith({ head: script }), "/page.js": code, "/worker.js": busy });
  const visited = await visitTo(address);
  await expect.poll(() => visited.page.title()).toBe("done");
  expect((await visited.longTasks()).filter(({ duration }) => duration > 100)).toEqual([]);
});

test("axe names the part of the page that a person cannot read or reach", async () => {
  const body = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button></button><p>Faint</p>';
  const head = '<link rel="stylesheet" href="/page.css">';
  const files = { "/": pageWith({ head, body }), "/page.css": "p { color: #ccc; background: #fff; }" };
  const { page } = await visitTo((await site(files, { policy: strictPolicy })).address);
  const found = await expectAccessible(page).then(String, String);
  expect(found).toContain("image-alt (critical): ");
  expect(found).toContain("button-name (critical): ");
  expect(found).toMatch(/color-contrast \(serious\): .*\n {2}p\n {4}<p>Faint<\/p>/);
});
