import "../../../jitless.ts";
import { consistency, sheetOf, uncertainty } from "#elicitation";
import { parseScenario, parseSheet } from "#language";
import type { NamedPackage, PackagesQuestion, SheetAnswer, SheetQuestion } from "./sheet-questions.ts";

type Question = SheetQuestion | PackagesQuestion;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(data.kind === "packages" ? packagesIn(data) : answerTo(data)); // our own page asks
});

function packagesIn({ files }: PackagesQuestion): readonly NamedPackage[] {
  const { scenario } = parseScenario(new Map(Object.entries(files)));
  return (scenario?.packages ?? []).map(({ name, choices }) => ({ name, choices }));
}

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
