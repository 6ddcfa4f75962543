import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answerOf,
  breach,
  draftOf,
  drawn,
  type HiddenSheet,
  hiddenSheets,
  tinyAgenda,
  trueStatements,
} from "../../test/hidden-sheet.ts";
import { consistency } from "./consistency.ts";
import type { SheetDraft, Statement } from "./draft.ts";
import { nextQuestion, type Question } from "./next-question.ts";
import { totalVariance, uncertainty } from "./uncertainty.ts";

/** What a party says in the first steps: options in order, the swing that matters most. */
function firstSteps(agenda: ReturnType<typeof tinyAgenda>, sheet: HiddenSheet): SheetDraft {
  const order = (numbers: readonly number[], name: string) =>
    [...new Set(numbers)]
      .sort((a, b) => b - a)
      .map((level) => [...numbers.keys()].filter((at) => numbers[at] === level).map((at) => `${name}${at}`));
  return draftOf(agenda, [
    { kind: "matters-most", issue: `i${sheet.weights.indexOf(Math.max(...sheet.weights))}` },
    ...sheet.values.map((values, i) => ({ kind: "option-order", issue: `i${i}`, order: order(values, "o") }) as const),
  ]);
}

const asked = ({ first, second }: Question, answer: "first" | "second" | "indifferent", id: string): Statement => ({
  id,
  kind: "choice",
  first,
  second,
  answer,
});

test("a question is never one whose answer is implied: either answer leaves a sheet that keeps everything", () => {
  const agenda = tinyAgenda(3, 2, 4);
  const cases = hiddenSheets(agenda).chain((sheet) =>
    fc.tuple(fc.constant(firstSteps(agenda, sheet)), trueStatements(agenda, sheet)),
  );
  let questions = 0;
  fc.assert(
    fc.property(cases, ([first, more]) => {
      const draft = {
        ...first,
        statements: [...first.statements, ...more.map((each) => ({ ...each, id: `m${each.id}` }))],
      };
      const question = nextQuestion(agenda, draft, uncertainty(agenda, draft, { draws: 100 })!.draws);
      if (!question) return;
      questions++;
      for (const answer of ["first", "second"] as const) {
        const answered = { ...draft, statements: [...draft.statements, asked(question, answer, "q")] };
        expect(consistency(agenda, answered)).toEqual({ kind: "consistent" });
      }
      const [one, other] = question.improvements;
      expect(question.first).toEqual({ [one.issue]: one.to, [other.issue]: other.from });
      expect(question.second).toEqual({ [one.issue]: one.from, [other.issue]: other.to });
      expect(question.gain).toBeGreaterThan(0);
      expect(question.gain).toBeLessThan(1);
    }),
    { numRuns: 60 },
  );
  expect(questions).toBeGreaterThan(20);
});

test("answering what is asked sharpens the sheet, and never asks twice", () => {
  const agenda = tinyAgenda(3, 3, 3, 2, 4);
  let before = 0;
  let after = 0;
  let expected = 0;
  let removed = 0;
  for (const [seed, sheet] of fc.sample(hiddenSheets(agenda), { numRuns: 12, seed: 5 }).entries()) {
    let draft = firstSteps(agenda, sheet);
    let draws = uncertainty(agenda, draft, { draws: 300, seed })!.draws;
    before += totalVariance(agenda, draws);
    const seen = new Set<string>();
    for (let k = 0; k < 6; k++) {
      const question = nextQuestion(agenda, draft, draws);
      if (!question) break;
      const name = JSON.stringify([question.first, question.second]);
      expect(seen.has(name)).toBe(false);
      seen.add(name);
      const answer = answerOf(sheet, question.first, question.second);
      draft = { ...draft, statements: [...draft.statements, asked(question, answer, `q${k}`)] };
      const was = totalVariance(agenda, draws);
      draws = uncertainty(agenda, draft, { draws: 300, seed })!.draws; // defined: the hidden sheet keeps every answer
      expected += question.gain;
      removed += 1 - totalVariance(agenda, draws) / was;
    }
    after += totalVariance(agenda, draws);
    for (const statement of draft.statements) expect(breach(drawn(agenda, draws, 0), statement)).toBeLessThan(1e-4);
  }
  expect(after).toBeLessThan(before * 0.4);
  // what the questions said they would gain is about what they gained
  expect(removed / expected).toBeGreaterThan(0.6);
  expect(removed / expected).toBeLessThan(2);
});

