import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "react-intl";
import { expect, test } from "vitest";
import type { Diagnostic } from "#prelude";
import { intake } from "../words/en/intake.ts";
import { DiagnosticsList } from "./diagnostics-list.tsx";

const wrong = (file: string, line: number, severity: Diagnostic["severity"] = "error"): Diagnostic => ({
  severity,
  code: "unknown-option",
  at: { file, line, column: 5 },
  message: 'There is no option "<b>none</b>".',
  fix: "Write one of: nothing, all.",
});

function shown(diagnostics: readonly Diagnostic[], files: ReadonlyMap<string, string>): string {
  const list = createElement(DiagnosticsList, { diagnostics, files });
  const onError = (error: unknown): never => {
    throw error; // a text that is missing from the catalogue
  };
  return renderToStaticMarkup(createElement(IntlProvider, { locale: "en", messages: intake, onError }, list));
}

test("each mistake stands under its file, with its place, its mending and the marked line", () => {
  const files = new Map([["scenario.yaml", "a: 1\nS1: none\nb: 2"]]);
  const page = shown(
    [wrong("scenario.yaml", 2), wrong("sheets/RU.yaml", 7, "warning"), wrong("scenario.yaml", 3)],
    files,
  );
  expect(page).toContain("2 errors, 1 warning");
  expect(page.match(/<h3/g)).toHaveLength(2);
  expect(page).toContain("scenario.yaml:2:5");
  expect(page).toContain("How to put it right: Write one of: nothing, all.");
  expect(page).toContain("<code>S1: <mark>none</mark></code>");
  expect(page).toContain("&lt;b&gt;none&lt;/b&gt;"); // a file's text is never markup
  expect(page.match(/diagnostics-excerpt/g)).toHaveLength(2); // none where the text is not at hand
});

test("of many mistakes the first 200 are shown, and the rest is counted", () => {
  const page = shown(
    Array.from({ length: 1234 }, (_, index) => wrong("a.yaml", index + 1)),
    new Map(),
  );
  expect(page.match(/<li/g)).toHaveLength(200);
  expect(page).toContain("1,234 errors");
  expect(page).toContain("and 1,034 more");
});

test("without mistakes it says so", () => {
  expect(shown([], new Map())).toContain("No mistakes.");
});
