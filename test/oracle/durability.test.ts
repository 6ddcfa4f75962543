import fc from "fast-check";
import { expect, test } from "vitest";
import { type DurabilityReport, drawDurability, durabilityOf, type JudgedVerdict, type Quantity } from "#durability";
import type { Choices, Scenario } from "#model";
import { run, seededRandom } from "#prelude";
import {
  casesOf,
  interventionAt,
  middlesOf,
  type PlainCase,
  prizeAtWhichItPays,
  type Values,
  verdictOnCompliance,
  verdictOnEntrapment,
  verdictOnGuarantee,
  verdictOnInspection,
  verdictOnReaction,
  verdictOnShift,
  verdictOnTie,
  worthOfAttack,
} from "./durability.ts";
import { randomDurability } from "./durability-random.ts";

type Judged = Extract<DurabilityReport, { status: "judged" }>;
type Asked = {
  readonly verdict: JudgedVerdict<string>;
  readonly cases: Readonly<Record<string, PlainCase>>;
  readonly plain: (values: Values) => string | undefined;
};

const seeds = fc.integer({ min: 0, max: 1_000_000 });

test("a verdict turns exactly where it is said to, and nowhere else, on a grid of 200 values", () => {
  let turned = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { verdict, cases, plain } of askedOf(seed)) {
        if (verdict.status === "unknown") continue;
        for (const { parameter, low, high, flips, throughout } of verdict.turns) {
          const at = (value: number): string | undefined =>
            plain({ ...middlesOf(cases), [parameter.parameter]: value });
          for (const { at: flip, below, above } of flips) {
            const step = 1e-6 * (high - low);
            if (flip - step > low) expect([below, undefined]).toContain(at(flip - step));
            if (flip + step < high) expect([above, undefined]).toContain(at(flip + step));
            expect(below).not.toBe(above);
            turned++;
          }
          const elsewhere: number[] = [];
          for (let step = 0; step <= 200; step++) {
            const value = low + ((high - low) * step) / 200;
            if (flips.some((flip) => Math.abs(flip.at - value) <= 1e-6 * (high - low))) continue;
            const before = flips.filter((flip) => flip.at < value).at(-1);
            const seen = at(value);
            if (seen !== undefined && seen !== (before?.above ?? flips[0]?.below ?? throughout)) elsewhere.push(value);
          }
          expect(elsewhere).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(turned).toBeGreaterThan(15);
});

test("every verdict that random points of the ranges show is possible, and decided means that placeholders cannot change it", () => {
  let decided = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const random = seededRandom(seed);
      for (const { verdict, cases, plain } of askedOf(seed)) {
        if (verdict.status === "unknown") continue;
        for (let point = 0; point < 100; point++) {
          const seen = plain(movedTo(cases, () => random.uniform()));
          if (verdict.complete) expect([...verdict.possible, undefined]).toContain(seen);
          const unjudged = plain(movedTo(cases, ({ placeholder }) => (placeholder ? random.uniform() : undefined)));
          if (verdict.status === "decided") expect([verdict.verdict, undefined]).toContain(unjudged);
        }
        const rests = Object.values(cases).some(({ placeholder }) => placeholder);
        if (verdict.status === "decided" && rests) decided++;
        if (verdict.status === "open") expect(verdict.restsOn.length).toBeGreaterThan(0);
        if (verdict.status === "open" && verdict.possible.length === 1) {
          expect(
            verdict.restsOn.some(({ parameter }) => cases[parameter]?.value.low === cases[parameter]?.value.high),
          ).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(decided).toBeGreaterThan(10);
});

test("the least and greatest thresholds over the ranges are those of a search over a grid", () => {
  let compared = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scenario, durability, settlement } = randomDurability(seed);
      for (const [place, report] of judged(scenario, settlement).guarantees.entries()) {
        const cases = casesOf(durability.guarantees[place]!, settlement);
        const { prizeThreshold, intervention } = report;
        if (prizeThreshold.answer.status === "unknown") continue;
        const ends = endsOf(prizeThreshold, (found) => (found.kind === "prize" ? found.value : undefined));
        const exactly = gridOf(cases, ["prize"], 3);
        const derivedFromRange =
          report.intervention.from === "derived" && cases.successAlone!.value.low < cases.successAlone!.value.high;
        if (ends) {
          const found = exactly.map(prizeAtWhichItPays).filter((value) => value !== undefined);
          for (const value of found) {
            // in steps only, where it is not monotone
            if (!derivedFromRange) expect(value).toBeGreaterThanOrEqual(ends.low * (1 - 1e-9) - 1e-6);
            if (!derivedFromRange) expect(value).toBeLessThanOrEqual(ends.high * (1 + 1e-9) + 1e-6);
          }
          if (!derivedFromRange && found.length === exactly.length) {
            expect(Math.min(...found)).toBeCloseTo(ends.low, 5);
            expect(Math.max(...found)).toBeCloseTo(ends.high, 5);
            compared++;
          }
        }
        const chances = endsOf(intervention, (value) => value);
        if (chances && !derivedFromRange) {
          const found = exactly.map(interventionAt);
          expect(Math.min(...found)).toBeCloseTo(chances.low, 9);
          expect(Math.max(...found)).toBeCloseTo(chances.high, 9);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(15);
});

test("the least and greatest credibility that deters are those of a search over a grid", () => {
  let compared = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scenario, durability, settlement } = randomDurability(seed);
      for (const [place, { because }] of judged(scenario, settlement).guarantees.entries()) {
        const ends = endsOf(because.threshold.value, (value) => value);
        if (!ends) continue;
        const cases = casesOf(durability.guarantees[place]!, settlement);
        const stepped = cases.successAlone!.value.low < cases.successAlone!.value.high;
        const irrelevant = ["intervention", "stake", "reneging", "fightingCost"];
        const found = gridOf(cases, irrelevant, 3).map((values) => {
          const [out, fought] = [worthOfAttack(values, 0), worthOfAttack(values, 1)];
          return out / (out - fought);
        });
        const size = Math.max(1, Math.abs(ends.low), Math.abs(ends.high));
        if (!stepped) {
          expect(Math.min(...found) / size).toBeCloseTo(ends.low / size, 9);
          expect(Math.max(...found) / size).toBeCloseTo(ends.high / size, 9);
          compared++;
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(15);
});

test("a random file never breaks the report, every number in it is finite, and the same seed gives the same report", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scenario, choices } = randomDurability(seed);
      const report = run(durabilityOf(scenario, choices, { draws: 20, seed }));
      expectFinite(report);
      expect(run(durabilityOf(scenario, choices, { draws: 20, seed }))).toEqual(report);
    }),
    { numRuns: 60 },
  );
});

