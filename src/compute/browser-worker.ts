import "./browser-no-eval.ts";
import { answerQuestions, type PagePort } from "./browser-answering.ts";

// the DOM's types know the page's own `self` only; in a worker it has this shape
answerQuestions(self as unknown as PagePort, async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
});
