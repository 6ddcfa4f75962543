import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import type { Statement } from "#elicitation";
import { parseScenario } from "#language";
import { english } from "../words/en/index.ts";
import { type Say, statementWords } from "./statement-words.ts";

const intl = createIntl({ locale: "en", messages: english });
const say: Say = (id, values) => intl.formatMessage({ id }, { ...values });

const { scenario } = parseScenario(
  new Map([
    [
      "scenario.yaml",
      `schema: entente.scenario/1
id: two
title: Two issues
summary: s
as_of: 2025-01-01
parties: { A: Alpha, B: Beta }
issues:
  price: { name: Price, options: { low: Low, mid: Middling, high: High } }
  date: { name: Date, options: { soon: Soon, late: Late } }
packages:
  first: { name: The first draft, set: { price: low, date: soon } }
`,
    ],
  ]),
);
if (!scenario) throw new Error("the scenario of this test has mistakes");
const { agenda, packages } = scenario;

describe("a statement reads as the sentence that was meant", () => {
  test.each<[Statement, string]>([
    [{ id: "1", kind: "matters-most", issue: "price" }, "Price matters most."],
    [
      { id: "2", kind: "swing", issue: "date", against: "price", low: 40, high: 40 },
      "Date counts 40 where Price counts 100.",
    ],
    [
      { id: "3", kind: "swing", issue: "date", against: "price", low: 30, high: 50 },
      "Date counts 30 to 50 where Price counts 100.",
    ],
    [{ id: "4", kind: "swing-order", order: [["price"], ["date"]] }, "Issues by importance: Price > Date."],
    [
      { id: "5", kind: "option-order", issue: "price", order: [["high"], ["mid", "low"]] },
      "Price, best first: High > Middling = Low.",
    ],
    [
      { id: "6", kind: "option-value", issue: "price", option: "mid", low: 20, high: 60 },
      "Price: “Middling” counts 20 to 60 of 100.",
    ],
    [
      {
        id: "7",
        kind: "choice",
        first: { price: "high", date: "soon" },
        second: { price: "low", date: "late" },
        answer: "second",
      },
      "(Price: “Low”; Date: “Late”) is better than (Price: “High”; Date: “Soon”).",
    ],
    [{ id: "8", kind: "reservation-range", low: 30, high: 30 }, "No deal is worth 30 points."],
    [{ id: "8", kind: "reservation-range", low: 1, high: 1 }, "No deal is worth 1 point."],
    [
      { id: "9", kind: "no-deal", settlement: { price: "low", date: "soon" }, answer: "worse" },
      "No deal is worse than “The first draft”.",
    ],
    [
      { id: "10", kind: "no-deal", settlement: { price: "high", date: "soon" }, answer: "about-equal" },
      "No deal is about as good as “The first draft” with Price: “High”.",
    ],
  ])("%j", (statement, sentence) => {
    expect(statementWords(say, agenda, packages, statement)).toBe(sentence);
  });

  test("an issue the agenda no longer has keeps its id", () => {
    expect(statementWords(say, agenda, packages, { id: "1", kind: "matters-most", issue: "gone" })).toBe(
      "gone matters most.",
    );
  });
});
