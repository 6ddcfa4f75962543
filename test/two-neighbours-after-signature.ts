import type { Durability, Evidence, Guarantee, Parameter, ParameterCase, Scenario } from "#model";
import { evidence, named, when } from "./tiny-scenario.ts";
import { dispute } from "./two-neighbours.ts";

/** One case of a parameter: a number or a range, when it holds, and whether somebody judged it. */
export function judgedCase(
  value: number | readonly [number, number],
  on: Readonly<Record<string, string>> = {},
  more: { readonly placeholder?: boolean; readonly evidence?: Evidence } = {},
): ParameterCase {
  const [low, high] = typeof value === "number" ? [value, value] : value;
  return {
    when: when(on),
    value: { low, mid: (low + high) / 2, high },
    placeholder: more.placeholder ?? false,
    evidence: more.evidence ?? evidence(),
  };
}

export const given = (...cases: readonly ParameterCase[]): Parameter => ({ cases });

/**
 * B may attack A. An attack pays above v* = 2 (30 + 100 q + s): q is 0.1 without the post, and with it 0.2 on words, 0.4
 * on arms and 0.8 on a readiness to fight; s is 10 where the land is shared. With money given there is a penalty that
 * nobody judged.
 */
const shield: Guarantee = {
  id: "shield",
  name: "Does an attack pay?",
  challenger: "B",
  protege: "A",
  guarantors: ["A"],
  parameters: {
    prize: given(judgedCase(100)),
    successAlone: given(judgedCase(0.5)),
    warCost: given(judgedCase(30)),
    widerWarCost: given(judgedCase(100)),
    penalty: given(judgedCase([0, 40], { money: "some" }, { placeholder: true }), judgedCase(0)),
    peace: given(judgedCase(10, { land: "share" }), judgedCase(0)),
    intervention: given(
      judgedCase(0.1, { guard: "none" }),
      judgedCase(0.2, { backing: "words" }),
      judgedCase([0.3, 0.5], { backing: "arms" }),
      judgedCase([0.4, 1], { backing: "fight" }),
    ),
  },
  postures: [],
};

/**
 * Once it is signed B may attack, and A may answer. B would rather attack, and most of all not be answered; A answers
 * an attack if the post is there, and would rather not if it is not.
 */
const aftermath: NonNullable<Durability["aftermath"]> = {
  obligations: [
    {
      id: "ceasefire",
      name: "B holds fire",
      party: "B",
      when: [],
      breach: { id: "attack", name: "B attacks", party: "B", kind: "violate", when: [], irreversible: false },
      responses: [{ id: "answer", name: "A answers", party: "A", kind: "intervene", when: [], irreversible: false }],
    },
  ],
  impossible: [],
  statements: {
    A: [
      { that: [{ attack: false }], when: [], evidence: evidence() },
      { that: [{ attack: false }, { answer: true }], when: when({ guard: "post" }), evidence: evidence("POSTER") },
      { that: [{ answer: false }], when: [], evidence: evidence() },
    ],
    B: [
      { that: [{ answer: false }], when: [], evidence: evidence() },
      { that: [{ attack: true }], when: [], evidence: evidence("PREMISE") },
    ],
  },
};

/** The two neighbours with what is judged of the time after; `peace`: no money, and nothing that nobody judged. */
export function afterwards(change: (durability: Durability) => Durability = (same) => same): Scenario {
  const world = dispute();
  const limits: Durability["limits"] = [
    {
      id: "cap",
      name: "The post does not grow",
      holder: "A",
      inspector: "B",
      when: when({ guard: "post" }),
      parameters: {
        breachGain: given(judgedCase(10)),
        breachPenalty: given(
          judgedCase(30, { backing: "words" }),
          judgedCase(5, { backing: "arms" }),
          judgedCase([5, 30], {}, { placeholder: true }),
        ),
        detection: given(judgedCase(0.5)),
        falseAlarm: given(judgedCase(0)),
        falseAlarmCost: given(judgedCase(0)),
      },
    },
  ];
  return {
    ...world,
    packages: [...world.packages, named("peace", { land: "keep", money: "none", guard: "post", backing: "words" })],
    durability: change({ guarantees: [shield], limits, shifts: [], aftermath, evidence: evidence() }),
  };
}
