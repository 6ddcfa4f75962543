import { endsOf, type Measure, measure, unmeasured } from "./measure.ts";

/** Troops for each km of a line: the fewest over the longest, to the most over the shortest. */
export function patrolDensity(troops: Measure, length: Measure): Measure {
  const [men, km] = [endsOf(troops), endsOf(length)];
  if (!men) return { answer: troops.answer, unit: "troops per km" };
  if (!km) return { answer: length.answer, unit: "troops per km" };
  if (!(km.low > 0)) return unmeasured("troops per km", "The line has no length.");
  return measure(men.low / km.high, men.high / km.low, "troops per km", length.basis);
}
