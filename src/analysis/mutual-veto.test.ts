import { expect, test } from "vitest";
import { evidence } from "../../test/tiny-scenario.ts";
import { mutualVetoOf } from "./mutual-veto.ts";

const candidate = (id: string, A: number, B: number, confidence?: "high" | "medium" | "low") => ({
  id,
  name: id,
  acceptability: { A, B },
  evidence: { ...evidence(), ...(confidence ? { confidence } : {}) },
});

const verdict = (of: ReturnType<typeof candidate>, list: "low" | "medium" = "low") =>
  mutualVetoOf({
    id: "patrol",
    name: "Patrol",
    deciding: ["A", "B"],
    threshold: 40,
    candidates: [of],
    evidence: { sources: [], confidence: list },
  }).candidates[0]!;

test.each([
  { scores: [65, 50], passes: true, refusedBy: [], margin: 10, guess: false },
  { scores: [40, 90], passes: true, refusedBy: [], margin: 0, guess: true },
  { scores: [42, 72], passes: true, refusedBy: [], margin: 2, guess: true },
  { scores: [39, 90], passes: false, refusedBy: ["A"], margin: -1, guess: true },
  { scores: [3, 100], passes: false, refusedBy: ["A"], margin: -37, guess: false },
  { scores: [38, 10], passes: false, refusedBy: ["A", "B"], margin: -30, guess: false },
  { scores: [42, 10], passes: false, refusedBy: ["B"], margin: -30, guess: false },
])(
  "a candidate with scores $scores: passes $passes, rests on a guess $guess",
  ({ scores, passes, refusedBy, margin, guess }) => {
    const [A, B] = scores as [number, number]; // the table above gives two
    expect(verdict(candidate("c", A, B))).toMatchObject({ passes, refusedBy, margin, restsOnGuess: guess });
  },
);

test("a candidate of low confidence rests on a guess however clear its scores, unless the whole list is of low confidence", () => {
  expect(verdict(candidate("c", 90, 90, "low"), "medium").restsOnGuess).toBe(true);
  expect(verdict(candidate("c", 90, 90, "medium"), "medium").restsOnGuess).toBe(false);
  expect(verdict(candidate("c", 90, 90, "low"), "low").restsOnGuess).toBe(false);
});

test("a score nobody stated is no acceptance", () => {
  const list = mutualVetoOf({
    id: "patrol",
    name: "Patrol",
    deciding: ["A", "B"],
    threshold: 40,
    candidates: [{ id: "c", name: "c", acceptability: { A: 90 }, evidence: evidence() }],
    evidence: evidence(),
  });
  expect(list.candidates[0]!.refusedBy).toEqual(["B"]);
});
