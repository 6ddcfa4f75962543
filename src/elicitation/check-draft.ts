import type { Agenda, Choices, Condition, IssueId, Linkage, OptionId } from "#model";
import { unreachable } from "#prelude";
import type { SheetDraft, Statement, StatementId } from "./draft.ts";

/** Why a part of a draft does not fit the agenda. Such a part is left out of every answer until it is put right. */
export type Misfit = { readonly part: DraftPart; readonly id: string } & MisfitReason;

export type DraftPart = "statement" | "red-line" | "linkage" | "floor" | "draft";

type MisfitReason =
  | { readonly kind: "no-such-issue"; readonly issue: IssueId }
  | { readonly kind: "no-such-option"; readonly issue: IssueId; readonly option: OptionId }
  /** A settlement chooses nothing for these issues: they are new, or were left open. */
  | { readonly kind: "open-issues"; readonly issues: readonly IssueId[] }
  /** A range whose low end is above its high end, or a number that is no number or cannot be meant. */
  | { readonly kind: "impossible-range"; readonly low: number; readonly high: number }
  | { readonly kind: "compared-with-itself" }
  /** The two packages of a choice name different issues. */
  | { readonly kind: "different-issues" }
  | { readonly kind: "repeated"; readonly name: string }
  /** Two parts have one id; the later one is meant. */
  | { readonly kind: "repeated-id" }
  | { readonly kind: "nothing-said" }
  /** Part "draft": it was written for another agenda, or for a party that this one does not have. */
  | { readonly kind: "other-agenda"; readonly agenda: string }
  | { readonly kind: "no-such-party"; readonly party: string };

/** Everything of the draft that does not fit the agenda, in the draft's order. Never throws. */
export function checkDraft(agenda: Agenda, draft: SheetDraft): readonly Misfit[] {
  const names = namesOf(agenda);
  const on = (part: DraftPart, id: string, reasons: readonly MisfitReason[]): readonly Misfit[] =>
    reasons.map((reason) => ({ part, id, ...reason }));
  return [
    ...(draft.agenda === agenda.id ? [] : on("draft", draft.agenda, [{ kind: "other-agenda", agenda: draft.agenda }])),
    ...(agenda.parties.some(({ id }) => id === draft.party)
      ? []
      : on("draft", draft.party, [{ kind: "no-such-party", party: draft.party }])),
    ...draft.statements.flatMap((each) => on("statement", each.id, statementMisfits(names, each))),
    ...repeatedIds(draft.statements).flatMap((id) => on("statement", id, [{ kind: "repeated-id" }])),
    ...draft.redLines.flatMap(({ id, when }) => on("red-line", id, conditionMisfits(names, when))),
    ...draft.linkages.flatMap((each) => on("linkage", each.id, linkageMisfits(names, each))),
    ...draft.floors.flatMap(({ id, issue, commitments }) =>
      on("floor", id, conditionMisfits(names, [{ issue, options: commitments }])),
    ),
  ];
}

/** The draft without the parts that do not fit, and without issues that are gone; of parts with one id, the later stays. */
export function fittingDraft(agenda: Agenda, draft: SheetDraft): SheetDraft {
  const names = namesOf(agenda);
  const last = new Map(draft.statements.map((each) => [each.id, each]));
  return {
    ...draft,
    statements: draft.statements.filter(
      (each) => last.get(each.id) === each && statementMisfits(names, each).length === 0,
    ),
    freeScales: draft.freeScales.filter((issue) => names.has(issue)),
    redLines: draft.redLines.filter(({ when }) => conditionMisfits(names, when).length === 0),
    linkages: draft.linkages.filter((each) => linkageMisfits(names, each).length === 0),
    floors: draft.floors.filter(
      ({ issue, commitments }) => conditionMisfits(names, [{ issue, options: commitments }]).length === 0,
    ),
  };
}

type Names = ReadonlyMap<IssueId, ReadonlySet<OptionId>>;