test("the shares are those of asking each drawn file by itself", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scenario, durability, settlement } = randomDurability(seed);
      const together = judged(scenario, settlement, 30, seed);
      const random = seededRandom(seed);
      const drawn = Array.from({ length: 30 }, () =>
        judged({ ...scenario, durability: certain(drawDurability(durability, random)) }, settlement),
      );
      for (const [place, { verdict }] of together.guarantees.entries()) {
        expect(countsOf(verdict, 30)).toEqual(tallied(drawn.map(({ guarantees }) => guarantees[place]!.verdict)));
      }
      for (const [place, limit] of together.limits.entries()) {
        if (limit.stands !== "yes") continue;
        const verdicts = drawn
          .map(({ limits }) => limits[place]!)
          .flatMap((one) => (one.stands === "yes" ? [one] : []));
        expect(countsOf(limit.inspection.verdict, 30)).toEqual(
          tallied(verdicts.map(({ inspection }) => inspection.verdict)),
        );
        expect(countsOf(limit.transparency.verdict, 30)).toEqual(
          tallied(verdicts.map(({ transparency }) => transparency.verdict)),
        );
      }
      for (const [place, shift] of together.shifts.entries()) {
        if (shift.stands !== "yes") continue;
        const verdicts = drawn
          .map(({ shifts }) => shifts[place]!)
          .flatMap((one) => (one.stands === "yes" ? [one.verdict] : []));
        expect(countsOf(shift.verdict, 30)).toEqual(tallied(verdicts));
      }
    }),
    { numRuns: 25 },
  );
});

