import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unpackedChromium } from "./unpack-chromium.ts";

describe.runIf(process.platform === "linux" && process.arch === "x64")("Chromium is unpacked", () => {
  let cache = "";
  beforeAll(() => {
    cache = mkdtempSync(join(tmpdir(), "entente-chromium-"));
  });
  afterAll(() => rmSync(cache, { recursive: true, force: true }));

  test("once and whole, when two ask for it at the same time", async () => {
    const [one, other] = await Promise.all([unpackedChromium(cache), unpackedChromium(cache)]);
    expect(one).toEqual(other);
    expect(readdirSync(cache)).toEqual([basename(dirname(one.executable))]);
    expect(statSync(one.executable).mode & 0o111).toBe(0o111);
  });

  test("anew when a file of it is not whole, past what an interrupted unpacking left", async () => {
    const { executable } = await unpackedChromium(cache);
    const size = statSync(executable).size;
    truncateSync(executable, size / 2);
    mkdirSync(join(cache, "unpacking-abcdef"));
    expect(statSync((await unpackedChromium(cache)).executable).size).toBe(size);
  });

  test("never again while it is whole", async () => {
    const { executable } = await unpackedChromium(cache);
    const { ino } = statSync(executable);
    expect(statSync((await unpackedChromium(cache)).executable).ino).toBe(ino);
  });
});
