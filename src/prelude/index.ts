export { type Answer, exact, unknown } from "./answer.ts";
export type { Brand } from "./brand.ts";
export { type Day, noDay, parseDay } from "./day.ts";
export { type Diagnostic, formatDiagnostic } from "./diagnostic.ts";
export { editDistance } from "./edit-distance.ts";
export { type Random, seededRandom } from "./random.ts";
export {
  add,
  compare,
  divide,
  gcd,
  lcm,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  toNumber,
} from "./rational.ts";
export { err, ok, type Result } from "./result.ts";
export { type Progress, run, type Search, type Signal } from "./search.ts";
export { formatSpan, type Span } from "./span.ts";
export { unreachable } from "./unreachable.ts";
export { type Share, wilsonInterval } from "./wilson-interval.ts";
