import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { shippedFiles } from "./given-fixture.ts";
import { intakeLimits } from "./intake.ts";
import { readZip } from "./read-zip.ts";

const told = async (zip: Uint8Array) =>
  (await readZip("x.zip", zip)).problems.map(({ path, what }) => `${path} ${what}`);

test("the zip of a scenario's folder gives its files, without the folder and without what the system left", async () => {
  const scenario = shippedFiles("ukraine-2025", "ukraine-2025/");
  const zip = zipSync({
    ...scenario,
    "__MACOSX/ukraine-2025/._scenario.yaml": strToU8("x"),
    "ukraine-2025/.DS_Store": strToU8("x"),
    "ukraine-2025/.git/config.txt": strToU8("x"),
    "ukraine-2025/photo.jpg": new Uint8Array(3_000_000),
  });
  const { files, name, problems } = await readZip("whatever.zip", zip);
  expect(problems).toEqual([]);
  expect(name).toBe("ukraine-2025");
  expect(Object.fromEntries(files)).toEqual(shippedFiles("ukraine-2025"));
});

test("stored files and files packed at any level are read alike", async () => {
  const text = strToU8("schema: entente.scenario/1\n".repeat(500));
  const zip = zipSync({
    "a.yaml": [text, { level: 0 }],
    "b.yaml": [text, { level: 1 }],
    "c.yaml": [text, { level: 9 }],
  });
  const { files } = await readZip("x.zip", zip);
  expect([...files.values()].map((bytes) => bytes.length)).toEqual([text.length, text.length, text.length]);
});

test.each([
  "../up.yaml",
  "a/../../up.yaml",
  "/etc/passwd.yaml",
  "C:/x.yaml",
  "C:\\x.yaml",
  "..\\up.yaml",
  "a\u202e.yaml",
  "a\0.yaml",
])("a path %j that leads out or cannot be shown is refused, and the others are read", async (path) => {
  const zip = zipSync({ [path]: strToU8("x"), "good.yaml": strToU8("y") });
  expect(await told(zip)).toEqual([`${path} unsafe-path`]);
  expect([...(await readZip("x.zip", zip)).files.keys()]).toEqual(["good.yaml"]);
});

test("a file beyond 1 MB is not unpacked", async () => {
  const zip = zipSync({
    "big.yaml": new Uint8Array(intakeLimits.file + 1),
    "edge.yaml": new Uint8Array(intakeLimits.file),
  });
  expect(await told(zip)).toEqual(["big.yaml file-too-large"]);
  expect([...(await readZip("x.zip", zip)).files.keys()]).toEqual(["edge.yaml"]);
});

test("a bomb that says it is small is stopped where it said it would end", async () => {
  const zip = zipSync({ "bomb.yaml": [new Uint8Array(200 * intakeLimits.file), { level: 9 }] });
  sayInDirectory(zip, 24, 1000); // its own directory now says a thousand bytes
  const before = performance.now();
  expect(await told(zip)).toEqual(["bomb.yaml zip-damaged"]);
  expect(performance.now() - before).toBeLessThan(1000); // unpacking all of it takes longer than the limit lets it
});

test("together at most 16 MB and 500 files are unpacked", async () => {
  const megabytes: Zippable = {};
  for (let index = 0; index < 20; index++) megabytes[`${index}.yaml`] = new Uint8Array(intakeLimits.file);
  const large = await readZip("x.zip", zipSync(megabytes));
  expect(large.files.size).toBe(16);
  expect(large.problems).toEqual([{ path: "", what: "all-too-large" }]);
  const many: Zippable = {};
  for (let index = 0; index < 600; index++) many[`${index}.yaml`] = strToU8("x");
  const counted = await readZip("x.zip", zipSync(many));
  expect(counted.files.size).toBe(500);
  expect(counted.problems).toEqual([{ path: "", what: "too-many-files" }]);
});

test("what cannot be unpacked says why", async () => {
  const zip = (): Uint8Array => zipSync({ "a.yaml": [strToU8("some text, some text"), { level: 9 }] });
  const encrypted = zip();
  sayInDirectory(encrypted, 8, 1, 2);
  expect(await told(encrypted)).toEqual(["a.yaml zip-encrypted"]);
  const lzma = zip();
  sayInDirectory(lzma, 10, 14, 2);
  expect(await told(lzma)).toEqual(["a.yaml zip-method"]);
  const wrongSum = zip();
  sayInDirectory(wrongSum, 16, 1);
  expect(await told(wrongSum)).toEqual(["a.yaml zip-damaged"]);
  const link = zipSync({ "a.yaml": [strToU8("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] });
  expect(await told(link)).toEqual(["a.yaml zip-link"]);
  expect(await told(zipSync({ "inner.zip": zip() }))).toEqual(["inner.zip zip-in-zip"]);
  expect(await told(strToU8("no zip at all"))).toEqual(["x.zip not-a-zip"]);
  expect(await told(new Uint8Array(intakeLimits.zip + 1))).toEqual(["x.zip zip-too-large"]);
});

test("a ruined zip never throws, and never gives more than the limits", async () => {
  const good = zipSync(shippedFiles("textbook/no-deal"));
  const whole = await readZip("x.zip", good);
  const damage = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat({ max: good.length }), fc.boolean(), async (changes, length, truncate) => {
      const zip = truncate ? good.slice(0, length) : good.slice();
      for (const [place, byte] of changes) if (place < zip.length) zip[place] = byte;
      const { files } = await readZip("x.zip", zip);
      expect(files.size).toBeLessThanOrEqual(whole.files.size);
      // what is given is what was packed, under whatever name: everything else fails its sum
      const packed = new Set([...whole.files.values()].map(String));
      expect([...files.values()].every((bytes) => bytes.length === 0 || packed.has(String(bytes)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Writes a number into the first entry of the directory. */
function sayInDirectory(zip: Uint8Array, place: number, value: number, width = 4): void {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const start = view.getUint32(zip.length - 22 + 16, true);
  if (width === 2) view.setUint16(start + place, value, true);
  else view.setUint32(start + place, value, true);
}
