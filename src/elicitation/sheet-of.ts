import type { Agenda, Issue, IssuePreference, Judgement, OptionId, PreferenceSheet } from "#model";
import { multiply, rational, rationalOf, toNumber } from "#prelude";
import { fittingDraft } from "./check-draft.ts";
import type { SheetDraft } from "./draft.ts";
import type { SheetDraws } from "./draw-sheets.ts";
import { evidenceOf, inherited } from "./statement-evidence.ts";
import { column, pointsTable, spreadOf } from "./uncertainty.ts";

/**
 * The sheet that the statements come to: the mean of the drawn sheets, with the range that holds 90 % of them. The mean
 * is taken of weights and points, so it lies within everything stated as they all do (the set of sheets is convex there;
 * but for issues whose best or worst option is still open), up to rounding to hundredths. An issue of which only a whole
 * order was stated keeps the order; settlements compared with no deal do not turn orders into numbers.
 */
export function sheetOf(agenda: Agenda, draft: SheetDraft, draws: SheetDraws): PreferenceSheet {
  const fitting = fittingDraft(agenda, draft);
  const { party, kind, author, date, aspiration } = fitting;
  const evidence = inherited(fitting.evidence, { author, ...(date && { date }), sources: [] });
  const n = agenda.issues.length;
  const points = pointsTable(agenda, draws);
  const width = points.length / draws.count;
  let offset = 0;
  const issues = agenda.issues.map((issue, i): [string, IssuePreference] => {
    const weights = column(draws.weights, n, i);
    const weight = judgementOf(weights, mean(weights));
    const from = offset;
    offset += issue.options.length;
    const own = evidenceOf(fitting, issue.id, evidence);
    const order = onlyOrder(fitting, issue);
    if (order) {
      const of = scaleOfOrder(fitting, issue, order.length);
      return [issue.id, { weight, of, values: valuesOfOrder(order, of), order, evidence: own }];
    }
    const values = issue.options.map(({ id }, o): [OptionId, Judgement] => {
      const said = statedRange(fitting, issue, id);
      if (said) return [id, said];
      const each = column(draws.values, width, from + o);
      const share = mean(weights) > 1e-6 ? mean(column(points, width, from + o)) / mean(weights) : mean(each) / 100;
      return [id, judgementOf(each, share * 100)];
    });
    return [issue.id, { weight, of: 100, values: Object.fromEntries(values), evidence: own }];
  });
  const reservation = statedReservation(fitting) ?? judgementOf(draws.reservations, mean(draws.reservations));
  const most = reach(fitting, issues);
  return {
    party,
    kind,
    author,
    ...(date && { date }),
    scale: 100,
    reservation: {
      low: Math.min(reservation.low, most),
      mid: Math.min(reservation.mid, most),
      high: reservation.high,
      evidence: evidenceOf(fitting, "reservation", evidence),
    },
    ...(aspiration && { aspiration }),
    issues: Object.fromEntries(issues),
    linkages: fitting.linkages.map((each) => ({ ...each, evidence: inherited(each.evidence, evidence) })),
    redLines: fitting.redLines.map((each) => ({ ...each, evidence: inherited(each.evidence, evidence) })),
    floors: fitting.floors.map((each) => ({ ...each, evidence: inherited(each.evidence, evidence) })),
    evidence,
  };
}

/** The order of the issue when it is all that was said of its options: one statement, every option, no question answered. */
function onlyOrder({ statements }: SheetDraft, { id, options }: Issue): readonly (readonly OptionId[])[] | undefined {
  const about = statements.filter(
    (each) =>
      ((each.kind === "option-order" || each.kind === "option-value") && each.issue === id) ||
      (each.kind === "choice" && each.first[id] !== undefined && each.first[id] !== each.second[id]),
  );
  const [only] = about;
  if (about.length !== 1 || only?.kind !== "option-order" || only.order.flat().length !== options.length)
    return undefined;
  return only.order.filter((tied) => tied.length > 0);
}

/** As the scenario language has it: 100 where ranks divide it into decimals or other numbers are on that scale, else the steps. */
function scaleOfOrder({ floors, linkages }: SheetDraft, { id }: Issue, ranks: number): number {
  const measured = [...floors, ...linkages].some((each) => "issue" in each && each.issue === id);
  return measured || ranks < 2 || Number.isInteger((100 / (ranks - 1)) * 1000) ? 100 : ranks - 1;
}

function valuesOfOrder(order: readonly (readonly OptionId[])[], of: number): Record<OptionId, Judgement> {
  const last = order.length - 1;
  return Object.fromEntries(
    order.flatMap((tied, rank) => {
      const share = last === 0 ? rational(1n, 1n) : rational(BigInt(last - rank), BigInt(last));
      return tied.map((option) => [option, { low: 0, mid: toNumber(multiply(share, rationalOf(of))), high: of }]);
    }),
  );
}

/** What every issue at its best and all positive linkages give together; a reservation value beyond it could not be met. */
function reach({ linkages }: SheetDraft, issues: readonly (readonly [string, IssuePreference])[]): number {
  const total = issues.reduce((sum, [, { weight }]) => sum + weight.mid, 0);
  let most = 0;
  for (const [, { weight, of, values }] of issues) {
    most += (weight.mid / total) * (Math.max(...Object.values(values).map(({ mid }) => mid)) / of) * 100;
  }
  for (const each of linkages) if (each.kind === "combination") most += Math.max(0, (each.value.mid / each.of) * 100);
  return Math.floor(most * 100 + 1e-6) / 100;
}

/**
 * A range that was stated of a value which nothing else stated touches: it stands as it was stated. The draws would
 * only blur it, and a sheet written and opened again and again must not grow surer by itself.
 */
function statedRange({ statements }: SheetDraft, { id: issue }: Issue, option: OptionId): Judgement | undefined {
  const about = statements.filter(
    (each) =>
      each.kind === "no-deal" ||
      (each.kind === "option-order" && each.issue === issue) ||
      (each.kind === "option-value" && each.issue === issue && each.option === option) ||
      (each.kind === "choice" && each.first[issue] !== each.second[issue]),
  );
  const [only] = about;
  // a range that reaches an end of the scale may be the best option's or the worst's, which others decide as well
  if (about.length !== 1 || only?.kind !== "option-value") return undefined;
  const { low, high } = only;
  return low === high || (low > 0 && high < 100) ? { low, mid: middle(low, high), high } : undefined;
}

function statedReservation({ statements }: SheetDraft): Judgement | undefined {
  const [only, ...others] = statements.filter(({ kind }) => kind === "reservation-range" || kind === "no-deal");
  if (only?.kind !== "reservation-range" || others.length > 0) return undefined;
  return { low: only.low, mid: middle(only.low, only.high), high: only.high };
}

function middle(low: number, high: number): number {
  return low === high ? low : hundredths((low + high) / 2);
}

/** To hundredths; one number where the draws agree. */
function judgementOf(numbers: Float64Array, middle: number): Judgement {
  const mid = hundredths(middle);
  const { low, high } = spreadOf(numbers);
  if (high - low < 0.005) return { low: mid, mid, high: mid };
  return { low: Math.min(hundredths(low), mid), mid, high: Math.max(hundredths(high), mid) };
}

function hundredths(number: number): number {
  return Math.round(number * 100) / 100 + 0; // + 0: no negative zero
}

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
