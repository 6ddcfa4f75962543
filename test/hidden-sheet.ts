import fc from "fast-check";
import type { SheetDraft, SheetDraws, Statement } from "#elicitation";
import { emptyDraft } from "#elicitation";
import type { Agenda, Choices, Linkage } from "#model";
import { day } from "./tiny-scenario.ts";

/** A sheet that only its party knows, statements it truly makes, and whether some sheet keeps a statement. */
export type HiddenSheet = {
  readonly weights: readonly number[];
  /** By issue, then option, 0 to 100. */
  readonly values: readonly (readonly number[])[];
  readonly reservation: number;
};

/** Issues i0, i1, ... with so many options o0, o1, ... each; party A. */
export function tinyAgenda(...options: readonly number[]): Agenda {
  return {
    id: "tiny",
    title: "Tiny",
    summary: "",
    asOf: day("2025-01-01"),
    status: "",
    tie: "accepts",
    parties: [{ id: "A", name: "Alpha", roles: ["party"], members: [] }],
    consent: ["A"],
    stakeholders: [],
    clusters: [],
    issues: options.map((count, i) => ({
      id: `i${i}`,
      name: `Issue ${i}`,
      options: Array.from({ length: count }, (_, o) => ({ id: `o${o}`, name: `Option ${o}`, quantities: [] })),
    })),
    rules: [],
    terms: [],
    candidates: [],
    formats: [],
    channels: [],
    events: [],
    facts: [],
    sources: [],
  };
}

/** Without an id a statement takes its place in the list as its id. */
export type Unnamed<T> = T extends unknown ? Omit<T, "id"> & { readonly id?: string } : never;

export function draftOf(
  agenda: Agenda,
  statements: readonly Unnamed<Statement>[],
  linkages: readonly Linkage[] = [],
): SheetDraft {
  return {
    ...emptyDraft(agenda, "A", "Alpha's staff"),
    statements: statements.map((each, at): Statement => ({ ...each, id: each.id ?? `s${at}` })),
    linkages,
  };
}

/** Weights, values and differences lie far enough apart for every margin. */
export function hiddenSheets(agenda: Agenda): fc.Arbitrary<HiddenSheet> {
  return fc
    .record({
      weights: fc.tuple(...agenda.issues.map(() => fc.integer({ min: 1, max: 20 }))),
      values: fc.tuple(
        ...agenda.issues.map(({ options }) =>
          fc.shuffledSubarray([...options.keys()], { minLength: options.length }).chain((shuffled) =>
            fc
              .array(fc.integer({ min: 0, max: 20 }), { minLength: options.length, maxLength: options.length })
              .map((steps) => {
                const values = steps.map((step) => step * 5);
                values[shuffled[0]!] = 100;
                values[shuffled.at(-1)!] = 0;
                return values;
              }),
          ),
        ),
      ),
      reservation: fc.integer({ min: 5, max: 95 }),
    })
    .map((sheet) => {
      const sum = sheet.weights.reduce((total, weight) => total + weight, 0);
      return { ...sheet, weights: sheet.weights.map((weight) => (weight / sum) * 100) };
    });
}

export function drawn(agenda: Agenda, draws: SheetDraws, draw: number): HiddenSheet {
  const n = agenda.issues.length;
  const width = draws.values.length / draws.count;
  let at = draw * width;
  return {
    weights: [...draws.weights.subarray(draw * n, (draw + 1) * n)],
    values: agenda.issues.map(({ options }) => options.map(() => draws.values[at++]!)),
    reservation: draws.reservations[draw]!,
  };
}

/** In points; issues left open count nothing. */
export function worth(sheet: HiddenSheet, choices: Choices): number {
  let points = 0;
  for (const [issue, option] of Object.entries(choices)) {
    const i = Number(issue.slice(1));
    points += (sheet.weights[i]! * sheet.values[i]![Number(option.slice(1))]!) / 100;
  }
  return points;
}

export function trueStatements(agenda: Agenda, sheet: HiddenSheet): fc.Arbitrary<readonly Statement[]> {
  return fc
    .array(trueStatement(agenda, sheet), { minLength: 1, maxLength: 14 })
    .map((all) => all.map((each, at) => ({ ...each, id: `s${at}` })));
}