test("the chosen question gains more than questions taken at random", () => {
  const agenda = tinyAgenda(3, 3, 3, 3);
  const [sheet] = fc.sample(hiddenSheets(agenda), { numRuns: 1, seed: 11 });
  const draft = firstSteps(agenda, sheet!);
  const { draws } = uncertainty(agenda, draft, { draws: 400 })!;
  const question = nextQuestion(agenda, draft, draws)!;
  const whole = totalVariance(agenda, draws);
  /** Expected share removed, by answering both ways and drawing anew. */
  const gainOf = (first: Question["first"], second: Question["second"], share: number): number => {
    const left = (answer: "first" | "second"): number => {
      const said: Statement = { id: "q", kind: "choice", first, second, answer };
      const next = uncertainty(agenda, { ...draft, statements: [...draft.statements, said] }, { draws: 400, seed: 2 });
      return next ? totalVariance(agenda, next.draws) : 0;
    };
    return 1 - (share * left("first") + (1 - share) * left("second")) / whole;
  };
  const chosen = gainOf(question.first, question.second, question.shareFirst);
  expect(Math.abs(chosen - question.gain)).toBeLessThan(0.1);
  const others = fc.sample(
    fc.tuple(
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2, maxLength: 2 }),
      fc.constantFrom(0, 1),
      fc.constantFrom(0, 1),
    ),
    { numRuns: 8, seed: 3 },
  );
  const gains = others.map(([[a, b], x, y]) => {
    const ranks = (i: number) =>
      [...sheet!.values[i]!.keys()].sort((p, q) => sheet!.values[i]![q]! - sheet!.values[i]![p]!);
    const first = { [`i${a}`]: `o${ranks(a!)[x]}`, [`i${b}`]: `o${ranks(b!)[y + 1]}` };
    const second = { [`i${a}`]: `o${ranks(a!)[x + 1]}`, [`i${b}`]: `o${ranks(b!)[y]}` };
    const share =
      Array.from({ length: draws.count }, (_, d) => drawn(agenda, draws, d)).filter(
        (each) => answerOf(each, first, second) !== "second",
      ).length / draws.count;
    return gainOf(first, second, share);
  });
  const average = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  expect(chosen).toBeGreaterThan(average);
});

test("nothing is asked when every number was stated, and nothing across a linkage", () => {
  const agenda = tinyAgenda(2, 2);
  const order = (issue: string) => ({ kind: "option-order", issue, order: [["o0"], ["o1"]] }) as const;
  const known = draftOf(agenda, [
    order("i0"),
    order("i1"),
    { kind: "swing", issue: "i0", against: "i1", low: 60, high: 60 },
  ]);
  expect(nextQuestion(agenda, known, uncertainty(agenda, known)!.draws)).toBeUndefined();
  const open = draftOf(agenda, [order("i0"), order("i1")]);
  const { draws } = uncertainty(agenda, open)!;
  expect(nextQuestion(agenda, open, draws)?.gain).toBeGreaterThan(0.3);
  const linkage = {
    id: "both",
    kind: "combination" as const,
    when: [
      { issue: "i0", options: ["o0"] },
      { issue: "i1", options: ["o0"] },
    ],
    value: { low: 5, mid: 5, high: 5 },
    of: 100,
    evidence: { sources: [] },
  };
  expect(nextQuestion(agenda, { ...open, linkages: [linkage] }, draws)).toBeUndefined();
});
