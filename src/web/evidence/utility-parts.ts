import {
  type Choices,
  evaluate,
  type IssueId,
  isSettlement,
  localValue,
  type OptionId,
  type PreferenceSheet,
  type Scenario,
  weightTotal,
} from "#model";
import { add, multiply, type Rational, rational, rationalOf, subtract, toNumber } from "#prelude";

/** What one issue adds: weight / total x value / of x scale. */
export type IssuePart = {
  readonly issue: IssueId;
  readonly option: OptionId;
  readonly weight: number;
  readonly value: number;
  readonly of: number;
  /** The table linkage that the value is from, when it replaces the issue's own. */
  readonly linkage?: string;
  readonly points: Shown;
};

/** A number with the decimals it is shown with: those shown add up to the sum shown, exactly. */
export type Shown = { readonly exact: number; readonly text: string };

export type UtilityParts = {
  readonly total: number;
  readonly scale: number;
  readonly issues: readonly IssuePart[];
  readonly linkages: readonly { readonly id: string; readonly points: Shown }[];
  /** What rounding the parts for reading leaves over; absent when nothing does. */
  readonly rounding?: Shown;
  readonly sum: Shown;
  /** Set when the sum is more than the sheet counts. */
  readonly cap?: Shown;
  readonly utility: Shown;
  readonly reservation: Shown;
  readonly surplus: Shown;
  readonly linesBroken: readonly string[];
  readonly floorsBroken: readonly string[];
};

/**
 * What a settlement is worth to the sheet's party, part by part; undefined for choices that leave an issue open.
 * The parts are those of `evaluate`, so that they cannot disagree with the number they explain.
 */
export function utilityParts(scenario: Scenario, sheet: PreferenceSheet, choices: Choices): UtilityParts | undefined {
  const { agenda } = scenario;
  if (!isSettlement(agenda, choices)) return undefined;
  const evaluation = evaluate(sheet, choices, agenda.asOf);
  const parts = [...Object.values(evaluation.byIssue), ...evaluation.linkages.map(({ points }) => points)];
  const sum = parts.reduce(add, rational(0n, 1n));
  const reservation = rationalOf(sheet.reservation.mid);
  const decimals = decimalsFor([...parts, evaluation.utility, reservation]);
  const show = (value: Rational): Shown => shown(value, decimals);
  const left = subtract(
    rounded(sum, decimals),
    parts.map((part) => rounded(part, decimals)).reduce(add, rational(0n, 1n)),
  );
  return {
    total: toNumber(weightTotal(sheet)),
    scale: sheet.scale,
    issues: Object.entries(sheet.issues).map(([issue, preference]): IssuePart => {
      const option = choices[issue]!; // a settlement chooses for every issue
      const linkage = tableFor(sheet, issue, choices);
      return {
        issue,
        option,
        weight: preference.weight.mid,
        value: toNumber(localValue(sheet, issue, choices)),
        of: preference.of,
        ...(linkage === undefined ? {} : { linkage }),
        points: show(evaluation.byIssue[issue]!),
      };
    }),
    linkages: evaluation.linkages.map(({ id, points }) => ({ id, points: show(points) })),
    ...(left.num === 0n ? {} : { rounding: show(left) }),
    sum: show(sum),
    ...(subtract(sum, evaluation.utility).num === 0n ? {} : { cap: show(evaluation.utility) }),
    utility: show(evaluation.utility),
    reservation: show(reservation),
    // of the numbers shown, so that a reader who subtracts them finds the same
    surplus: {
      ...show(subtract(rounded(evaluation.utility, decimals), rounded(reservation, decimals))),
      exact: toNumber(evaluation.surplus),
    },
    linesBroken: evaluation.linesBroken.map(({ id }) => id),
    floorsBroken: evaluation.floorsBroken.map(({ floor }) => floor.id),
  };
}

/** The first table linkage that covers the issue's chosen option, as the model applies them. */
function tableFor({ linkages }: PreferenceSheet, issue: IssueId, choices: Choices): string | undefined {
  return linkages.find(
    (linkage) =>
      linkage.kind === "table" &&
      linkage.issue === issue &&
      linkage.table[choices[linkage.given] ?? ""]?.[choices[issue] ?? ""] !== undefined,
  )?.id;
}

/** One decimal, or as many as make every number exact; four at most. */
function decimalsFor(values: readonly Rational[]): number {
  const fits = (decimals: number) => values.every(({ den }) => 10n ** BigInt(decimals) % den === 0n);
  return [1, 2, 3, 4].find(fits) ?? 3;
}

/** To the nearest step, halves away from zero. */
function rounded(value: Rational, decimals: number): Rational {
  const steps = multiply(value, rational(10n ** BigInt(decimals), 1n));
  const double = 2n * (steps.num < 0n ? -steps.num : steps.num) + steps.den;
  const whole = double / (2n * steps.den);
  return rational(steps.num < 0n ? -whole : whole, 10n ** BigInt(decimals));
}

function shown(value: Rational, decimals: number): Shown {
  const text = toNumber(rounded(value, decimals)).toFixed(decimals);
  return { exact: toNumber(value), text: text.startsWith("-") ? `−${text.slice(1)}` : text };
}
