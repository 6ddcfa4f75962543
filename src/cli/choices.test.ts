import { expect, test } from "vitest";
import type { Agenda, Issue } from "#model";
import { type Day, parseDay } from "#prelude";
import { parseChoices } from "./choices.ts";

const issue = (id: string, ...options: string[]): Issue => ({
  id,
  name: id,
  options: options.map((option) => ({ id: option, name: option, quantities: [] })),
});

const agenda: Agenda = {
  id: "river",
  title: "A ceasefire along a river",
  summary: "",
  asOf: parseDay("2025-06-01") as Day, // it exists
  status: "",
  tie: "accepts",
  parties: [],
  consent: [],
  stakeholders: [],
  clusters: [],
  issues: [issue("withdrawal", "none", "ten_km"), issue("watch", "nobody", "joint")],
  rules: [],
  terms: [],
  candidates: [],
  formats: [],
  channels: [],
  events: [],
  facts: [],
  sources: [],
};

test("choices are read as issue=option", () => {
  expect(parseChoices(["withdrawal=ten_km", "watch=joint"], "--lock", agenda)).toEqual({
    ok: true,
    value: { withdrawal: "ten_km", watch: "joint" },
  });
});

test("the same choice may be written twice", () => {
  expect(parseChoices(["watch=joint", "watch=joint"], "--set", agenda)).toEqual({
    ok: true,
    value: { watch: "joint" },
  });
});

test.each([
  ["withdraval=none", 'there is no issue "withdraval". Did you mean "withdrawal"?'],
  ["watch=joynt", 'watch has no option "joynt". Did you mean "joint"?'],
  ["watch", 'issue=option, such as withdrawal=none; "watch" is not that'],
  ["watch=", "issue=option"],
  ["watch=joint=nobody", "issue=option"],
  ["constructor=none", 'there is no issue "constructor"'],
])("%s is refused with what would be right", (word, message) => {
  const refused = parseChoices([word], "--lock", agenda);
  expect(refused).toMatchObject({ ok: false, error: { exit: 2 } });
  expect(!refused.ok && refused.error.message).toContain(message);
});

test("one issue cannot take two options", () => {
  const refused = parseChoices(["watch=joint", "watch=nobody"], "--lock", agenda);
  expect(!refused.ok && refused.error.message).toContain("gives watch two options, joint and nobody");
});
