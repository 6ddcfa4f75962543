import { useEffect, useState } from "react";
import { Dropped } from "#compute/browser";
import type { ParsedScenario } from "#language";
import { useEngine } from "../engine/engine-context.tsx";
import type { Files } from "./yaml/yaml-questions.ts";

const pauseMs = 200;

export type Reading = { readonly of?: Files; readonly parsed?: ParsedScenario; readonly failed?: string };

/** What the language says of the files, a moment after the last change. Read in the engine's worker. */
export function useReading(files: Files): Reading {
  const engine = useEngine();
  const [reading, setReading] = useState<Reading>({});
  useEffect(() => {
    let drop = (): void => {};
    const timer = setTimeout(() => {
      const asked = engine.ask("read", { files: new Map(Object.entries(files)) });
      drop = asked.drop;
      asked.answer.then(
        (parsed) => setReading({ of: files, parsed }),
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
