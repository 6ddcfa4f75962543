export { checkDraft, type DraftPart, fittingDraft, type Misfit } from "./check-draft.ts";
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
export { emptyDraft } from "./empty-draft.ts";