/** The judged verdicts of one random settlement that the oracle knows too. */
function askedOf(seed: number): readonly Asked[] {
  const { scenario, durability, settlement } = randomDurability(seed);
  const report = judged(scenario, settlement);
  const helper = durability.guarantees.find(({ parameters }) => parameters.intervention !== undefined);
  return [
    ...report.guarantees.flatMap(({ verdict, reaction, entrapment, tripwire }, place) => {
      const cases = casesOf(durability.guarantees[place]!, settlement);
      return [
        { verdict, cases, plain: verdictOnGuarantee },
        ...(reaction ? [{ verdict: reaction.verdict, cases, plain: verdictOnReaction }] : []),
        ...(entrapment ? [{ verdict: entrapment.verdict, cases, plain: verdictOnEntrapment }] : []),
        ...(tripwire ? [{ verdict: tripwire.reach, cases, plain: verdictOnTie }] : []),
      ];
    }),
    ...report.limits.flatMap((limit, place) => {
      if (limit.stands !== "yes") return [];
      const cases = casesOf(durability.limits[place]!, settlement);
      return [
        { verdict: limit.inspection.verdict, cases, plain: verdictOnInspection },
        { verdict: limit.compliance.verdict, cases, plain: verdictOnCompliance },
      ];
    }),
    ...report.shifts.flatMap((shift, place) => {
      if (shift.stands !== "yes") return [];
      const own = casesOf(durability.shifts[place]!, settlement);
      const q = helper ? casesOf(helper, settlement).intervention : undefined;
      const cases = q ? { ...own, intervention: q } : own;
      const plain = (values: Values): string | undefined => verdictOnShift(values, shift.guarantee !== undefined);
      return [
        { verdict: shift.verdict, cases, plain },
        { verdict: shift.unguaranteed, cases: own, plain: (values: Values) => verdictOnShift(values, false) },
      ];
    }),
  ];
}

function judged(scenario: Scenario, choices: Choices, draws = 0, seed = 1): Judged {
  const report = run(durabilityOf(scenario, choices, { draws, seed }));
  if (report.status !== "judged") throw new Error(report.reason);
  return report;
}

/** Each quantity somewhere in its range; where `share` has none, at its middle. */
function movedTo(cases: Readonly<Record<string, PlainCase>>, share: (one: PlainCase) => number | undefined): Values {
  const values: Record<string, number> = { ...middlesOf(cases) };
  for (const [id, one] of Object.entries(cases)) {
    const at = share(one);
    if (at !== undefined) values[id] = one.value.low + at * (one.value.high - one.value.low);
  }
  return values;
}

/** Every combination of `marks` values of each range; the named quantities, which do not matter, stay at their middles. */
function gridOf(
  cases: Readonly<Record<string, PlainCase>>,
  still: readonly string[],
  marks: number,
): readonly Values[] {
  const model = ["prize", "successAlone", "successOpposed", "warCost", "widerWarCost", "penalty", "peace"];
  const moving = [...model, "intervention", "stake", "reneging", "fightingCost"].filter(
    (id) => !still.includes(id) && cases[id] !== undefined && cases[id].value.low < cases[id].value.high,
  );
  const judgedIntervention = cases.intervention !== undefined;
  const relevant = judgedIntervention
    ? moving.filter((id) => !["stake", "reneging", "fightingCost"].includes(id))
    : moving;
  const each = relevant.length > 6 ? 2 : marks;
  return relevant.reduce<readonly Values[]>(
    (grid, id) => {
      const { low, high } = cases[id]!.value;
      return grid.flatMap((values) =>
        Array.from({ length: each }, (_, mark) => ({ ...values, [id]: low + ((high - low) * mark) / (each - 1) })),
      );
    },
    [middlesOf(cases)],
  );
}

function endsOf<T>(
  { answer }: Quantity<T>,
  read: (value: T) => number | undefined,
): { readonly low: number; readonly high: number } | undefined {
  if (answer.status === "unknown" || answer.status === "estimate") return undefined;
  const [low, high] = answer.status === "exact" ? [answer.value, answer.value] : [answer.low, answer.high];
  const ends = { low: read(low), high: read(high) };
  return ends.low === undefined || ends.high === undefined ? undefined : { low: ends.low, high: ends.high };
}

/** A drawn file says nothing in a range but the belief about the cost of fighting, and leaves nothing open. */
function certain(durability: ReturnType<typeof drawDurability>): ReturnType<typeof drawDurability> {
  const sure = <T extends Scenario["durability"]>(value: T): T =>
    JSON.parse(JSON.stringify(value), (key, inner) => (key === "placeholder" ? false : inner));
  return sure(durability);
}

function countsOf(verdict: JudgedVerdict<string>, n: number): Readonly<Record<string, number>> {
  if (verdict.status === "unknown") return {};
  return Object.fromEntries((verdict.shares ?? []).map(({ verdict: one, share }) => [one, Math.round(share * n)]));
}

function tallied(verdicts: readonly JudgedVerdict<string>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const verdict of verdicts) {
    if (verdict.status === "decided") counts[verdict.verdict] = (counts[verdict.verdict] ?? 0) + 1;
  }
  return counts;
}

function expectFinite(value: unknown): void {
  if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === "object" && value !== null) Object.values(value).forEach(expectFinite);
}
