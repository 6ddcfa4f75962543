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
export { formatSpan, type Span } from "./span.ts";
export { unreachable } from "./unreachable.ts";
