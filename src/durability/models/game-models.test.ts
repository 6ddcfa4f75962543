import { describe, expect, test } from "vitest";
import { run, seededRandom } from "#prelude";
import { solveGame } from "../games/solve-game.ts";
import { gameModels } from "./game-models.ts";
import { solverAgreement } from "./solver-agreement.ts";

describe.each(gameModels.map((model) => [model.id, model] as const))("%s", (id, model) => {
  test("the solver finds the closed form's play at 200 random sets of numbers", () => {
    const random = seededRandom(7);
    let asked = 0;
    for (let draw = 0; draw < 6000 && asked < 200; draw++) {
      const drawn = Object.fromEntries(
        Object.entries(model.parameters).map(([name, { low, high, open, whole }]) => {
          if (whole) return [name, Math.round(low + random.uniform() * 10) + 1];
          if (high <= 2) return [name, Math.max(open ? 0.01 : low, Math.round(random.uniform() * 99) / 100)];
          return [name, Math.round(random.uniform() * (name === "prize" ? 240 : 60) - (low < 0 ? 30 : 0))];
        }),
      );
      const first = model.read(drawn);
      const given = first.kind === "answer" ? drawn : inOrder(drawn, first.order);
      const reading = model.read(given);
      if (reading.kind !== "answer") continue;
      asked += 1;
      const agreement = solverAgreement(run(solveGame(reading.game)), reading.expected);
      expect({ id, given, agreement, answer: reading.answer }).toMatchObject({ agreement: "agrees" });
    }
    expect(asked).toBe(200);
  });
});

test("a play that is no equilibrium is not found, and of an incomplete list nothing is said", () => {
  const reading = gameModels.find(({ id }) => id === "two-sided")?.read({});
  if (reading?.kind !== "answer") throw new Error("The defaults are in order.");
  const solution = run(solveGame(reading.game));
  expect(solverAgreement(solution, reading.expected)).toBe("agrees");
  const other = reading.expected.map((play) => play.map((one) => ({ ...one, probability: one.probability / 2 })));
  expect(solverAgreement(solution, other)).toBe("not-found");
  expect(solverAgreement(solution, [...other, ...reading.expected])).toBe("agrees");
  const incomplete = { ...solution, status: { kind: "at-least", reason: "stopped" } } as const;
  expect(solverAgreement(incomplete, other)).toBe("not-decided");
});

/** The same numbers, those that an order is demanded of sorted. */
function inOrder(given: Readonly<Record<string, number>>, order: string): Record<string, number> {
  const sorted = order.split(/, and /).flatMap((chain) => {
    const names = chain.split(/ <=? /);
    const values = names.map((name) => given[name] ?? 0).sort((a, b) => a - b);
    return names.map((name, i) => [name, values[i] ?? 0] as const);
  });
  return { ...given, ...Object.fromEntries(sorted) };
}
