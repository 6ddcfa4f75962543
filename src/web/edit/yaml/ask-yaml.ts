import type { YamlAnswer, YamlKind, YamlQuestions } from "./yaml-questions.ts";

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

let worker: Worker | undefined;
let ids = 0;
const waiting = new Map<number, Waiting>();

/** Asks the editor's worker, which starts with the first question. Rejects when it failed. */
export function askYaml<K extends YamlKind>(
  kind: K,
  input: YamlQuestions[K]["input"],
): Promise<YamlQuestions[K]["answer"]> {
  worker ??= started();
  const id = ++ids;
  const own = worker;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    own.postMessage({ id, kind, input });
  });
}

function started(): Worker {
  const own = new Worker(new URL("./yaml-worker.ts", import.meta.url), { type: "module" });
  own.addEventListener("message", ({ data }: MessageEvent<YamlAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok)
      asked?.resolve(data.answer as never); // the worker answers each kind with its own
    else asked?.reject(new Error(data.why));
  });
  own.addEventListener("error", (event) => {
    worker = undefined; // the next question starts another
    own.terminate();
    for (const { reject } of waiting.values()) reject(new Error(event.message || "The editor's worker ended."));
    waiting.clear();
  });
  return own;
}
