import { createContext, useContext } from "react";
import type { Agenda, Choices, IssueId, Package } from "#model";
import type { AgendaNames } from "./agenda-names.ts";
import type { Step } from "./step-states.ts";
import type { Session } from "./use-sheet-session.ts";
import type { Thinking } from "./use-thoughts.ts";

/** One sheet in the making, as every step of it sees it. */
export type OpenSheet = {
  readonly session: Session;
  readonly thinking: Thinking;
  readonly agenda: Agenda;
  readonly packages: readonly Package[];
  readonly names: AgendaNames;
  readonly goTo: (step: Step, issue?: IssueId) => void;
  /** Opens another sheet at the same step. */
  readonly openCopy: (sheet: string) => void;
  /** The issue that the options step shows. */
  readonly issue: IssueId;
  readonly skipQuestion: (pair: readonly [Choices, Choices]) => void;
  readonly skipSettlement: (settlement: Choices) => void;
};

export const SheetContext = createContext<OpenSheet | undefined>(undefined);

export function useSheet(): OpenSheet {
  const open = useContext(SheetContext);
  if (!open) throw new Error("useSheet needs an open sheet above it.");
  return open;
}
