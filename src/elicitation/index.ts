export { checkDraft, type DraftPart, fittingDraft, type Misfit } from "./check-draft.ts";
export { type Consistency, consistency, type StatementConflict } from "./consistency.ts";
export type {
  Choice,
  MattersMost,
  NoDeal,
  OptionOrder,
  OptionValue,
  ReservationRange,
  SheetDraft,
  Statement,
  StatementId,
  Swing,
  SwingOrder,
} from "./draft.ts";
export { drawSheets, type SheetDraws } from "./draw-sheets.ts";
export { emptyDraft } from "./empty-draft.ts";
