import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "react-intl";
import { expect, test } from "vitest";
import type { ImportedFiles } from "../intake/import-files.ts";
import { english } from "../words/en/index.ts";
import { ImportOutcome } from "./import-outcome.tsx";

/** What a reader reads, in order. */
function told(imported: ImportedFiles): string {
  const outcome = createElement(ImportOutcome, { imported, onChoose: () => undefined });
  const onError = (error: unknown): never => {
    throw error; // a text that is missing from the catalogue
  };
  return renderToStaticMarkup(createElement(IntlProvider, { locale: "en", messages: english, onError }, outcome))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

test("broken YAML: first the file, the line and what is wrong there, then that nothing was imported", () => {
  const at = { file: "speech.yaml", line: 12, column: 3 };
  const fix = "Close the bracket.";
  const diagnostics = [{ severity: "error", code: "yaml-syntax", at, message: "This is not YAML.", fix }] as const;
  expect(told({ problems: [], kind: "diagnostics", diagnostics, texts: new Map() })).toMatch(
    /^speech\.yaml, line 12: This is not YAML\. Nothing was imported\./,
  );
});

test("files that were not taken come before what follows from it", () => {
  const problems = [{ path: "x.zip", what: "not-a-zip" }] as const;
  expect(told({ problems, kind: "none-taken" })).toMatch(
    /^x\.zip is not a zip, or a damaged one\. Nothing was imported\.$/,
  );
});

test.each([
  [["a.jpg"], "Among these is no file that Entente knows: a.jpg. Nothing was imported. What it opens:"],
  [["x/a.jpg", "b.png"], "Among these is no file that Entente knows: x/a.jpg and b.png. Nothing was imported."],
  [
    Array.from({ length: 9 }, (_, at) => `${at}.jpg`),
    "Among these is no file that Entente knows: 0.jpg, 1.jpg, 2.jpg, 3.jpg, 4.jpg, 5.jpg, and 3 more. Nothing",
  ],
])("of files that nobody knows the names are told: %j", (seen, text) => {
  const page = told({ problems: [], kind: "unknown", given: "holiday", seen });
  expect(page.startsWith(text), page).toBe(true);
  expect(page).toContain("scenario.yaml");
});

test("a single file that nobody knows is named", () => {
  expect(told({ problems: [], kind: "unknown", given: "letter.txt", seen: ["letter.txt"] })).toMatch(
    /^letter\.txt is no file that Entente knows\. Nothing was imported\./,
  );
});

test.each([
  ["speech.zip", "folder", /^speech\.zip is empty: there is no file in it/],
  ["speech.yaml", "file", /^speech\.yaml is empty\. Nothing was imported\.$/],
  ["", "folder", /^What you gave is empty/],
] as const)("%j, an empty %s, is told to be empty", (given, what, text) => {
  expect(told({ problems: [], kind: "empty", given, what })).toMatch(text);
});

test("sheets without their scenario are told as such", () => {
  expect(told({ problems: [], kind: "sheets", given: ["UA.yaml", "RU.yaml"] })).toMatch(
    /^UA\.yaml and RU\.yaml are sheets/,
  );
});
