import { type Answer, unreachable } from "#prelude";
import { count, points, roughCount } from "./format-number.ts";

/** An answer with its status in words: nothing is printed without saying how sure it is. */
export function answerWords<T>(answer: Answer<T>, show: (value: T) => string, rough = show): string {
  switch (answer.status) {
    case "exact":
      return `${show(answer.value)} (exact)`;
    case "bounded":
      return `between ${show(answer.low)} and ${show(answer.high)} (proved bounds)`;
    case "estimate":
      return `about ${rough(answer.value)} (estimate; 95 % interval ${rough(answer.low)} to ${rough(answer.high)}, ${count(String(answer.n))} draws, seed ${answer.seed})`;
    case "unknown":
      return `not known: ${answer.reason}`;
    default:
      return unreachable(answer);
  }
}

export function countWords(answer: Answer<string>): string {
  return answerWords(answer, count, roughCount);
}

export function pointsWords(answer: Answer<number>, scale: number): string {
  return answer.status === "exact" ? points(answer.value, scale) : answerWords(answer, (value) => points(value, scale));
}

/** Whether the answer is exactly this value. */
export function isExactly<T>(answer: Answer<T>, value: T): boolean {
  return answer.status === "exact" && answer.value === value;
}
