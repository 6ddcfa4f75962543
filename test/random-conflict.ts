import fc from "fast-check";
import type { Conflict, Preferences, StateCondition } from "#model";

const words = fc.constantFrom("Stay", "Büro A", "hold fire", "42", "true", "a: b", "Ω", "no", "-", "übrig");

/** Any conflict of up to 4 parties and 5 levers that the readers accept: ids and statements distinct, some state possible. */
export function randomConflict(): fc.Arbitrary<Conflict> {
  return fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([parties, levers]) => {
    const condition = conditionOf(levers);
    return fc
      .record({
        title: words,
        names: fc.array(words, { minLength: parties + levers, maxLength: parties + levers }),
        owners: fc.array(fc.nat(parties - 1), { minLength: levers, maxLength: levers }),
        directions: fc.array(fc.constantFrom("both", "forward", "back"), { minLength: levers, maxLength: levers }),
        impossible: fc.array(condition, { maxLength: 2 }),
      })
      .filter(({ impossible }) => possible(levers, impossible).length > 0)
      .chain(({ title, names, owners, directions, impossible }) => {
        const states = possible(levers, impossible);
        return fc
          .record({
            preferences: fc.array(preferencesOf(states, condition), { minLength: parties, maxLength: parties }),
            together: fc.subarray(Array.from({ length: parties }, (_, party) => party)),
            today: fc.option(fc.constantFrom(...states), { nil: undefined }),
          })
          .map(
            ({ preferences, together, today }): Conflict => ({
              title,
              parties: names.slice(0, parties).map((name, at) => ({ id: `P${at}`, name })),
              levers: [...owners].sort().map((party, at) => ({
                id: `l-${at}.x`,
                name: names[parties + at]!,
                party,
                direction: directions[at]!,
              })),
              impossible,
              preferences,
              coalitions: together.length > 1 ? [together] : [],
              ...(today === undefined ? {} : { today }),
            }),
          );
      });
  });
}

function conditionOf(levers: number): fc.Arbitrary<StateCondition> {
  const clause = fc.uniqueArray(fc.record({ lever: fc.nat(levers - 1), taken: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ lever }) => lever,
  });
  return fc.array(clause, { minLength: 1, maxLength: 3 });
}

function preferencesOf(
  states: readonly number[],
  condition: fc.Arbitrary<StateCondition>,
): fc.Arbitrary<Preferences | undefined> {
  const meaning = (each: StateCondition) => JSON.stringify(states.map((code) => meets(code, each)));
  return fc.oneof(
    fc.constant(undefined),
    // distinct in what they say of the possible states, so that none counts as repeated
    fc
      .uniqueArray(condition, { maxLength: 4, selector: meaning })
      .map((statements) => ({ kind: "statements", statements }) as const),
    fc
      .tuple(
        fc.shuffledSubarray([...states], { minLength: states.length }),
        fc.array(fc.boolean(), { minLength: states.length, maxLength: states.length }),
      )
      .map(([order, cuts]) => {
        const classes: number[][] = [];
        for (const [at, code] of order.entries()) {
          if (at === 0 || cuts[at]) classes.push([]);
          classes.at(-1)!.push(code);
        }
        return { kind: "ranking", classes } as const;
      }),
  );
}

function possible(levers: number, impossible: readonly StateCondition[]): readonly number[] {
  return Array.from({ length: 2 ** levers }, (_, code) => code).filter(
    (code) => !impossible.some((each) => meets(code, each)),
  );
}

function meets(code: number, condition: StateCondition): boolean {
  return condition.some((clause) =>
    clause.every(({ lever, taken }) => (Math.floor(code / 2 ** lever) % 2 === 1) === taken),
  );
}
