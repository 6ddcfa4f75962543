import "../../jitless.ts";
import { countMentions, editYaml, offsetOf, readYamlValue, renameId } from "#language";
import type { YamlAnswer, YamlAsk } from "./yaml-questions.ts";

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
      return editYaml(ask.input.text, ask.input.edits);
    case "offset":
      return offsetOf(ask.input.text, ask.input.path);
    case "mentions":
      return countMentions(ask.input.files, ask.input.what);
    case "rename":
      return renameId(ask.input.files, ask.input.what, ask.input.to);
  }
}

function tell(answer: YamlAnswer): void {
  self.postMessage(answer);
}
