import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseScenario } from "#language";
import { shippedScenarios } from "./shipped-scenarios.ts";

const scenarios = fileURLToPath(new URL("../../scenarios", import.meta.url));

describe("the scenarios that ship", () => {
  const shipped = shippedScenarios(scenarios);

  test("are listed with what their cards show", async () => {
    const { schema, scenarios: cards } = await shipped.list();
    expect(schema).toBe("entente.shipped/1");
    expect(cards.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["ukraine-2025", "essequibo-2025", "scarborough-2025", "textbook/no-deal"]),
    );
    expect(cards.find(({ id }) => id === "ukraine-2025")).toMatchObject({
      title: "Ukraine three-tier settlement, snapshot 26 Aug 2025",
      asOf: "2025-08-26",
      issues: 22,
      parties: expect.arrayContaining([{ id: "RU", name: "Russia" }]),
    });
    // counted by hand: 81 = 3 x 3 x 3 x 3
    expect(cards.find(({ id }) => id === "textbook/no-deal")).toMatchObject({ issues: 4, combinations: "81" });
    expect(cards.filter(({ title, summary, asOf }) => title === "" || summary === "" || asOf === "")).toEqual([]);
  });

  test("come whole: every one parses without a mistake", async () => {
    const { scenarios: cards } = await shipped.list();
    for (const { id, title } of cards) {
      const read = shipped.read(id);
      expect(read).toMatchObject({ schema: "entente.shipped-scenario/1", id });
      const { scenario, diagnostics } = parseScenario(new Map(Object.entries(read!.files)));
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(scenario?.agenda.title).toBe(title);
    }
  });

  test("have their files by path, as they are written", () => {
    const { files } = shipped.read("ukraine-2025")!;
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["README.md", "scenario.yaml", "sheets/RU.yaml"]));
    expect(files["sheets/RU.yaml"]).toBe(readFileSync(join(scenarios, "ukraine-2025", "sheets", "RU.yaml"), "utf8"));
  });

  test.each([
    "",
    ".",
    "..",
    "textbook",
    "textbook/",
    "/ukraine-2025",
    "ukraine-2025/",
    "ukraine-2025/sheets",
    "../src",
  ])('no other is read: "%s"', (id) => {
    expect(shipped.read(id)).toBeUndefined();
  });
});

describe("a folder of scenarios that changes", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entente-shipped-"));
    cpSync(join(scenarios, "textbook", "no-deal"), join(folder, "bridge"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const titles = async (shipped: ReturnType<typeof shippedScenarios>): Promise<readonly string[]> =>
    (await shipped.list()).scenarios.map(({ id, title }) => `${id}: ${title}`);

  test("is read anew where a file has changed, and only there", async () => {
    const shipped = shippedScenarios(folder);
    const first = await shipped.list();
    expect((await shipped.list()).scenarios[0]).toBe(first.scenarios[0]); // the very same card: nothing was read
    const agenda = join(folder, "bridge", "scenario.yaml");
    writeFileSync(agenda, readFileSync(agenda, "utf8").replace(/^title: .*$/m, "title: Another bridge"));
    utimesSync(agenda, new Date(), new Date(Date.now() + 5_000));
    expect(await titles(shipped)).toEqual(["bridge: Another bridge"]);
  });

  test("lists one with mistakes all the same, beside the others", async () => {
    mkdirSync(join(folder, "broken"));
    writeFileSync(join(folder, "broken", "scenario.yaml"), "title: [");
    mkdirSync(join(folder, "empty"));
    const { scenarios: cards } = await shippedScenarios(folder).list();
    expect(cards.map(({ id }) => id)).toEqual(["bridge", "broken"]);
    expect(cards[1]).toEqual({
      id: "broken",
      title: "broken",
      summary: "Its files have mistakes. Open it to see them.",
      asOf: "",
      status: "",
      parties: [],
      issues: 0,
      packages: 0,
      combinations: "0",
    });
    expect(shippedScenarios(folder).read("broken")?.files).toEqual({ "scenario.yaml": "title: [" });
  });

  test("gives no link to elsewhere, no other kind of file and none that is too large", () => {
    const outside = join(folder, "outside.yaml");
    writeFileSync(outside, "secret: yes");
    symlinkSync(outside, join(folder, "bridge", "sheets", "link.yaml"));
    symlinkSync(folder, join(folder, "bridge", "up"));
    writeFileSync(join(folder, "bridge", ".hidden.yaml"), "secret: yes");
    writeFileSync(join(folder, "bridge", "program.js"), "1");
    writeFileSync(join(folder, "bridge", "large.md"), "x".repeat(1024 * 1024 + 1));
    expect(Object.keys(shippedScenarios(folder).read("bridge")!.files)).toEqual([
      "README.md",
      "scenario.yaml",
      "sheets/east.yaml",
      "sheets/guard.yaml",
      "sheets/west.yaml",
    ]);
  });

  test("may not be there at all", async () => {
    const shipped = shippedScenarios(join(folder, "none"));
    expect((await shipped.list()).scenarios).toEqual([]);
    expect(shipped.read("bridge")).toBeUndefined();
  });
});
