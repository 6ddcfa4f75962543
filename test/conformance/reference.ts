import { list, number, record, text } from "./json-values.ts";
/** The expected answers that lie beside a domain, in reference.json: the parts the comparison uses. */
export type Reference = {
  readonly domain: string;
  readonly profiles: readonly string[];
  readonly outcomes: string;
  /** Expected answers, with the reservations of the files and, where the collection has them, with reservations of 0. */
  readonly expected: readonly { readonly reservations: "as in the files" | "0"; readonly answers: ExpectedAnswers }[];
};

/** Utilities in the order of the profiles. Solutions list every tied vector, at most 20. */
export type ExpectedAnswers = {
  readonly meetingReservations?: number;
  readonly frontierSize: number;
  /** All points, or the first 3,000 by falling sum. */
  readonly frontier: readonly (readonly number[])[];
  /** The sum over all points. */
  readonly frontierSum: readonly number[];
  readonly nashBargaining: ExpectedSolution;
  readonly egalitarian: ExpectedSolution;
  readonly welfare: ExpectedSolution;
};

export type ExpectedSolution = { readonly value: number; readonly utilities: readonly (readonly number[])[] };

/** Throws with the name of what is missing: a reference that cannot be read must not count as met. */
export function readReference(json: unknown): Reference {
  const plain = record(json, "reference.json");
  const withFiles = { reservations: "as in the files", answers: answers(plain.genius_semantics) } as const;
  const without = plain.genius_semantics_no_reservation;
  return {
    domain: text(plain.domain, "domain"),
    profiles: list(plain.profiles, "profiles").map((profile) => text(profile, "profiles")),
    outcomes: String(plain.outcomes),
    expected: without === undefined ? [withFiles] : [withFiles, { reservations: "0", answers: answers(without) }],
  };
}

function answers(json: unknown): ExpectedAnswers {
  const plain = record(json, "genius_semantics");
  const meeting = plain.outcomes_meeting_all_reservations;
  return {
    ...(typeof meeting === "number" && { meetingReservations: meeting }),
    frontierSize: number(plain.pareto_points, "pareto_points"),
    frontier: vectors(plain.pareto, "pareto"),
    frontierSum: vector(plain.pareto_sum, "pareto_sum"),
    nashBargaining: solution(plain.nash, "nash"),
    egalitarian: solution(plain.kalai_egalitarian, "kalai_egalitarian"),
    welfare: solution(plain.max_welfare, "max_welfare"),
  };
}

function solution(json: unknown, what: string): ExpectedSolution {
  const plain = record(json, what);
  return { value: number(plain.value, `${what}.value`), utilities: vectors(plain.utilities, `${what}.utilities`) };
}

function vectors(json: unknown, what: string): readonly (readonly number[])[] {
  return list(json, what).map((each) => vector(each, what));
}

function vector(json: unknown, what: string): readonly number[] {
  return list(json, what).map((each) => number(each, what));
}
