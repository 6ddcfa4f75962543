import type { SheetDraft, Statement } from "#elicitation";
import type { Agenda, Choices } from "#model";
import { hasPoint, type Inequality } from "./fourier-motzkin.ts";

/** The margins as they are documented, written down once more on purpose. */
const preferred = 0.01;
const indifferent = 1;
const aboutEqual = 2;

/**
 * Whether some sheet keeps all statements of a tiny draft without linkages: every way to name a best and a worst option
 * of each issue, every set of issues without weight, and for each an exact elimination. Knows nothing of the engine.
 */
export function isConsistent(agenda: Agenda, draft: SheetDraft): boolean {
  const ways = agenda.issues.map(({ options }) =>
    options.flatMap(({ id: best }) => options.flatMap(({ id: worst }) => (best === worst ? [] : [{ best, worst }]))),
  );
  const weightless = agenda.issues.map(() => [false, true]);
  return product(ways).some((anchors) => product(weightless).some((none) => holdsFor(agenda, draft, anchors, none)));
}

type Expression = ReadonlyMap<string, number>;

function holdsFor(
  agenda: Agenda,
  draft: SheetDraft,
  anchors: readonly { readonly best: string; readonly worst: string }[],
  weightless: readonly boolean[],
): boolean {
  const rows: Expression[] = []; // each <= 0; "1" is the constant
  const most = (expression: Expression): void => void rows.push(expression);
  const equal = (expression: Expression): void => {
    most(expression);
    most(times(expression, -1));
  };
  const index = (issue: string): number => agenda.issues.findIndex(({ id }) => id === issue);
  const weight = (issue: string): Expression => new Map([[`w ${issue}`, 1]]);
  /** What values of the issue are shares of: its weight, or 1 where it has none and values are only values. */
  const unit = (issue: string): Expression => (weightless[index(issue)] ? constant(1) : weight(issue));
  const value = (issue: string, option: string): Expression => {
    const { best, worst } = anchors[index(issue)]!;
    if (option === best) return unit(issue);
    return option === worst ? new Map() : new Map([[`p ${issue} ${option}`, 1]]);
  };
  const worth = (choices: Choices): Expression =>
    sum(...Object.entries(choices).map(([issue, o]) => (weightless[index(issue)] ? new Map() : value(issue, o))));

  equal(sum(...agenda.issues.map(({ id }) => weight(id)), constant(-100)));
  agenda.issues.forEach(({ id, options }, i) => {
    if (weightless[i]) equal(weight(id));
    else most(sum(constant(0.001), times(weight(id), -1)));
    for (const option of options) {
      most(times(value(id, option.id), -1));
      most(sum(value(id, option.id), times(unit(id), -1)));
    }
  });
  const r: Expression = new Map([["r", 1]]);
  most(times(r, -1));
  most(sum(r, constant(-100)));

  const inOrder = (ranks: readonly (readonly Expression[])[], gap: Expression): void => {
    ranks.forEach((rank, at) => {
      for (const each of rank.slice(1)) equal(sum(each, times(rank[0]!, -1)));
      for (const lower of ranks[at + 1] ?? []) for (const upper of rank) most(sum(lower, gap, times(upper, -1)));
    });
  };
  const say = (statement: Statement): void => {
    switch (statement.kind) {
      case "matters-most":
        for (const { id } of agenda.issues) most(sum(weight(id), times(weight(statement.issue), -1)));
        return;
      case "swing":
        most(sum(weight(statement.issue), times(weight(statement.against), -statement.high / 100)));
        most(sum(times(weight(statement.against), statement.low / 100), times(weight(statement.issue), -1)));
        return;
      case "swing-order":
        inOrder(
          statement.order.map((rank) => rank.map(weight)),
          constant(0.01),
        );
        return;
      case "option-value": {
        const { issue, option, low, high } = statement;
        most(sum(value(issue, option), times(unit(issue), -high / 100)));
        most(sum(times(unit(issue), low / 100), times(value(issue, option), -1)));
        return;
      }
      case "option-order": {
        const { issue, order } = statement;
        inOrder(
          order.map((rank) => rank.map((option) => value(issue, option))),
          times(unit(issue), 0.001),
        );
        return;
      }
      case "choice": {
        const difference = sum(worth(statement.first), times(worth(statement.second), -1));
        if (statement.answer !== "indifferent") {
          most(sum(times(difference, statement.answer === "first" ? -1 : 1), constant(preferred)));
          return;
        }
        most(sum(difference, constant(-indifferent)));
        most(sum(times(difference, -1), constant(-indifferent)));
        return;
      }
      case "reservation-range":
        most(sum(r, constant(-statement.high)));
        most(sum(times(r, -1), constant(statement.low)));
        return;
      case "no-deal": {
        const difference = sum(worth(statement.settlement), times(r, -1));
        if (statement.answer !== "about-equal") {
          most(sum(times(difference, statement.answer === "worse" ? -1 : 1), constant(preferred)));
          return;
        }
        most(sum(difference, constant(-aboutEqual)));
        most(sum(times(difference, -1), constant(-aboutEqual)));
      }
    }
  };
  draft.statements.forEach(say);
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((name) => name !== "1");
  return hasPoint(
    rows.map((row) => inequality(row, names)),
    names.length,
  );
}

/** Everything stated is a multiple of a millionth. */
function inequality(row: Expression, names: readonly string[]): Inequality {
  const whole = (number: number): bigint => BigInt(Math.round(number * 1e6));
  return { coefficients: names.map((name) => whole(row.get(name) ?? 0)), bound: -whole(row.get("1") ?? 0) };
}

function constant(number: number): Expression {
  return new Map([["1", number]]);
}

function times(expression: Expression, factor: number): Expression {
  return new Map([...expression].map(([name, each]) => [name, each * factor]));
}

function sum(...expressions: readonly Expression[]): Expression {
  const total = new Map<string, number>();
  for (const each of expressions) for (const [name, number] of each) total.set(name, (total.get(name) ?? 0) + number);
  return total;
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])),
    [[]],
  );
}
