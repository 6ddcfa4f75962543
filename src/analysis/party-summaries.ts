import { exact, unknown } from "#prelude";
import type { PartySummary } from "./analysis.ts";
import { type Ideals, ideals } from "./bargaining/solutions.ts";
import type { Search } from "./search.ts";
import type { Path } from "./space/best-settlement.ts";
import { utilitiesOf } from "./space/best-settlement.ts";
import { type Problem, pointsOf, problemOf } from "./space/problem.ts";
import { settlementSpace } from "./space/settlement-space.ts";
import { suffixBounds } from "./space/suffix-bounds.ts";

/**
 * Each party with its sheet, the worst and best that rule-abiding settlements hold for it, and the best in the
 * agreement zone. Parties that need not consent are measured too, over the same settlements. `known` are the ideals of
 * the consenting parties.
 */
export function* partySummaries(
  problem: Problem,
  witness: Path | undefined,
  known: Ideals | undefined,
): Search<PartySummary[]> {
  const { scenario } = problem;
  const all = withEverySheet(problem);
  const rulesOnly = settlementSpace(all, ({ by }) => by.kind === "rule" || by.kind === "lock");
  const zone = settlementSpace(all);
  const bounds = suffixBounds(rulesOnly);
  const utilities = witness && utilitiesOf(zone, witness.options);
  const best =
    all === problem
      ? known
      : witness && utilities
        ? yield* ideals(zone, { options: witness.options, utilities })
        : undefined;
  return scenario.agenda.parties.map((party) => {
    const sheet = scenario.sheets.find((each) => each.party === party.id);
    const p = all.parties.indexOf(party.id);
    const scale = all.scales[p];
    const points = (units: number): number => pointsOf(all, p, Math.min(all.cap[p]!, units));
    return {
      id: party.id,
      name: party.name,
      consents: scenario.agenda.consent.includes(party.id),
      sheet: sheet?.kind ?? "none",
      ...(sheet
        ? {
            author: sheet.author,
            reservation: { low: sheet.reservation.low, mid: sheet.reservation.mid, high: sheet.reservation.high },
          }
        : {}),
      scale: sheet?.scale ?? 100,
      ...(p >= 0 && Number.isFinite(bounds.most[p]!)
        ? { range: { least: points(bounds.least[p]!), most: points(bounds.most[p]!) } }
        : {}),
      ...(p >= 0 && best
        ? { ideal: best.proved ? exact(points(best.most[p]!)) : unknown<number>("stopped early") }
        : {}),
      arithmetic: !scale || scale.exact ? "exact" : { roundingError: pointsOf(all, p, scale.error) },
    };
  });
}

/** The problem with a column for every sheet; those that need not consent have no threshold. */
function withEverySheet(problem: Problem): Problem {
  const { scenario, inForce } = problem;
  const asked = scenario.sheets.map(({ party }) => problem.parties.includes(party));
  if (asked.every((flag) => flag)) return problem;
  const wider = problemOf(scenario, { ...inForce, consent: scenario.sheets.map(({ party }) => party) });
  return { ...wider, threshold: wider.threshold.map((units, p) => (asked[p] ? units : -1e15)) };
}
