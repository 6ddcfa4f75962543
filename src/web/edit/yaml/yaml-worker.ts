import "../../jitless.ts";
import { countMentions, editYaml, offsetOf, readYamlValue, renameId } from "#language";
import type { YamlAnswer, YamlAsk, YamlQuestions } from "./yaml-questions.ts";

self.addEventListener("message", ({ data }: MessageEvent<YamlAsk>) => {
  const { id } = data;
  try {
    tell({ id, ok: true, answer: answerOf(data) });
  } catch (error) {
    tell({ id, ok: false, why: error instanceof Error ? error.message : String(error) });
  }
});

function answerOf(ask: YamlAsk): unknown {
  switch (ask.kind) {
    case "value":
      return readYamlValue(ask.input.text);
    case "edit":
      return edited(ask.input);
    case "offset":
      return offsetOf(ask.input.text, ask.input.path);
    case "mentions":
      return countMentions(ask.input.files, ask.input.what);
    case "rename":
      return renameId(ask.input.files, ask.input.what, ask.input.to);
  }
}

function edited({ text, edits }: YamlQuestions["edit"]["input"]): YamlQuestions["edit"]["answer"] {
  const next = editYaml(text, edits);
  const value = next === undefined ? undefined : readYamlValue(next);
  return next === undefined || value === undefined ? undefined : { text: next, value };
}

function tell(answer: YamlAnswer): void {
  self.postMessage(answer);
}
