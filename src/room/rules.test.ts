import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const files = globSync("**/*.ts", { cwd: folder }).map((path) => ({
  path,
  text: readFileSync(join(folder, path), "utf8"),
}));
const sources = files.filter(({ path }) => !path.endsWith(".test.ts"));
const tests = files.filter(({ path }) => path.endsWith(".test.ts"));

const written = [...readFileSync(join(folder, "RULES.md"), "utf8").matchAll(/^- \*\*(R\d+\.\d+)\*\* /gm)].map(
  ([, rule]) => rule,
);
const names = tests.flatMap(({ path, text }) => {
  return [...text.matchAll(/^test(?:\.each\([^)]*\))?\(\s*["'`](.*)["'`],/gm)].map(([, name = ""]) => ({ path, name }));
});

test("R11.6 each rule has a number of its own", () => {
  expect(written.length).toBeGreaterThan(60);
  expect(new Set(written).size).toBe(written.length);
});

test("R11.6 each rule has a test that carries its number", () => {
  const tested = new Set(names.map(({ name }) => name.match(/^R\d+\.\d+/)?.[0]));
  expect(written.filter((rule) => !tested.has(rule))).toEqual([]);
});

test("R11.6 each test of the rules starts with the number of one", () => {
  const own = names.filter(({ path }) => !path.includes("/"));
  expect(own.length).toBeGreaterThan(100);
  const strange = own.filter(({ name }) => !written.includes(name.match(/^R\d+\.\d+(?= )/)?.[0]));
  expect(strange).toEqual([]);
});

test("R11.6 each refusal carries the number of a rule, and each rule that refuses is one", () => {
  const refused = sources.flatMap(({ path, text }) => {
    return [...text.matchAll(/"(R\d+[^"]*)"/g)].map(([, rule = ""]) => ({ path, rule }));
  });
  expect(refused.length).toBeGreaterThan(100);
  expect(refused.filter(({ rule }) => !written.includes(rule))).toEqual([]);
});
