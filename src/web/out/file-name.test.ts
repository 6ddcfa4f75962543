import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test.each([
  ["ukraine-2025", "frontier-1", "svg", "ukraine-2025-frontier-1.svg"],
  ["textbook/no-deal", "report", "html", "textbook-no-deal-report.html"],
  ["essequibo-2025", "Value to Guyana, and to Venezuela", "png", "essequibo-2025-value-to-guyana-and-to-venezuela.png"],
  ["мир", "Частка", "csv", "мир-частка.csv"],
  ["..", "../../etc", "zip", "etc.zip"],
  ["", "", "zip", "entente.zip"],
])("a file of %s that holds %s is named after both", (scenario, what, extension, name) => {
  expect(fileName(scenario, what, extension)).toBe(name);
});

test("a name is never longer than a file system takes, nor cut inside a letter", () => {
  const name = fileName("мир".repeat(100), "𝔸".repeat(100), "csv");
  expect(new TextEncoder().encode(name).length).toBeLessThan(255);
  expect(name).not.toContain("\ufffd");
});
