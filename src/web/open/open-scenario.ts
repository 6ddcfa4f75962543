import { startTransition, useCallback, useEffect, useState } from "react";
import type { ParsedScenario } from "#language";
import { shippedId } from "../shelf/scenario-key.ts";
import { useShelf } from "../shelf/shelf-context.tsx";
import { openShipped, readFiles } from "./shipped-scenario.ts";

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
  const shelf = useShelf();
  const [opened, setOpened] = useState<Opened>({ state: "opening" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let wanted = true;
    const open = async (): Promise<Opened> => {
      const shipped = shippedId(key);
      const own = shipped === undefined ? await shelf.read("scenario", key) : undefined;
      const found = shipped === undefined ? own && (await readFiles(own.files)) : await openShipped(shipped);
      if (!found) return { state: "missing" };
      const title = found.parsed.scenario?.agenda.title ?? own?.title ?? key;
      return { state: "open", key, own: shipped === undefined, title, ...found };
    };
    open().then(
      // drawn in slices: the whole page appears with it
      (found) => {
        if (wanted) startTransition(() => setOpened(found));
      },
      (error: unknown) =>
        wanted && setOpened({ state: "failed", why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [shelf, key, turn]);
  const isOpen = opened.state === "open";
  useEffect(() => {
    if (isOpen) void shelf.save("visit", { id: key, version: 0, changed: "" });
  }, [shelf, key, isOpen]);
  return { opened, again };
}
