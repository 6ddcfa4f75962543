import { answerCounteroffers, type CounterofferQuestion } from "./counteroffer-question.ts";

self.addEventListener("message", ({ data }: MessageEvent<CounterofferQuestion>) => {
  self.postMessage(answerCounteroffers(data)); // our own page asks, and nobody else can
});
