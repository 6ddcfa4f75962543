import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { parseScenario } from "#language";
import { fileOf, geniusDomain, geniusProfile, plainEngine, shippedFiles } from "./given-fixture.ts";
import { type ImportChoice, type ImportedFiles, importFiles } from "./import-files.ts";
import { readPicked } from "./read-picked.ts";

const importOf = async (files: Record<string, string | Uint8Array>, choice?: ImportChoice): Promise<ImportedFiles> =>
  importFiles(
    await readPicked(Object.entries(files).map(([path, content]) => fileOf(path, content))),
    plainEngine,
    choice,
  );

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test.each(["ukraine-2025", "essequibo-2025", "scarborough-2025", "textbook/harbour-town"])(
  "the folder and the zip of %s become a record that reads as the same scenario",
  async (name) => {
    const expected = parseScenario(new Map(Object.entries(shippedFiles(name)))).scenario!;
    const folder = await importOf(shippedFiles(name, "folder/"));
    const zipped = await importOf({ "x.zip": zipSync(shippedFiles(name)) });
    for (const imported of [folder, zipped]) {
      if (imported.kind !== "scenario") throw new Error(imported.kind);
      expect(imported.scenario).toEqual(expected);
      expect(imported.record).toMatchObject({ version: 0, title: expected.agenda.title, origin: { kind: "imported" } });
      expect(imported.record.id).toMatch(/^own-/);
      expect(parseScenario(new Map(Object.entries(imported.record.files))).scenario).toEqual(expected);
      expect(imported.problems).toEqual([]);
    }
  },
);

test("a broken scenario becomes a record to be mended, with its mistakes", async () => {
  const files = shippedFiles("textbook/no-deal", "x/");
  const agenda = text(files["x/scenario.yaml"]);
  const imported = await importOf({ ...files, "x/scenario.yaml": `${agenda}\nnonsense: 3\n` });
  if (imported.kind !== "scenario") throw new Error(imported.kind);
  expect(imported.scenario).toBeUndefined();
  expect(imported.diagnostics.length).toBeGreaterThan(0);
  expect(imported.record.files["scenario.yaml"]).toContain("nonsense: 3");
  expect(imported.record.title).toBe(/^title: (.*)$/m.exec(agenda)![1]);
  expect(imported.texts.get(imported.diagnostics[0]!.at.file)).toBeDefined();
});

