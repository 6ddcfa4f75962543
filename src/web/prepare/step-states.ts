import type { SheetDraft, Statement } from "#elicitation";
import type { Agenda, IssueId } from "#model";
import { unreachable } from "#prelude";
import type { Thoughts } from "./thinking.ts";

export const steps = ["matters", "options", "lines", "no-deal", "sharpen", "uncertainty", "out"] as const;
export type Step = (typeof steps)[number];

/** Where a statement was made, to go back to it. */
export function placeOf(statement: Statement): { readonly step: Step; readonly issue?: IssueId } {
  switch (statement.kind) {
    case "matters-most":
    case "swing":
    case "swing-order":
      return { step: "matters" };
    case "option-value":
    case "option-order":
      return { step: "options", issue: statement.issue };
    case "choice":
      return { step: "sharpen" };
    case "reservation-range":
    case "no-deal":
      return { step: "no-deal" };
    default:
      return unreachable(statement);
  }
}

/** How far a step is: `of` things to be said there, `done` of them said; some steps have no end of their own. */
export type StepState = {
  readonly state: "open" | "begun" | "done";
  readonly contradicted: boolean;
  readonly done: number;
  readonly of?: number;
};

export function stepStates(
  agenda: Agenda,
  draft: SheetDraft,
  thoughts: Thoughts | undefined,
): Readonly<Record<Step, StepState>> {
  const contradicted = new Set(conflicting(thoughts).map((said) => placeOf(said).step));
  const counted = (step: Step, done: number, of: number): StepState => ({
    state: done >= of ? "done" : done > 0 ? "begun" : "open",
    contradicted: contradicted.has(step),
    done,
    of,
  });
  const free = (step: Step, done: number, isDone: boolean): StepState => ({
    state: isDone ? "done" : done > 0 ? "begun" : "open",
    contradicted: contradicted.has(step),
    done,
  });
  const ofReservation = draft.statements.filter((said) => placeOf(said).step === "no-deal").length;
  const choices = draft.statements.filter(({ kind }) => kind === "choice").length;
  const known = thoughts?.known;
  const weighed = weighedIssues(agenda, draft).size;
  const valued = valuedIssues(agenda, draft).length;
  return {
    matters: counted("matters", weighed, agenda.issues.length),
    options: counted("options", valued, agenda.issues.length),
    lines: free("lines", draft.redLines.length, draft.redLines.length > 0),
    "no-deal": free("no-deal", ofReservation, ofReservation > 0),
    // as long as there are questions it is begun; that none can be asked yet, or that all were skipped, ends nothing
    sharpen: free("sharpen", choices, known?.noQuestion === "nothing-left"),
    uncertainty: free("uncertainty", 0, false),
    out: free("out", 0, false),
  };
}

/** Every statement that stands in a contradiction. */
export function conflicting(thoughts: Thoughts | undefined): readonly Statement[] {
  const found = thoughts?.consistency;
  return found?.kind === "contradictory" ? found.conflicts.flatMap(({ statements }) => statements) : [];
}

/** Issues of which it was said how much they matter. */
export function weighedIssues(agenda: Agenda, { statements }: SheetDraft): ReadonlySet<IssueId> {
  const known = new Set(agenda.issues.map(({ id }) => id));
  const weighed = statements.flatMap((said): readonly IssueId[] => {
    if (said.kind === "matters-most") return [said.issue];
    if (said.kind === "swing") return [said.issue, said.against];
    return said.kind === "swing-order" ? said.order.flat() : [];
  });
  return new Set(weighed.filter((issue) => known.has(issue)));
}

/** Issues of which every option was ordered or rated. */
export function valuedIssues(agenda: Agenda, draft: SheetDraft): readonly IssueId[] {
  return agenda.issues
    .filter((issue) => valuedOptions(draft, issue.id).size >= issue.options.length)
    .map(({ id }) => id);
}

export function valuedOptions({ statements }: SheetDraft, issue: IssueId): ReadonlySet<string> {
  return new Set(
    statements.flatMap((said): readonly string[] => {
      if (said.kind === "option-value" && said.issue === issue) return [said.option];
      return said.kind === "option-order" && said.issue === issue ? said.order.flat() : [];
    }),
  );
}
