import fc from "fast-check";
import { expect, test } from "vitest";
import type { Agenda } from "#model";
import { bestOf } from "./best-choices.ts";
import { commandText } from "./command-text.ts";
import { quantityText } from "./quantity-text.ts";
import { sameChoices } from "./same-choices.ts";

const issue = (id: string) => ({ id, name: id, options: [{ id: "yes", name: "Yes", quantities: [] }] });
// the command names only the scenario and its issues
const agenda = { id: "harbour", issues: [issue("port"), issue("toll")] } as unknown as Agenda;

test.each([
  ["ukraine-2025", { toll: "yes", port: "yes" }, "entente evaluate ukraine-2025 --set port=yes toll=yes"],
  ["textbook~harbour-town", { toll: "yes" }, "entente evaluate textbook/harbour-town --set toll=yes"],
  ["own-00000000-0000-4000-8000-000000000000", {}, "entente evaluate harbour"],
])("the draft of %s is judged on the command line by its choices in the agenda's order", (key, choices, text) => {
  expect(commandText(key, agenda, choices)).toBe(text);
});

test.each([
  [{ name: "troops", low: 14000, high: 25000, unit: "troops" }, "troops 14,000–25,000"],
  [{ name: "depth_km", low: 30, high: 30, unit: "km" }, "depth 30 km"],
  [{ name: "response_hours", low: 72, high: 72, unit: "hours" }, "response 72 hours"],
  [{ name: "fund_eur_bn", low: 1.5, high: 100, unit: "eur_bn" }, "fund 1.5–100 eur bn"],
  [{ name: "change", low: -3, high: -3, unit: "change" }, "change −3"],
])("a figure of an option stands with its unit: %o is %s", (quantity, text) => {
  expect(quantityText(quantity)).toBe(text);
});

test.each([
  ["nashBargaining", { by: "nashBargaining" }],
  ["party:UA", { by: "party", party: "UA" }],
  ["whatever:UA", { by: "party", party: "UA", whatever: true }],
  ["party:a:b", { by: "party", party: "a:b" }],
])("%s asks the engine for the completion of that kind", (value, best) => {
  expect(bestOf(value)).toEqual(best);
});

test("two packages choose the same just when every issue is settled alike, in whatever order it was done", () => {
  const choices = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("x", "y"), { noNullPrototype: true });
  fc.assert(
    fc.property(choices, choices, (one, other) => {
      const all = (of: Readonly<Record<string, string>>) => ["a", "b", "c"].map((key) => of[key] ?? "");
      expect(sameChoices(one, other)).toBe(all(one).join() === all(other).join());
      expect(sameChoices(one, Object.fromEntries(Object.entries(one).reverse()))).toBe(true);
    }),
  );
});
