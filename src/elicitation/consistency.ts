import type { Agenda } from "#model";
import { fittingDraft } from "./check-draft.ts";
import { type Constraints, constraintsOfStatement, joined } from "./constraints.ts";
import type { SheetDraft, Statement } from "./draft.ts";
import { foothold } from "./feasible.ts";
import { type Frame, frameOf } from "./frame.ts";

/** Whether some sheet keeps every statement. */
export type Consistency =
  | { readonly kind: "consistent" }
  /** Up to three sets without a statement in common. */
  | { readonly kind: "contradictory"; readonly conflicts: readonly StatementConflict[] };

/** No sheet keeps all of these statements; without any one of them some sheet keeps the others. */
export type StatementConflict = { readonly statements: readonly Statement[] };

const mostConflicts = 3;

/**
 * Statements that do not fit the agenda are left aside (`checkDraft` names them). "Consistent" is proved by a sheet,
 * but for drafts in which best and worst options stay open in very many compared issues. Method: a deletion filter over
 * feasibility of a linear program, halving what is left instead of deleting one at a time; about 2 k log2(statements / k)
 * programs for a conflict of k. Source: Chinneck and Dravnieks 1991, "Locating minimal infeasible constraint sets";
 * Junker 2004, "QuickXplain", for the halving.
 */
export function consistency(agenda: Agenda, draft: SheetDraft): Consistency {
  const fitting = fittingDraft(agenda, draft);
  if (agenda.issues.length === 0) return { kind: "consistent" };
  const frame = frameOf(agenda, fitting);
  let rest = fitting.statements.map((statement) => ({ statement, says: constraintsOfStatement(frame, statement) }));
  const conflicts: StatementConflict[] = [];
  while (conflicts.length < mostConflicts && rest.length > 0 && !agrees(frame, rest)) {
    const members = new Set(minimalConflict(frame, rest));
    conflicts.push({ statements: rest.flatMap((each) => (members.has(each) ? [each.statement] : [])) });
    rest = rest.filter((each) => !members.has(each));
  }
  return conflicts.length === 0 ? { kind: "consistent" } : { kind: "contradictory", conflicts };
}

type Said = { readonly statement: Statement; readonly says: Constraints };

function agrees(frame: Frame, all: readonly Said[]): boolean {
  return foothold(frame, joined(all.map(({ says }) => says))) !== undefined;
}

/** Of statements that contradict each other. Later statements are kept in favour of earlier ones. */
function minimalConflict(frame: Frame, all: readonly Said[]): readonly Said[] {
  const filter = (background: readonly Said[], added: boolean, left: readonly Said[]): readonly Said[] => {
    if (added && !agrees(frame, background)) return [];
    if (left.length === 1) return left;
    const half = left.length >> 1;
    const first = left.slice(0, half);
    const second = left.slice(half);
    const ofSecond = filter([...background, ...first], first.length > 0, second);
    const ofFirst = filter([...background, ...ofSecond], ofSecond.length > 0, first);
    return [...ofFirst, ...ofSecond];
  };
  return filter([], false, all);
}
