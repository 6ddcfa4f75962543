import type { Condition, Issue, Judgement, Linkage, Party, PreferenceSheet, Rule, Scenario } from "#model";
import { parseDay, type Random, seededRandom } from "#prelude";

/** A synthetic scenario as the published figures describe it; the same seed gives the same one. */
export type Domain = {
  readonly seed: number;
  /** Options of each issue. */
  readonly options: readonly number[];
  readonly parties: number;
  /** `random`: independent values, the hardest. `spatial`: parties have ideal points on each issue. */
  readonly values: "random" | "spatial";
  /** Points per party; utilities are whole. */
  readonly points: number;
  /** Reservation value as a share of the sum of each issue's best value. */
  readonly reservation: number;
  readonly linkages?: number;
  /** Rules that forbid a combination. */
  readonly rules?: number;
  /** How far apart the issues of a linkage or rule may be, in the order of the agenda. */
  readonly reach?: number;
};

const noEvidence = { sources: [] } as const;

export function domain(spec: Domain): Scenario {
  const random = seededRandom(spec.seed);
  const issues = spec.options.map(
    (count, place): Issue => ({
      id: `I${place + 1}`,
      name: `Issue ${place + 1}`,
      options: Array.from({ length: count }, (_, option) => ({
        id: `o${option + 1}`,
        name: `Option ${option + 1}`,
        quantities: [],
      })),
    }),
  );
  const parties = Array.from({ length: spec.parties }, (_, place): Party => {
    return { id: `P${place + 1}`, name: `Party ${place + 1}`, roles: ["party"], members: [] };
  });
  const reach = spec.reach ?? issues.length;
  const linked = Array.from({ length: spec.linkages ?? 0 }, () => combination(random, issues, reach));
  const sheets = parties.map(({ id }) => sheet(random, id, issues, spec, linked));
  const rules = Array.from({ length: spec.rules ?? 0 }, (_, place): Rule => {
    const when = combination(random, issues, reach);
    return { id: `rule-${place + 1}`, kind: "forbid", definitional: false, reason: "synthetic", sources: [], when };
  });
  return {
    agenda: {
      id: `synthetic-${spec.seed}`,
      title: "Synthetic",
      summary: "Generated for a measurement.",
      asOf: parseDay("2025-08-26")!,
      status: "synthetic",
      tie: "accepts",
      parties,
      consent: parties.map(({ id }) => id),
      stakeholders: [],
      clusters: [],
      issues,
      rules,
      terms: [],
      candidates: [],
      formats: [],
      channels: [],
      events: [],
      facts: [],
      sources: [],
    },
    sheets,
    packages: [],
    claims: [],
  };
}

/** Weights uniform on the simplex (Dirichlet of ones), in whole points; values are points of the issue's weight. */
function sheet(
  random: Random,
  party: string,
  issues: readonly Issue[],
  spec: Domain,
  linked: readonly Condition[],
): PreferenceSheet {
  const raw = issues.map(() => -Math.log(1 - random.uniform()));
  const sum = raw.reduce((a, b) => a + b, 0);
  const preferences = issues.map((issue, place) => {
    const weight = Math.max(1, Math.round((raw[place]! / sum) * spec.points));
    const shares = optionValues(random, issue.options.length, spec.values);
    const values = issue.options.map(({ id }, option) => [id, judged(Math.round(shares[option]! * weight))] as const);
    return { weight: judged(weight), of: weight, values: Object.fromEntries(values), evidence: noEvidence };
  });
  const best = preferences.reduce(
    (total, { values }) => total + Math.max(...Object.values(values).map(({ mid }) => mid)),
    0,
  );
  return {
    party,
    kind: "estimate",
    author: "generator",
    scale: spec.points,
    total: spec.points,
    reservation: { ...judged(Math.round(best * spec.reservation)), evidence: noEvidence },
    issues: Object.fromEntries(issues.map(({ id }, place) => [id, preferences[place]!])),
    linkages: linked.map((when, place): Linkage => {
      // Up to 3 % of the points, to either side.
      const value = judged(Math.round((random.uniform() * 2 - 1) * 0.03 * spec.points));
      return { id: `linkage-${place + 1}`, kind: "combination", when, value, of: spec.points, evidence: noEvidence };
    }),
    redLines: [],
    floors: [],
    evidence: noEvidence,
  };
}

/** Shares of the issue's weight. */
function optionValues(random: Random, count: number, kind: Domain["values"]): readonly number[] {
  if (kind === "random") return Array.from({ length: count }, () => random.uniform());
  const ideal = random.uniform();
  return Array.from({ length: count }, (_, option) => 1 - Math.abs((count === 1 ? 0 : option / (count - 1)) - ideal));
}

/** Two or three issues near each other, each in about half of its options. */
function combination(random: Random, issues: readonly Issue[], reach: number): Condition {
  const size = Math.min(issues.length, random.uniform() < 0.7 ? 2 : 3);
  const span = Math.max(size, Math.min(reach + 1, issues.length));
  const first = random.below(issues.length - span + 1);
  const places = Array.from({ length: span }, (_, place) => first + place);
  while (places.length > size) places.splice(random.below(places.length), 1);
  return places.map((place) => {
    const { id, options } = issues[place]!;
    const start = random.below(options.length);
    const named = Math.max(1, Math.floor(options.length / 2));
    return { issue: id, options: Array.from({ length: named }, (_, k) => options[(start + k) % options.length]!.id) };
  });
}

function judged(value: number): Judgement {
  return { low: value, mid: value, high: value };
}

/** How many settlements there are before rules, to one figure: 1e20. */
export function sizeOf(options: readonly number[]): string {
  return options.reduce((all, one) => all * one, 1).toExponential(0);
}
