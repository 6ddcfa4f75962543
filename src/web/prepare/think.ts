import {
  canCompare,
  checkDraft,
  consistency,
  fittingDraft,
  nextQuestion,
  type SheetDraft,
  type Statement,
  sheetOf,
  uncertainty,
} from "#elicitation";
import { formatSheetFile } from "#language";
import { packageWorths } from "./drawn-worth.ts";
import { proposeSettlement } from "./propose-settlement.ts";
import type { Known, NoQuestion, ThinkingRequest, Thoughts } from "./thinking.ts";

/** Everything there is to say about a draft: twice, the second time with what takes longer. */
export function* think(asked: ThinkingRequest): Generator<Thoughts> {
  const { turn, agenda, draft } = asked;
  const first: Thoughts = { turn, misfits: checkDraft(agenda, draft), consistency: consistency(agenda, draft) };
  yield first;
  if (first.consistency.kind === "contradictory") return;
  const known = knownOf(asked);
  if (known) yield { ...first, known };
}

function knownOf({ agenda, packages, draft, ...asked }: ThinkingRequest): Known | undefined {
  const found = uncertainty(agenda, draft);
  if (!found) return undefined;
  const { draws, openness, weights, values, reservation } = found;
  const fitting = fittingDraft(agenda, draft);
  const question = nextQuestion(agenda, withSkipped(fitting, asked.skippedQuestions), draws);
  const settlement = proposeSettlement(agenda, fitting, draws, packages, asked.skippedSettlements);
  const sheet = sheetOf(agenda, draft, draws);
  return {
    weights,
    values,
    reservation,
    openness: Math.min(1, openness), // an estimate from draws: a little above one where nothing was said
    draws: draws.count,
    packages: packageWorths(agenda, fitting, draws, packages),
    ...(question ? { question } : { noQuestion: whyNone() }),
    ...(settlement ? { settlement } : {}),
    sheet,
    yaml: formatSheetFile(sheet),
  };

  function whyNone(): NoQuestion {
    if (!canCompare(agenda, fitting, draws)) return "too-little-said";
    return asked.skippedQuestions.length > 0 && nextQuestion(agenda, fitting, draws) ? "skipped" : "nothing-left";
  }
}

/** A question that was skipped counts as asked, and as nothing else: the draws know nothing of it. */
function withSkipped(draft: SheetDraft, skipped: ThinkingRequest["skippedQuestions"]): SheetDraft {
  const asked = skipped.map(
    ([first, second], at): Statement => ({ id: `skipped ${at}`, kind: "choice", first, second, answer: "indifferent" }),
  );
  return { ...draft, statements: [...draft.statements, ...asked] };
}
