/** The numbers a scenario was compiled into, as far as they say what a settlement is worth and whether it may be. */
export type CompiledNumbers = {
  readonly issues: readonly { readonly options: readonly unknown[] }[];
  readonly parties: readonly string[];
  readonly offset: ArrayLike<number>;
  readonly payoff: ArrayLike<number>;
  readonly cap: ArrayLike<number>;
  readonly bonuses: readonly { readonly when: Flags; readonly payoff: ArrayLike<number> }[];
  readonly constraints: readonly { readonly forbid: readonly Flags[] }[];
};

/** By issue, which of its options keep the combination alive. */
type Flags = ReadonlyMap<number, ArrayLike<number>>;

export type EnumeratedSettlement = {
  /** One flat option index per issue. */
  readonly options: readonly number[];
  /** In units, caps aside. */
  readonly utilities: readonly number[];
  /** In units, at most the cap. */
  readonly capped: readonly number[];
};

/** Every settlement that no constraint covers, one by one and term by term: for tests of the parts of the search. */
export function enumeratedSettlements(problem: CompiledNumbers): EnumeratedSettlement[] {
  const { issues, offset, parties } = problem;
  const forbidden = problem.constraints.flatMap(({ forbid }) => forbid);
  const inside = (options: readonly number[], flags: Flags): boolean =>
    [...flags].every(([issue, alive]) => alive[options[issue]! - offset[issue]!] === 1);
  const all = issues.reduce<number[][]>(
    (started, issue, i) =>
      started.flatMap((options) => issue.options.map((_, option) => [...options, offset[i]! + option])),
    [[]],
  );
  return all.flatMap((options) => {
    if (forbidden.some((flags) => inside(options, flags))) return [];
    const fired = problem.bonuses.filter(({ when }) => inside(options, when));
    const utilities = parties.map((_, p) => {
      const own = options.reduce((sum, option) => sum + problem.payoff[option * parties.length + p]!, 0);
      return fired.reduce((sum, { payoff }) => sum + payoff[p]!, own);
    });
    return [{ options, utilities, capped: utilities.map((units, p) => Math.min(units, problem.cap[p]!)) }];
  });
}

/** Whether a is at least b everywhere. */
export function reaches(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let p = 0; p < a.length; p++) if (a[p]! < b[p]!) return false;
  return true;
}

/** The distinct vectors that no other reaches, as text, in no order. */
export function efficientKeys(vectors: readonly (readonly number[])[]): Set<string> {
  const distinct = [...new Map(vectors.map((vector) => [vector.join(" "), vector])).entries()];
  return new Set(
    distinct
      .filter(([key, vector]) => !distinct.some(([other, by]) => other !== key && reaches(by, vector)))
      .map(([key]) => key),
  );
}
