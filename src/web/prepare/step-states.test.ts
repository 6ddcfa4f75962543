import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Choice, emptyDraft, type SheetDraft } from "#elicitation";
import { parseScenario } from "#language";
import type { Choices } from "#model";
import { type StepState, stepStates } from "./step-states.ts";
import { think } from "./think.ts";
import type { Known } from "./thinking.ts";

const file = "scenarios/textbook/harbour-town/scenario.yaml";
const { agenda } = parseScenario(new Map([["scenario.yaml", readFileSync(file, "utf8")]])).scenario!; // it has no mistakes
const [one, other] = agenda.issues;
const nothing = emptyDraft(agenda, agenda.parties[0]!.id, "Staff");
const weighed = saying(nothing, { id: "m", kind: "swing-order", order: agenda.issues.map(({ id }) => [id]) });
const kept = saying(weighed, { id: "r", kind: "reservation-range", low: 40, high: 50 });
const comparable = [one!, other!].reduce(
  (draft, { id, options }) =>
    saying(draft, { id, kind: "option-order", issue: id, order: options.map((option) => [option.id]) }),
  kept,
);
const decided: SheetDraft = {
  ...nothing,
  statements: agenda.issues
    .flatMap(({ id, options }, at) => [
      { id: `w ${id}`, kind: "swing", issue: id, against: one!.id, low: 100 - at, high: 100 - at } as const,
      ...options.map(
        (option, place) =>
          ({
            id: `${id} ${option.id}`,
            kind: "option-value",
            issue: id,
            option: option.id,
            low: (100 * place) / (options.length - 1),
            high: (100 * place) / (options.length - 1),
          }) as const,
      ),
    ])
    .filter(({ id }) => id !== `w ${one!.id}`),
};

test.each([
  ["nothing was said", nothing],
  ["only the issues were put in order", weighed],
  ["nothing that was said can be compared", kept],
])("the questions are not done when %s: there is nothing to ask yet", (_what, draft) => {
  const { sharpen, known } = sharpened(draft);
  expect(known).toMatchObject({ noQuestion: "too-little-said" });
  expect(known.question).toBeUndefined();
  expect(sharpen).toMatchObject({ state: "open", done: 0 });
});

test("they are open as long as one can be asked, and begun with the first answer", () => {
  const { sharpen, known } = sharpened(comparable);
  expect(known.noQuestion).toBeUndefined();
  expect(sharpen.state).toBe("open");
  const { first, second } = known.question!;
  const answer: Choice = { id: "c", kind: "choice", first, second, answer: "first" };
  const answered = sharpened(saying(comparable, answer));
  expect(answered.known.question).toBeDefined();
  expect(answered.sharpen).toMatchObject({ state: "begun", done: 1 });
});

test("questions that were skipped are not answered", () => {
  const skipped: (readonly [Choices, Choices])[] = [];
  let now = sharpened(comparable);
  for (; now.known.question && skipped.length < 200; now = sharpened(comparable, skipped))
    skipped.push([now.known.question.first, now.known.question.second]);
  expect(skipped.length).toBeGreaterThan(1);
  expect(now.known.noQuestion).toBe("skipped");
  expect(now.sharpen).toMatchObject({ state: "open", done: 0 });
});

test("they are done when no answer would tell more", () => {
  const { sharpen, known } = sharpened(decided);
  expect(known.noQuestion).toBe("nothing-left");
  expect(sharpen).toMatchObject({ state: "done", done: 0 });
});

function saying(draft: SheetDraft, said: SheetDraft["statements"][number]): SheetDraft {
  return { ...draft, statements: [...draft.statements, said] };
}

function sharpened(
  draft: SheetDraft,
  skippedQuestions: readonly (readonly [Choices, Choices])[] = [],
): { readonly sharpen: StepState; readonly known: Known } {
  const asked = { turn: 1, agenda, packages: [], draft, skippedQuestions, skippedSettlements: [] };
  const thoughts = [...think(asked)].at(-1)!;
  if (!thoughts.known) throw new Error("nothing is known of a draft that should be consistent");
  return { sharpen: stepStates(agenda, draft, thoughts).sharpen, known: thoughts.known };
}
