import {
  type Choices,
  type Durability,
  guaranteeParameters,
  type Issue,
  type Judgement,
  limitParameters,
  type Parameter,
  type ParameterCase,
  type ParameterKind,
  type Scenario,
  shiftParameters,
} from "#model";
import { type Random, seededRandom } from "#prelude";
import { plainScenario } from "./plain-scenario.ts";
import { chance, maybe, pick } from "./random-choice.ts";
import { randomCondition } from "./random-condition.ts";

/** A small scenario with judgements about the time after signature, and choices in it that may leave issues open. */
export function randomDurability(seed: number): {
  readonly scenario: Scenario;
  readonly durability: Durability;
  readonly choices: Choices;
  /** The same with nothing left open. */
  readonly settlement: Choices;
} {
  const random = seededRandom(seed);
  const plain = plainScenario({ options: [3, 2, 2], sheets: [] });
  const { issues } = plain.agenda;
  const evidence = { sources: [] };
  const shared = { holder: "P1", inspector: "P2", when: someWhen(random, issues) };
  const durability: Durability = {
    evidence,
    guarantees: Array.from({ length: 1 + random.below(2) }, (_, place) => ({
      id: `guarantee-${place}`,
      name: "Guarantee",
      challenger: "P1",
      protege: "P2",
      guarantors: ["P3"],
      parameters: randomParameters(random, guaranteeParameters, issues),
      postures: Array.from({ length: random.below(4) }, (_, posture) => ({
        id: `posture-${posture}`,
        name: "Posture",
        set: { [issues[0]!.id]: pick(random, issues[0]!.options).id },
      })),
    })),
    limits: [{ id: "limit", name: "Limit", ...shared, parameters: randomParameters(random, limitParameters, issues) }],
    shifts: [
      {
        id: "shift",
        name: "Shift",
        declining: "P1",
        rising: "P2",
        when: someWhen(random, issues),
        parameters: randomParameters(random, shiftParameters, issues),
      },
    ],
  };
  const settlement = Object.fromEntries(issues.map(({ id, options }) => [id, pick(random, options).id]));
  const choices = Object.fromEntries(Object.entries(settlement).filter(() => chance(random, 0.8)));
  return { scenario: { ...plain, durability }, durability, choices, settlement };
}

function someWhen(random: Random, issues: readonly Issue[]) {
  return chance(random, 0.7) ? [] : randomCondition(random, issues, 1);
}

function randomParameters<P extends string>(
  random: Random,
  kinds: Readonly<Record<P, { readonly kind: ParameterKind }>>,
  issues: readonly Issue[],
): Partial<Record<P, Parameter>> {
  const parameters: Partial<Record<P, Parameter>> = {};
  const ranged = 0.1 + 0.5 * random.uniform();
  for (const id of Object.keys(kinds) as P[]) {
    if (chance(random, 0.02) || (id === "intervention" && chance(random, 0.5))) continue;
    const conditional = Array.from({ length: random.below(3) }, () =>
      randomCase(random, kinds[id].kind, ranged, randomCondition(random, issues, 1 + random.below(2))),
    );
    const last = chance(random, 0.97) ? [randomCase(random, kinds[id].kind, ranged, [])] : [];
    parameters[id] = { cases: [...conditional, ...last] };
  }
  return parameters;
}

function randomCase(random: Random, kind: ParameterKind, ranged: number, when: ParameterCase["when"]): ParameterCase {
  const placeholder = chance(random, ranged * 0.7);
  return {
    when,
    value: randomJudgement(random, kind, placeholder || chance(random, ranged * 0.5)),
    placeholder,
    evidence: { sources: [], ...maybe(random, 0.7, { confidence: pick(random, ["high", "medium", "low"] as const) }) },
  };
}

/** Coarse numbers, so that ties, zeros and ones happen. */
function randomJudgement(random: Random, kind: ParameterKind, ranged: boolean): Judgement {
  const number = (): number => {
    if (kind === "chance" || kind === "discount") return random.below(21) / 20;
    if (kind === "days") return random.below(31);
    if (kind === "periods") return random.below(25);
    if (kind === "per-day") return random.below(11) / 20;
    return (kind === "signed-points" ? -20 : 0) + random.below(chance(random, 0.5) ? 60 : 201);
  };
  if (!ranged) {
    const value = number();
    return { low: value, mid: value, high: value };
  }
  const [low = 0, mid = 0, high = 0] = [number(), number(), number()].sort((a, b) => a - b);
  return { low, mid, high };
}
