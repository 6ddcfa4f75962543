import type { StabilityConcept, StabilityReport } from "#durability";
import type { StateCode } from "#model";

/** What holds by one of these holds by the concept: Fang, Hipel and Kilgour 1993, ch. 3; Rego and Vieira 2017. */
const stronger: Readonly<Record<StabilityConcept, readonly StabilityConcept[]>> = {
  "nash-stability": [],
  sseq: ["nash-stability"],
  seq: ["nash-stability", "sseq"],
  smr: ["nash-stability", "sseq"],
  gmr: ["nash-stability", "sseq", "seq", "smr"],
};

/**
 * Whether the state holds for every party by the concept, as far as the report says: equilibria and states are listed
 * ascending, and only the first of them. undefined: open, or beyond what is listed.
 */
export function equilibriumVerdict(
  { equilibria, listed }: StabilityReport,
  concept: StabilityConcept,
  code: StateCode,
): boolean | undefined {
  const { states, count, undecided } = equilibria[concept];
  if ([concept, ...stronger[concept]].some((each) => equilibria[each].states.includes(code))) return true;
  const answers = listed.find((row) => row.code === code)?.stable[concept];
  if (answers?.some((answer) => answer.status === "exact" && !answer.value)) return false;
  if (answers?.every((answer) => answer.status === "exact")) return true;
  const isWithin = states.length === count || code < (states.at(-1) ?? 0);
  return undecided === 0 && isWithin ? false : undefined;
}
