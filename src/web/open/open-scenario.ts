import { useCallback, useEffect, useState } from "react";
import type { ParsedScenario } from "#language";
import type { ShippedScenario } from "#wire";
import { useEngine } from "../engine/engine-context.tsx";
import { shippedId } from "../shelf/scenario-key.ts";
import { useShelf } from "../shelf/shelf-context.tsx";

/** A scenario's folder as it was found, and what the language says of it. */
export type Opened =
  | { readonly state: "opening" }
  | { readonly state: "missing" }
  | { readonly state: "failed"; readonly why: string }
  | {
      readonly state: "open";
      readonly key: string;
      readonly own: boolean;
      readonly title: string;
      readonly files: Readonly<Record<string, string>>;
      readonly parsed: ParsedScenario;
    };

/** Opens the scenario of the address: one that comes with Entente, or one of the reader's own. */
export function useOpened(key: string): { readonly opened: Opened; readonly again: () => void } {
  const engine = useEngine();
  const shelf = useShelf();
  const [opened, setOpened] = useState<Opened>({ state: "opening" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let wanted = true;
    const open = async (): Promise<Opened> => {
      const shipped = shippedId(key);
      const own = shipped === undefined ? await shelf.read("scenario", key) : undefined;
      const files = shipped === undefined ? own?.files : await fetchShipped(shipped);
      if (!files) return { state: "missing" };
      const parsed = await engine.ask("read", { files: new Map(Object.entries(files)) }).answer;
      const title = parsed.scenario?.agenda.title ?? own?.title ?? key;
      return { state: "open", key, own: shipped === undefined, title, files, parsed };
    };
    open().then(
      (found) => wanted && setOpened(found),
      (error: unknown) =>
        wanted && setOpened({ state: "failed", why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [engine, shelf, key, turn]);
  const isOpen = opened.state === "open";
  useEffect(() => {
    if (isOpen) void shelf.save("visit", { id: key, version: 0, changed: "" });
  }, [shelf, key, isOpen]);
  return { opened, again };
}

async function fetchShipped(id: string): Promise<Readonly<Record<string, string>> | undefined> {
  const response = await fetch(`/scenarios/${id}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for this scenario.`);
  const found: ShippedScenario = await response.json(); // our own server's contract
  return found.files;
}
