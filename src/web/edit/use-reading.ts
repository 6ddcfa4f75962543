import { useEffect, useState } from "react";
import { Dropped } from "#compute/browser";
import type { ParsedScenario } from "#language";
import { useEngine } from "../engine/engine-context.tsx";
import type { Files } from "./yaml/yaml-questions.ts";

const pauseMs = 200;

export type Reading = { readonly of?: Files; readonly parsed?: ParsedScenario; readonly failed?: string };

/** The last one: the page around the editor may be made anew, and what was read of the same files stands. */
let last: Reading = {};

/** What the language says of the files, a moment after the last change. Read in the engine's worker. */
export function useReading(files: Files): Reading {
  const engine = useEngine();
  const [reading, setReading] = useState<Reading>(() => (last.of === files ? last : {}));
  useEffect(() => {
    if (last.of === files) return setReading(last);
    let drop = (): void => {};
    const timer = setTimeout(() => {
      const asked = engine.ask("read", { files: new Map(Object.entries(files)) });
      drop = asked.drop;
      asked.answer.then(
        (parsed) => {
          last = { of: files, parsed };
          setReading(last);
        },
        (error: unknown) => {
          if (error instanceof Dropped) return;
          setReading((before) => ({ ...before, failed: error instanceof Error ? error.message : String(error) }));
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      drop();
    };
  }, [engine, files]);
  return reading;
}
