import type { StabilityConcept } from "#durability";
import type { Conflict, ConflictLever, StateCode } from "#model";
import { list, number, record, text } from "./json-values.ts";

/** A conflict of the collection with its expected answers. States are places in the list of states, from 0. */
export type StabilityReference = {
  readonly conflict: Conflict;
  /** What the file says beside the levers, where it does: the moves and payoffs, per party and state. */
  readonly spelledOut?: {
    readonly moves: readonly (readonly (readonly number[])[])[];
    readonly payoffs: readonly (readonly number[])[];
  };
  readonly codes: readonly StateCode[];
  /** Per concept and party the stable states. */
  readonly stable: Readonly<Record<StabilityConcept, readonly (readonly number[])[]>>;
  readonly equilibria: Readonly<Record<StabilityConcept, readonly number[]>>;
  readonly coalitionalEquilibria: Readonly<Record<StabilityConcept, readonly number[]>>;
  /** What coalitions of two or more leave the SEQ equilibria for. */
  readonly seqBreaks?: readonly {
    readonly state: number;
    readonly coalition: readonly number[];
    readonly to: readonly number[];
  }[];
};

/** What the files call the concepts. */
const names: Readonly<Record<StabilityConcept, string>> = {
  "nash-stability": "nash",
  gmr: "gmr",
  smr: "smr",
  seq: "seq",
  sseq: "sseq",
};

/** Throws with the name of what is missing: a reference that cannot be read must not count as met. */
export function readStabilityReference(title: string, json: unknown): StabilityReference {
  const file = record(json, title);
  const parties = list(file.dms, "dms").map((each) => record(each, "dms"));
  const partyNames = parties.map(({ name }) => text(name, "dms.name"));
  const options = list(file.options, "options").map((each) => record(each, "options"));
  const levers = options.map((option, index): ConflictLever => {
    const party = option.owner
      ? partyNames.indexOf(text(option.owner, "owner"))
      : parties.findIndex((each) => numbers(each.options, "dms.options").includes(index));
    const direction = direct(text(option.direction, "direction"));
    return { id: `lever-${index}`, name: text(option.name, "name"), party, direction };
  });
  const codes = file.states
    ? list(file.states, "states").map((each) => number(record(each, "states").decimal, "decimal"))
    : numbers(file.feasible_states_decimal, "feasible_states_decimal");
  const possible = new Set(codes);
  const everyCode = Array.from({ length: 2 ** levers.length }, (_, code) => code);
  const conflict: Conflict = {
    title,
    parties: partyNames.map((name) => ({ id: name, name })),
    levers,
    impossible: everyCode
      .filter((code) => !possible.has(code))
      .map((code) => [levers.map((_, lever) => ({ lever, taken: (code & (1 << lever)) !== 0 }))]),
    preferences: parties.map((each) => ({
      kind: "ranking",
      classes: list(each.ranking_best_first, "ranking_best_first").map((members) =>
        places(Array.isArray(members) ? members : [members], "ranking_best_first").map((state) => codes[state]!),
      ),
    })),
    coalitions: [],
  };
  const reference = record(file.reference, "reference");
  const stable = record(reference.stable, "stable");
  const perConcept = <T>(read: (name: string) => T): Readonly<Record<StabilityConcept, T>> => ({
    "nash-stability": read(names["nash-stability"]),
    gmr: read(names.gmr),
    smr: read(names.smr),
    seq: read(names.seq),
    sseq: read(names.sseq),
  });
  const statesOf = (of: string): Readonly<Record<StabilityConcept, readonly number[]>> =>
    perConcept((name) => places(record(reference[of], of)[name], `${of}.${name}`));
  const breaks = reference.coalition_improvements_from_seq_equilibria;
  return {
    conflict,
    codes,
    stable: perConcept((name) => {
      const ofConcept = record(stable[name], `stable.${name}`);
      return partyNames.map((party) => places(ofConcept[party], `stable.${name}.${party}`));
    }),
    equilibria: statesOf("equilibria"),
    coalitionalEquilibria: statesOf("coalitional_equilibria"),
    ...(file.moves !== undefined && {
      spelledOut: {
        moves: partyNames.map((party) =>
          list(record(file.moves, "moves")[party], "moves").map((ends) => places(ends, "moves")),
        ),
        payoffs: parties.map(({ payoffs }) => numbers(payoffs, "payoffs")),
      },
    }),
    ...(breaks !== undefined && {
      seqBreaks: Object.entries(record(breaks, "coalition improvements")).flatMap(([state, found]) =>
        list(found, "coalition improvements").map((each) => {
          const { coalition, to } = record(each, "coalition improvements");
          const members = list(coalition, "coalition").map((name) => partyNames.indexOf(text(name, "coalition")));
          return { state: Number(state) - 1, coalition: members, to: places(to, "to") };
        }),
      ),
    }),
  };
}

function direct(name: string): ConflictLever["direction"] {
  if (name === "both" || name === "back") return name;
  if (name === "fwd") return "forward";
  throw new Error(`direction ${name} is none of both, fwd, back.`);
}

/** The files count from 1. */
function places(json: unknown, what: string): readonly number[] {
  return numbers(json, what).map((place) => place - 1);
}

function numbers(json: unknown, what: string): readonly number[] {
  return list(json, what).map((each) => number(each, what));
}
