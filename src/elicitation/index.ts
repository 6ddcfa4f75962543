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
export { draftFromSheet, type ReopenedChange, type ReopenedSheet } from "./draft-from-sheet.ts";
export { drawSheets, type SheetDraws } from "./draw-sheets.ts";
export { emptyDraft } from "./empty-draft.ts";
export { exactRange, type Quantity } from "./exact-range.ts";
export { canCompare, type Improvement, nextQuestion, type Question } from "./next-question.ts";
export { readDraft } from "./read-draft.ts";
export { sheetOf } from "./sheet-of.ts";
export { type Spread, type Uncertainty, uncertainty } from "./uncertainty.ts";
