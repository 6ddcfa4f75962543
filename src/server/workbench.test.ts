import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workbench } from "./workbench.ts";

type App = Awaited<ReturnType<typeof workbench>>["app"];

const index = "<!doctype html><title>Entente</title>";
const script = `console.log("${"the page ".repeat(200)}");`;
const secret = "not for anybody else";
const files: Readonly<Record<string, string | Buffer>> = {
  "secret.txt": secret,
  "web/index.html": index,
  "web/.sources": secret,
  "web/robots.txt": "User-agent: *",
  "web/assets/index-a1b2.js": script,
  "web/assets/index-a1b2.js.br": brotliCompressSync(script),
  "web/assets/index-a1b2.js.gz": gzipSync(script),
  "web/assets/small.css": "h1 { color: red }",
  "fonts/fonts.json": "[]",
  "scenarios/secret.yaml": secret,
};

let folder = "";
let app: App;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-workbench-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  symlinkSync(join(folder, "secret.txt"), join(folder, "scenarios", "link.yaml"));
  const folders = { page: join(folder, "web"), fonts: join(folder, "fonts"), scenarios: join(folder, "scenarios") };
  app = (await workbench(folders, { isOwnHost: (header) => header === "localhost:80" })).app;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const pages = ["/", "/?x=1.js", "/s/ukraine-2025", "/s/my.own.scenario", "/new", "/prepare/UA", "/edit/a", "/no-such"];

test.each(pages)("%s is the page, asked about anew each time", async (url) => {
  const { statusCode, headers, payload } = await app.inject(url);
  expect({ statusCode, payload }).toEqual({ statusCode: 200, payload: index });
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-cache");
});

test("what the browser has kept is not sent again", async () => {
  const { headers } = await app.inject("/s/ukraine-2025");
  const again = await app.inject({ url: "/s/ukraine-2025", headers: { "if-none-match": String(headers.etag) } });
  expect(again).toMatchObject({ statusCode: 304, payload: "" });
});

test("what is said of the scenarios goes packed to who takes it so, and not again to who has kept it", async () => {
  const plain = await app.inject("/scenarios");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const gzipped = await app.inject({ url: "/scenarios", headers: { "accept-encoding": "br, gzip" } });
  expect(gzipped.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
  expect(gunzipSync(gzipped.rawPayload).toString()).toBe(plain.payload);
  const kept = { "if-none-match": String(plain.headers.etag) };
  expect(await app.inject({ url: "/scenarios", headers: kept })).toMatchObject({ statusCode: 304, payload: "" });
  const changed = { "if-none-match": 'W/"another"' };
  expect((await app.inject({ url: "/scenarios", headers: changed })).payload).toBe(plain.payload);
});

describe("an asset", () => {
  const asset = "/assets/index-a1b2.js";

  test("is kept for ever: its name changes with its content", async () => {
    const { statusCode, headers, payload } = await app.inject(asset);
    expect({ statusCode, payload }).toEqual({ statusCode: 200, payload: script });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-type"]).toMatch(/javascript/);
  });

  test("comes as the build compressed it, to those who can read that", async () => {
    const brotli = await app.inject({ url: asset, headers: { "accept-encoding": "gzip, deflate, br" } });
    expect(brotli.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
    expect(brotli.rawPayload).toEqual(brotliCompressSync(script));
    expect(brotli.headers["content-type"]).toMatch(/javascript/);
    const zipped = await app.inject({ url: asset, headers: { "accept-encoding": "gzip" } });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(script);
  });

  test("without a compressed one beside it comes as it is", async () => {
    const { headers, payload } = await app.inject({ url: "/assets/small.css", headers: { "accept-encoding": "br" } });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(payload).toBe("h1 { color: red }");
  });
});

test("the fonts of the report and other files of the page are there", async () => {
  expect(await app.inject("/fonts/fonts.json")).toMatchObject({ statusCode: 200, payload: "[]" });
  expect(await app.inject("/robots.txt")).toMatchObject({ statusCode: 200, payload: "User-agent: *" });
});

test.each([
  "/favicon.ico",
  "/assets/index-old.js",
  "/fonts/none.woff2",
  "/index.html/x.js",
  "/scenarios/none",
  "/.sources",
])("%s is not there, and nobody keeps that in mind", async (url) => {
  const { statusCode, headers, payload } = await app.inject(url);
  expect(statusCode).toBe(404);
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(payload).toMatch(/^[A-Z][^\n]+\.\n$/);
});

test.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/%2e%2e%2fsecret.txt",
  "/..%5csecret.txt",
  "/%252e%252e%252fsecret.txt",
  "/assets/../../secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/assets/%2e%2e/%2e%2e/secret.txt",
  "/assets/..%2f.sources",
  "/assets//..%2f..%2f..%2fsecret.txt",
  "/fonts/..%2fsecret.txt",
  "/fonts/..%2fweb%2f.sources",
  "/fonts/x%00/..%2fsecret.txt",
  "/scenarios/..%2fsecret.txt",
  "/scenarios/../secret.txt",
  "/scenarios/secret.yaml",
  "/scenarios/link.yaml",
  "/scenarios/.",
  "/scenarios/..",
  "/scenarios/",
  "/web/.sources",
  "//secret.txt",
  "/%E0%A4%A",
])("%s leads nowhere outside", async (url) => {
  const { statusCode, payload } = await app.inject(url);
  expect(payload).not.toContain(secret);
  expect([200, 400, 403, 404]).toContain(statusCode);
  if (statusCode === 200) expect(payload).toBe(index);
});

test("it takes nothing in", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
    const { statusCode, headers } = await app.inject({ method, url: "/scenarios" });
    expect(statusCode).toBe(405);
    expect(headers.allow).toBe("GET, HEAD");
  }
});

describe("every answer", () => {
  const asked = [
    { url: "/" },
    { url: "/assets/index-a1b2.js" },
    { url: "/assets/none.js" },
    { url: "/fonts/fonts.json" },
    { url: "/scenarios" },
    { url: "/scenarios/none" },
    { url: "/assets/..%2f..%2fsecret.txt" },
    { url: "/", headers: { host: "evil.example" } },
    { url: "/", method: "POST" as const },
  ];

  test.each(asked)("carries the security policy: $method $url $headers", async (request) => {
    const { headers } = await app.inject(request);
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' blob: data:;font-src 'self';" +
        "connect-src 'self';worker-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    const features = String(headers["permissions-policy"]).split(", ");
    expect(features.length).toBeGreaterThan(20);
    expect(features.filter((feature) => !feature.endsWith("=()"))).toEqual([]);
    for (const absent of ["strict-transport-security", "x-powered-by", "server", "access-control-allow-origin"])
      expect(headers).not.toHaveProperty(absent);
  });
});

test.each(["evil.example", "localhost", "localhost:81", "127.0.0.1.evil.example"])(
  "who asks %s is told where to ask, and nothing else",
  async (host) => {
    for (const url of ["/", "/scenarios", "/assets/index-a1b2.js", "/none.js"]) {
      const { statusCode, payload } = await app.inject({ url, headers: { host } });
      expect(statusCode).toBe(421);
      expect(payload).toMatch(/^This server answers to localhost and 127\.0\.0\.1 only\. .*\n$/);
    }
  },
);