test("a scenario that is no YAML at all, or not in UTF-8, is still a record", async () => {
  for (const content of ["schema: entente.scenario/1\n  title: [", new Uint8Array([0xff, 0xfe, 0x70, 0xd8])]) {
    const imported = await importOf({ "mine/scenario.yaml": content });
    if (imported.kind !== "scenario") throw new Error(imported.kind);
    expect(imported.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expect(imported.record.title).toBe("mine");
  }
});

test("a single YAML file is a scenario by its schema, whatever its name", async () => {
  const imported = await importOf({ "harbour.yml": shippedFiles("textbook/nash-1950-barter")["scenario.yaml"]! });
  if (imported.kind !== "scenario") throw new Error(imported.kind);
  expect(imported.scenario?.agenda.issues.length).toBeGreaterThan(0);
  expect(Object.keys(imported.record.files)).toEqual(["scenario.yaml"]);
});

test("an agenda and sheets that were picked one by one are laid out as a folder", async () => {
  const files = Object.entries(shippedFiles("ukraine-2025")).filter(([path]) =>
    /^(scenario|sheets\/\w+)\.yaml$/.test(path),
  );
  const loose = Object.fromEntries(files.map(([path, bytes]) => [path.replace("sheets/", ""), bytes]));
  const imported = await importOf(loose);
  if (imported.kind !== "scenario") throw new Error(imported.kind);
  expect(imported.scenario?.sheets.length).toBe(files.length - 1);
});

test("durability.yaml and a map are kept, and found where files were picked one by one", async () => {
  const files = shippedFiles("ukraine-2025");
  const besides = ["durability.yaml", "map/layers.yaml", "map/line-of-contact.geojson"];
  const loose = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.replace(/^.*\//, ""), bytes]));
  for (const given of [files, loose]) {
    const imported = await importOf(given);
    if (imported.kind !== "scenario") throw new Error(imported.kind);
    expect(Object.keys(imported.record.files)).toEqual(expect.arrayContaining(besides));
    expect(imported.diagnostics).toEqual([]);
    expect(imported.scenario?.durability?.guarantees.length).toBeGreaterThan(0);
    expect(imported.scenario?.map?.tiers.length).toBeGreaterThan(0);
  }
});

test("a single sheet is told as one", async () => {
  const [path, bytes] = Object.entries(shippedFiles("ukraine-2025")).find(([name]) => name.startsWith("sheets/"))!;
  expect(await importOf({ [path.slice(7)]: bytes })).toEqual({
    problems: [],
    kind: "sheet",
    file: path.slice(7),
    text: text(bytes),
  });
});

test("a GENIUS folder becomes a scenario in Entente's own language", async () => {
  const imported = await importOf({
    "trade/domain.xml": geniusDomain,
    "trade/buyer.xml": geniusProfile([2, 1]),
    "trade/seller.xml": geniusProfile([1, 2]),
  });
  if (imported.kind !== "scenario") throw new Error(JSON.stringify(imported));
  expect(imported.scenario?.sheets).toHaveLength(2);
  const again = parseScenario(new Map(Object.entries(imported.record.files)));
  expect(again.diagnostics).toEqual([]);
  expect(again.scenario?.agenda.issues).toEqual(imported.scenario?.agenda.issues);
});

test("of several domains in a folder one is chosen", async () => {
  const files = { "d/a.xml": geniusDomain, "d/b.xml": geniusDomain, "d/p.xml": geniusProfile([2, 1]) };
  expect(await importOf(files)).toMatchObject({ kind: "choose", what: "domain", among: ["a.xml", "b.xml"] });
  expect(await importOf(files, { domain: "b.xml" })).toMatchObject({ kind: "scenario" });
});

test("a domain that cannot be read gives its mistakes and no record", async () => {
  const imported = await importOf({ "d/domain.xml": geniusDomain });
  expect(imported).toMatchObject({ kind: "diagnostics", diagnostics: [{ code: "import-no-profiles" }] });
});

test("of several scenarios in a folder one is chosen", async () => {
  const files = { ...shippedFiles("textbook/no-deal", "all/one/"), ...shippedFiles("textbook/two-losses", "all/two/") };
  expect(await importOf(files)).toMatchObject({ kind: "choose", what: "place", among: ["one", "two"] });
  const imported = await importOf(files, { place: "two" });
  if (imported.kind !== "scenario") throw new Error(imported.kind);
  expect(imported.scenario?.agenda.id).toBe("two-losses");
  expect(imported.record.files["scenario.yaml"]).toBe(text(shippedFiles("textbook/two-losses")["scenario.yaml"]));
});

test("a scenario counts before a domain that lies beside it", async () => {
  const files = { ...shippedFiles("textbook/no-deal", "x/"), "x/domain.xml": geniusDomain };
  expect(await importOf(files)).toMatchObject({ kind: "scenario", record: { origin: { kind: "imported" } } });
});

test("a file of a shelf is known by what it says it is, and may be large", async () => {
  const shelf = `{"schema": "entente.shelf/1", "records": {}, "filler": "${"x".repeat(2_000_000)}"}`;
  const imported = await importOf({ "entente.json": shelf });
  if (imported.kind !== "shelf") throw new Error(imported.kind);
  expect(imported.file.size).toBe(shelf.length);
  expect(imported.problems).toEqual([]);
});

test.each(["age-encryption.org/v1\n-> scrypt x 18\n", "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n"])(
  "a sealed sheet is known by its first line %j",
  async (head) => {
    expect(await importOf({ "UA.age": head })).toMatchObject({ kind: "sealed-sheet", file: "UA.age" });
  },
);

test.each([
  ["a letter", { "letter.txt": "Dear all" }],
  ["a list of packages", { "package.json": '{"name": "x"}' }],
  ["a photograph", { "a.jpg": new Uint8Array([255, 216, 255]) }],
  ["other YAML", { "compose.yaml": "services: {}" }],
  ["a folder of letters", { "x/a.txt": "a", "x/b.txt": "b" }],
  ["a folder of photographs", { "x/a.jpg": new Uint8Array([255, 216, 255]), "x/b/c.PNG": new Uint8Array([1]) }],
  ["a zip of photographs", { "x.zip": zipSync({ "x/a.jpg": new Uint8Array([255, 216, 255]) }) }, ["x/a.jpg"]],
])("%s is nothing that Entente knows, and what was there is told", async (_what, files, inside?: readonly string[]) => {
  const imported = await importOf(files as Record<string, string>); // safe: texts and bytes
  expect(imported).toMatchObject({ kind: "unknown", seen: inside ?? Object.keys(files), problems: [] });
});

test.each([
  ["a folder", {}, { given: "", what: "folder" }],
  ["a file", { "speech.yaml": "" }, { given: "speech.yaml", what: "file" }],
  ["a zip", { "speech.zip": zipSync({}) }, { given: "speech.zip", what: "folder" }],
  ["a zip of folders", { "s.zip": zipSync({ "a/": new Uint8Array() }) }, { given: "s.zip", what: "folder" }],
  ["a zip of hidden files", { "s.zip": zipSync({ "__MACOSX/._a": strToU8("x") }) }, { given: "s.zip", what: "folder" }],
])("%s with nothing in it is told to be empty", async (_what, files, told) => {
  expect(await importOf(files as Record<string, string>)).toEqual({ problems: [], kind: "empty", ...told }); // safe: texts and bytes
});

test("a damaged zip is told to be damaged, and nothing else", async () => {
  expect(await importOf({ "x.zip": "PK no more" })).toEqual({
    kind: "none-taken",
    problems: [{ path: "x.zip", what: "not-a-zip" }],
  });
});

const brokenSpeech = `${"# what was said\n".repeat(11)}  speech: [unclosed\nnext: 1\n`;

test.each([
  ["alone", { "speech.yaml": brokenSpeech }, "speech.yaml"],
  ["in a zip", { "talk.zip": zipSync({ "talk/speech.yaml": strToU8(brokenSpeech) }) }, "speech.yaml"],
  ["beside letters", { "x/speech.yaml": brokenSpeech, "x/letter.txt": "Dear all" }, "speech.yaml"],
])("broken YAML of no known kind, %s, is told as broken YAML with its line", async (_what, files, file) => {
  const imported = await importOf(files as Record<string, string>); // safe: texts and bytes
  if (imported.kind !== "diagnostics") throw new Error(imported.kind);
  const [first] = imported.diagnostics;
  expect(first).toMatchObject({ code: "yaml-syntax", severity: "error", at: { file } });
  expect(first!.at.line).toBeGreaterThanOrEqual(12);
  expect(imported.texts.get(file)).toBe(brokenSpeech);
});

test("mistakes are told under the name that the reader's file has", async () => {
  const agenda = text(shippedFiles("textbook/no-deal")["scenario.yaml"]);
  const imported = await importOf({ "speech.yaml": `${agenda}\nnonsense: 3\n` });
  if (imported.kind !== "scenario") throw new Error(imported.kind);
  expect(new Set(imported.diagnostics.map(({ at }) => at.file))).toEqual(new Set(["speech.yaml"]));
  expect(imported.texts.get("speech.yaml")).toContain("nonsense: 3");
  expect(Object.keys(imported.record.files)).toEqual(["scenario.yaml"]); // as the editor has it
});

test("sheets without their scenario are told as sheets", async () => {
  const sheets = Object.entries(shippedFiles("ukraine-2025")).filter(([path]) => path.startsWith("sheets/"));
  const imported = await importOf(Object.fromEntries(sheets));
  expect(imported).toEqual({ problems: [], kind: "sheets", given: sheets.map(([path]) => path) });
});

test("an engine that fails is told, not thrown", async () => {
  const failing = { ask: () => ({ answer: Promise.reject(new Error("The worker ended.")) }) } as never; // safe: all that is asked
  const intake = await readPicked([fileOf("x/scenario.yaml", strToU8("x"))]);
  expect(await importFiles(intake, failing)).toEqual({ problems: [], kind: "failed", why: "The worker ended." });
});