function trueStatement(agenda: Agenda, sheet: HiddenSheet): fc.Arbitrary<Statement> {
  const { weights, values, reservation } = sheet;
  const issues = fc.integer({ min: 0, max: weights.length - 1 });
  const options = (i: number) => fc.integer({ min: 0, max: values[i]!.length - 1 });
  const off = fc.constantFrom(0, 3, 25);
  const id = "";
  const twoIssues = fc.shuffledSubarray([...weights.keys()], { minLength: 2, maxLength: 2 });
  return fc.oneof(
    fc.constant<Statement>({ id, kind: "matters-most", issue: `i${weights.indexOf(Math.max(...weights))}` }),
    fc.tuple(twoIssues, off, off).map(([[a, b], below, above]): Statement => {
      const ratio = (weights[a!]! / weights[b!]!) * 100;
      return {
        id,
        kind: "swing",
        issue: `i${a}`,
        against: `i${b}`,
        low: Math.max(0, ratio - below),
        high: ratio + above,
      };
    }),
    fc.constant<Statement>({ id, kind: "swing-order", order: ranked(weights).map((rank) => rank.map((i) => `i${i}`)) }),
    issues.chain((i) =>
      fc.tuple(options(i), off, off).map(([o, below, above]): Statement => {
        const value = values[i]![o]!;
        return { id, kind: "option-value", issue: `i${i}`, option: `o${o}`, low: value - below, high: value + above };
      }),
    ),
    issues.map(
      (i): Statement => ({
        id,
        kind: "option-order",
        issue: `i${i}`,
        order: ranked(values[i]!).map((rank) => rank.map((o) => `o${o}`)),
      }),
    ),
    twoIssues.chain(([a, b]) =>
      fc
        .tuple(options(a!), options(a!), options(b!), options(b!))
        .filter(([x, y]) => x !== y)
        .map(([x, y, u, v]): Statement => {
          const first = { [`i${a}`]: `o${x}`, [`i${b}`]: `o${u}` };
          const second = { [`i${a}`]: `o${y}`, [`i${b}`]: `o${v}` };
          return { id, kind: "choice", first, second, answer: answerOf(sheet, first, second) };
        }),
    ),
    fc.tuple(off, off).map(
      ([below, above]): Statement => ({
        id,
        kind: "reservation-range",
        low: reservation - below,
        high: reservation + above,
      }),
    ),
    fc.tuple(...agenda.issues.map((_, i) => options(i))).map((chosen): Statement => {
      const settlement = Object.fromEntries(chosen.map((o, i) => [`i${i}`, `o${o}`]));
      const difference = worth(sheet, settlement) - reservation;
      const answer = Math.abs(difference) <= 1 ? "about-equal" : difference > 0 ? "worse" : "better";
      return { id, kind: "no-deal", settlement, answer };
    }),
  );
}

export function answerOf(sheet: HiddenSheet, first: Choices, second: Choices): "first" | "second" | "indifferent" {
  const difference = worth(sheet, first) - worth(sheet, second);
  if (Math.abs(difference) <= 0.5) return "indifferent";
  return difference > 0 ? "first" : "second";
}

/** Places by number, largest first, equal ones together. */
function ranked(numbers: readonly number[]): readonly (readonly number[])[] {
  const levels = [...new Set(numbers)].sort((a, b) => b - a);
  return levels.map((level) => [...numbers.keys()].filter((at) => numbers[at] === level));
}

/** How far the sheet is from keeping the statement, in points or hundredths; 0 or less: it keeps it. */
export function breach(sheet: HiddenSheet, statement: Statement): number {
  const { weights, values, reservation } = sheet;
  const number = (name: string): number => Number(name.slice(1));
  const outside = (value: number, low: number, high: number): number => Math.max(low - value, value - high);
  switch (statement.kind) {
    case "matters-most":
      return Math.max(...weights) - weights[number(statement.issue)]!;
    case "swing": {
      const [one, other] = [weights[number(statement.issue)]!, weights[number(statement.against)]!];
      return outside(one, (statement.low / 100) * other, (statement.high / 100) * other);
    }
    case "swing-order":
      return orderBreach(statement.order.map((rank) => rank.map((name) => weights[number(name)]!)));
    case "option-value":
      return outside(values[number(statement.issue)]![number(statement.option)]!, statement.low, statement.high);
    case "option-order":
      return orderBreach(
        statement.order.map((rank) => rank.map((name) => values[number(statement.issue)]![number(name)]!)),
      );
    case "choice": {
      const difference = worth(sheet, statement.first) - worth(sheet, statement.second);
      if (statement.answer === "indifferent") return Math.abs(difference) - 1;
      return statement.answer === "first" ? -difference : difference;
    }
    case "reservation-range":
      return outside(reservation, statement.low, statement.high);
    case "no-deal": {
      const difference = worth(sheet, statement.settlement) - reservation;
      if (statement.answer === "about-equal") return Math.abs(difference) - 2;
      return statement.answer === "worse" ? -difference : difference;
    }
  }
}

function orderBreach(order: readonly (readonly number[])[]): number {
  let worst = 0;
  order.forEach((rank, r) => {
    worst = Math.max(worst, Math.max(...rank) - Math.min(...rank));
    const next = order[r + 1];
    if (next) worst = Math.max(worst, Math.max(...next) - Math.min(...rank));
  });
  return worst;
}
