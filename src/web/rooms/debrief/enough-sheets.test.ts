import { expect, test } from "vitest";
import type { Agenda, PreferenceSheet } from "#model";
import { consentSheets, enoughSheets } from "./enough-sheets.ts";

// the consent list of an agenda and the party of a sheet are all that is read
const agenda = { consent: ["a", "b", "c"] } as unknown as Agenda;
const sheets = (...parties: readonly string[]) => parties.map((party) => ({ party }) as unknown as PreferenceSheet);

test("what was possible is told only of two or more parties whose consent is needed", () => {
  expect(enoughSheets(agenda, sheets())).toBe(false);
  expect(enoughSheets(agenda, sheets("a"))).toBe(false);
  expect(enoughSheets(agenda, sheets("a", "guarantor"))).toBe(false);
  expect(enoughSheets(agenda, sheets("a", "c"))).toBe(true);
  expect(consentSheets(agenda, sheets("guarantor", "a"))).toBe(1);
});
