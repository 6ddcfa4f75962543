import type { Choices, Scenario } from "#model";
import { type Search, seededRandom } from "#prelude";
import { drawEndsOf, drawInto, drawRule } from "./draw-durability.ts";
import type { DurabilityReport, GuaranteeReport, LimitReport, ShiftReport } from "./durability-report.ts";
import { casePlaces, type Frame, toDraw } from "./frame.ts";
import { guaranteeStudy } from "./guarantee-study.ts";
import { limitStudy } from "./limit-study.ts";
import { shiftStudy } from "./shift-study.ts";
import type { Study } from "./study.ts";

export type DurabilityOptions = {
  /** Draws of the judgements for the shares; 0 leaves the shares out. Default 1000. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
};

/** Draws between two reports of progress. */
const stride = 50;

/**
 * What the scenario's judgements say about the time after signature, for one package or settlement. Whatever cannot be
 * said, because an issue is open or a quantity is not given, is `unknown` with the reason. Every question is asked of the
 * same draws, so that their shares can be compared. Told to finish, it reports the shares of the draws made so far.
 */
export function* durabilityOf(
  scenario: Scenario,
  choices: Choices,
  { draws = 1000, seed = 1 }: DurabilityOptions = {},
): Search<DurabilityReport> {
  const { durability, agenda } = scenario;
  if (durability === undefined) {
    return { status: "unknown", reason: `${agenda.id} judges nothing about the time after signature` };
  }
  const { guarantees, limits, shifts } = durability;
  const places = casePlaces(durability);
  const studies = {
    guarantees: guarantees.map((guarantee) => guaranteeStudy(guarantee, choices, places)),
    limits: limits.map((limit) => limitStudy(limit, agenda, choices, places)),
    shifts: shifts.map((shift) => shiftStudy(shift, guarantees, choices, places)),
  };
  const all: readonly Study<unknown>[] = [...studies.guarantees, ...studies.limits, ...studies.shifts];
  const frames: readonly Frame<string>[] = all.flatMap((study) => study.frames);
  const ends = drawEndsOf(durability);
  const drawn = new Float64Array(ends.length);
  const random = seededRandom(seed);
  let n = 0;
  while (n < draws) {
    drawInto(drawn, ends, random);
    for (const frame of frames) toDraw(frame, drawn);
    for (const study of all) study.observe();
    n++;
    if (n % stride !== 0 && n < draws) continue;
    if ((yield { phase: "draws", done: n, of: draws, refinable: true }) === "finish") break;
  }
  const reported = <T extends GuaranteeReport | LimitReport | ShiftReport>(study: Study<T>): T => study.report(n, seed);
  return {
    status: "judged",
    guarantees: studies.guarantees.map(reported),
    limits: studies.limits.map(reported),
    shifts: studies.shifts.map(reported),
    draws: { n, seed, rule: drawRule },
  };
}
