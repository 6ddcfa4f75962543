import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scenarioIn } from "./load-scenario.ts";
import { namesBesideSheets } from "./names-beside-sheets.ts";

let folder = "";
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-beside-"));
  put(
    "scenario.yaml",
    `schema: entente.scenario/1
id: t
title: T
as_of: 2025-01-01
parties: { A: Alpha, B: Beta }
issues: { I: { options: { x: X, y: Y } } }
`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const area = `{"type":"Feature","properties":{"id":"west"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}`;

test("durability.yaml and the files of the map are read, in one order, and nothing else", () => {
  put("durability.yaml", "schema: entente.durability/1\n");
  put("map/layers.yaml", "schema: entente.map/1\ntiers: [{ id: rear, kind: forces, party: A, area: west }]\n");
  put("map/b.geojson", area);
  put("map/a.GEOJSON", `{"type":"FeatureCollection","features":[]}`);
  put("map/notes.md", "# not read");
  put("map/below/c.geojson", "not read");
  expect(namesBesideSheets(folder)).toEqual(["durability.yaml", "map/layers.yaml", "map/a.GEOJSON", "map/b.geojson"]);
  const { scenario, diagnostics } = scenarioIn(folder);
  expect(diagnostics).toEqual([]);
  expect(scenario?.durability).toMatchObject({ guarantees: [] });
  expect(scenario?.map).toMatchObject({ features: [{ id: "west" }], tiers: [{ id: "rear" }] });
});

test("a scenario that is its agenda and sheets alone has nothing beside them", () => {
  expect(namesBesideSheets(folder)).toEqual([]);
  const { scenario } = scenarioIn(folder);
  expect(scenario).not.toHaveProperty("durability");
  expect(scenario).not.toHaveProperty("map");
});

test("a part of the map that leads out of the folder is refused, and so is the scenario", () => {
  const outside = mkdtempSync(join(tmpdir(), "entente-outside-"));
  try {
    writeFileSync(join(outside, "secret.geojson"), area);
    mkdirSync(join(folder, "map"));
    symlinkSync(join(outside, "secret.geojson"), join(folder, "map/a.geojson"));
    const { scenario, diagnostics } = scenarioIn(folder);
    expect(scenario).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-outside"]);
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
});