function namesOf(agenda: Agenda): Names {
  return new Map(agenda.issues.map(({ id, options }) => [id, new Set(options.map((option) => option.id))]));
}

function statementMisfits(names: Names, statement: Statement): readonly MisfitReason[] {
  switch (statement.kind) {
    case "matters-most":
      return issueMisfits(names, [statement.issue]);
    case "swing":
      return [
        ...issueMisfits(names, [statement.issue, statement.against]),
        ...(statement.issue === statement.against ? [{ kind: "compared-with-itself" } as const] : []),
        ...rangeMisfits(statement, 0),
      ];
    case "swing-order":
      return [...issueMisfits(names, statement.order.flat()), ...orderMisfits(statement.order)];
    case "option-value":
      return [...choiceMisfits(names, { [statement.issue]: statement.option }), ...rangeMisfits(statement)];
    case "option-order":
      return [
        ...conditionMisfits(names, [{ issue: statement.issue, options: statement.order.flat() }]),
        ...orderMisfits(statement.order),
      ];
    case "choice": {
      const { first, second } = statement;
      const same = Object.keys(first).every((issue) => first[issue] === second[issue]);
      const different =
        Object.keys(first).length !== Object.keys(second).length ||
        Object.keys(first).some((issue) => second[issue] === undefined);
      return [
        ...choiceMisfits(names, first),
        ...choiceMisfits(names, second),
        ...(different ? [{ kind: "different-issues" } as const] : []),
        ...(same && !different ? [{ kind: "compared-with-itself" } as const] : []),
      ];
    }
    case "reservation-range":
      return rangeMisfits(statement);
    case "no-deal": {
      const open = [...names.keys()].filter((issue) => statement.settlement[issue] === undefined);
      return [
        ...choiceMisfits(names, statement.settlement),
        ...(open.length > 0 ? [{ kind: "open-issues", issues: open } as const] : []),
      ];
    }
    default:
      return unreachable(statement);
  }
}

function linkageMisfits(names: Names, linkage: Linkage): readonly MisfitReason[] {
  if (linkage.kind === "combination") return [...conditionMisfits(names, linkage.when), ...rangeMisfits(linkage.value)];
  const { issue, given, table } = linkage;
  return [
    ...conditionMisfits(names, [{ issue: given, options: Object.keys(table) }]),
    ...conditionMisfits(names, [{ issue, options: Object.values(table).flatMap((row) => Object.keys(row)) }]),
  ];
}

function issueMisfits(names: Names, issues: readonly IssueId[]): readonly MisfitReason[] {
  return issues.flatMap((issue) => (names.has(issue) ? [] : [{ kind: "no-such-issue", issue }]));
}

function choiceMisfits(names: Names, choices: Choices): readonly MisfitReason[] {
  return conditionMisfits(
    names,
    Object.entries(choices).map(([issue, option]) => ({ issue, options: [option] })),
  );
}

function conditionMisfits(names: Names, condition: Condition): readonly MisfitReason[] {
  return condition.flatMap(({ issue, options }): readonly MisfitReason[] => {
    const known = names.get(issue);
    if (!known) return [{ kind: "no-such-issue", issue }];
    return options.flatMap((option) => (known.has(option) ? [] : [{ kind: "no-such-option", issue, option }]));
  });
}

function rangeMisfits(
  { low, high }: { readonly low: number; readonly high: number },
  least = Number.NEGATIVE_INFINITY,
): readonly MisfitReason[] {
  const possible = Number.isFinite(low) && Number.isFinite(high) && least <= low && low <= high;
  return possible ? [] : [{ kind: "impossible-range", low, high }];
}

function orderMisfits(order: readonly (readonly string[])[]): readonly MisfitReason[] {
  const names = order.flat();
  if (names.length < 1) return [{ kind: "nothing-said" }];
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...repeated].map((name) => ({ kind: "repeated", name }));
}

function repeatedIds(statements: readonly Statement[]): readonly StatementId[] {
  const ids = statements.map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
