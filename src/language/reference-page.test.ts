import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guaranteeParameters, limitParameters, shiftParameters } from "#model";
import { parseScenario } from "./parse-scenario.ts";
import { snakeCase } from "./snake-case.ts";

const page = readFileSync(new URL("../../docs/reference/scenario-language.md", import.meta.url), "utf8");

test.each([
  ["of a guarantee", guaranteeParameters],
  ["of a limit", limitParameters],
  ["of a shift", shiftParameters],
])("the reference page names every parameter %s, in the model's words, and no other", (title, parameters) => {
  const [, after] = page.split(`\n| ${title}`);
  const table = after!.split("\n\n")[0]!; // the page has such a table
  const rows = [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, key, words]) => [key, words]);
  expect(rows).toEqual(Object.entries(parameters).map(([key, { name }]) => [snakeCase(key), name]));
});

const folder = new URL("../../scenarios/ukraine-2025/", import.meta.url);
const shipped = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(yaml|geojson)$/.test(path));

test.each([
  ["durability.yaml", "entente.durability/1"],
  ["map/layers.yaml", "entente.map/1"],
])("the example of %s on the reference page reads without a mistake in the shipped scenario", (file, schema) => {
  const example = [...page.matchAll(/```yaml\n(.*?)```/gs)]
    .map(([, text]) => text!)
    .find((text) => text.includes(schema));
  const files = new Map(shipped.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
  files.set(file, example!); // the page has one
  const { diagnostics } = parseScenario(files);
  expect(diagnostics.filter(({ at }) => at.file === file)).toEqual([]);
});
