import {
  type Choices,
  type Condition,
  holds,
  type IssueId,
  type OptionId,
  type PreferenceSheet,
  type Settlement,
  weightTotal,
} from "#model";
import { divide, lcm, multiply, type Rational, rational, rationalOf } from "#prelude";

/**
 * A sheet in whole units, so that many packages are valued fast and exactly: utility = units / denominator points, before
 * the cap. Agrees with `evaluate` of #model on every settlement.
 */
export type WholeNumberSheet = {
  readonly sheet: PreferenceSheet;
  readonly denominator: bigint;
  readonly cap?: bigint;
  readonly issues: ReadonlyMap<IssueId, WholeNumberIssue>;
  readonly combinations: readonly { readonly when: Condition; readonly units: bigint }[];
};

export type WholeNumberIssue = {
  readonly options: readonly OptionId[];
  readonly units: ReadonlyMap<OptionId, bigint>;
  /** Replace the issue's own, the first that has a cell. */
  readonly tables: readonly {
    readonly given: IssueId;
    readonly cells: ReadonlyMap<OptionId, ReadonlyMap<OptionId, bigint>>;
  }[];
  /** Issues whose value hangs on the option of this one, itself among them. */
  readonly touches: readonly IssueId[];
  /** Places in `combinations` that name this issue. */
  readonly inCombinations: readonly number[];
};

/** Time O(options + cells + linkages), once per sheet. */
export function wholeNumberSheet(sheet: PreferenceSheet): WholeNumberSheet {
  const total = weightTotal(sheet);
  const scale = rationalOf(sheet.scale);
  const perValue = new Map(
    Object.entries(sheet.issues).map(([issue, { weight, of }]) => {
      return [issue, multiply(divide(rationalOf(weight.mid), multiply(total, rationalOf(of))), scale)];
    }),
  );
  const points = (issue: IssueId, value: number): Rational => multiply(rationalOf(value), perValue.get(issue)!);
  const combinations = sheet.linkages.flatMap((linkage) => {
    if (linkage.kind !== "combination") return [];
    const worth = multiply(divide(rationalOf(linkage.value.mid), rationalOf(linkage.of)), scale);
    return [{ when: linkage.when, worth }];
  });
  const tables = sheet.linkages.flatMap((linkage) => (linkage.kind === "table" ? [linkage] : []));
  let denominator = sheet.cap === undefined ? 1n : rationalOf(sheet.cap).den;
  for (const { worth } of combinations) denominator = lcm(denominator, worth.den);
  for (const [issue, { values }] of Object.entries(sheet.issues)) {
    const cells = tables.flatMap((each) => (each.issue === issue ? Object.values(each.table).map(Object.values) : []));
    for (const { mid } of [...Object.values(values), ...cells.flat()]) {
      denominator = lcm(denominator, points(issue, mid).den);
    }
  }
  const units = ({ num, den }: Rational): bigint => num * (denominator / den);
  const issueUnits = (issue: IssueId, values: Readonly<Record<OptionId, { readonly mid: number }>>) =>
    new Map(Object.entries(values).map(([option, { mid }]) => [option, units(points(issue, mid))]));
  return {
    sheet,
    denominator,
    ...(sheet.cap === undefined ? {} : { cap: units(rationalOf(sheet.cap)) }),
    issues: new Map(
      Object.entries(sheet.issues).map(([issue, { values }]) => [
        issue,
        {
          options: Object.keys(values),
          units: issueUnits(issue, values),
          tables: tables.flatMap((each) => {
            if (each.issue !== issue) return [];
            const cells = Object.entries(each.table).map(([given, row]) => [given, issueUnits(issue, row)] as const);
            return [{ given: each.given, cells: new Map(cells) }];
          }),
          touches: [...new Set([issue, ...tables.flatMap((each) => (each.given === issue ? [each.issue] : []))])],
          inCombinations: combinations.flatMap(({ when }, at) => {
            return when.some((clause) => clause.issue === issue) ? [at] : [];
          }),
        },
      ]),
    ),
    combinations: combinations.map(({ when, worth }) => ({ when, units: units(worth) })),
  };
}

/** Of an issue that the choices settle; where they leave open what a table asks for, the issue's own value. */
export function issueUnits({ units, tables }: WholeNumberIssue, option: OptionId, choices: Choices): bigint {
  for (const { given, cells } of tables) {
    const cell = cells.get(choices[given] ?? "")?.get(option);
    if (cell !== undefined) return cell;
  }
  const own = units.get(option);
  if (own === undefined) throw new Error(`this sheet values no option ${option}`);
  return own;
}

/** Before the cap. */
export function settlementUnits(whole: WholeNumberSheet, settlement: Settlement): bigint {
  let sum = 0n;
  for (const [id, issue] of whole.issues) sum += issueUnits(issue, settlement[id] ?? "", settlement);
  for (const { when, units } of whole.combinations) if (holds(when, settlement)) sum += units;
  return sum;
}

/** What replacing these options in the settlement adds, before the cap. Time O(what the changed issues touch). */
export function changeInUnits(whole: WholeNumberSheet, settlement: Settlement, changed: Choices): bigint {
  const after = { ...settlement, ...changed };
  const issues = new Set<IssueId>();
  const combinations = new Set<number>();
  for (const id of Object.keys(changed)) {
    const issue = whole.issues.get(id);
    for (const touched of issue?.touches ?? []) issues.add(touched);
    for (const at of issue?.inCombinations ?? []) combinations.add(at);
  }
  let change = 0n;
  for (const id of issues) {
    const issue = whole.issues.get(id)!;
    change += issueUnits(issue, after[id] ?? "", after) - issueUnits(issue, settlement[id] ?? "", settlement);
  }
  for (const at of combinations) {
    const { when, units } = whole.combinations[at]!;
    change += (holds(when, after) ? units : 0n) - (holds(when, settlement) ? units : 0n);
  }
  return change;
}

/** In points, the cap applied. */
export function pointsOfUnits({ cap, denominator }: WholeNumberSheet, units: bigint): Rational {
  return rational(cap !== undefined && units > cap ? cap : units, denominator);
}
