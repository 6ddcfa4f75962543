import "../../../jitless.ts";
import { consistency, sheetOf, uncertainty } from "#elicitation";
import { parseSheet } from "#language";
import type { SheetAnswer, SheetQuestion } from "./sheet-questions.ts";

self.addEventListener("message", ({ data }: MessageEvent<SheetQuestion>) => self.postMessage(answerTo(data))); // our own page asks

function answerTo(question: SheetQuestion): SheetAnswer {
  if (question.kind === "file") {
    const { name, text, agenda } = question;
    const { sheet, diagnostics } = parseSheet(name, text, agenda);
    if (sheet) return { ok: true, sheet };
    return {
      ok: false,
      problems: diagnostics
        .filter(({ severity }) => severity === "error")
        .slice(0, 5)
        .map(({ message, fix }) => [message, fix].filter(Boolean).join(" ")),
    };
  }
  const { agenda, draft } = question;
  const found = consistency(agenda, draft).kind === "contradictory" ? undefined : uncertainty(agenda, draft);
  if (!found) return { ok: false, problems: ["What it states contradicts itself: mend it on the Prepare page first."] };
  return { ok: true, sheet: sheetOf(agenda, draft, found.draws) };
}
