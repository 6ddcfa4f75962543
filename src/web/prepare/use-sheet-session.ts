import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { SheetDraft } from "#elicitation";
import { randomUuid } from "../shelf/random-uuid.ts";
import type { Refused, SheetRecord } from "../shelf/shelf.ts";
import { useRecords, useShelf } from "../shelf/shelf-context.tsx";
import { begun, changedTo, redone, type SheetHistory, undone, type Written } from "./sheet-history.ts";

export type Session = {
  readonly written: Written;
  readonly draft: SheetDraft;
  /** `topic`: changes about one thing in a row are one step back. */
  readonly change: (draft: SheetDraft, topic?: string) => void;
  readonly rename: (name: string) => void;
  readonly undo?: () => void;
  readonly redo?: () => void;
  readonly saving: "saved" | "saving" | "refused";
  readonly refused?: Refused;
  /** Tries again after a refusal. */
  readonly saveAgain: () => void;
  /** What another tab saved meanwhile is kept, and this goes on beside it as a copy, whose id is given. */
  readonly keepAsCopy: (name: string) => Promise<string | undefined>;
  /** Goes on with what another tab saved; undefined when it was deleted there. */
  readonly takeTheirs?: () => void;
};

type Action =
  | { readonly kind: "change"; readonly to: Written; readonly topic?: string }
  | { readonly kind: "undo" | "redo" }
  | { readonly kind: "begin"; readonly with: Written };

/** One sheet in the making: every change is saved at once, over the version it was made from and no other. */
export function useSheetSession(record: SheetRecord): Session {
  const shelf = useShelf();
  const [history, act] = useReducer(step, record, ({ name, draft }) => begun({ name, draft }));
  const { present } = history;
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const kept = useRef({ written: present, version: record.version, saving: false, newest: present });
  kept.current.newest = present;

  const save = useCallback(async () => {
    const here = kept.current;
    if (here.saving) return; // the running one goes on with the newest when it is done
    here.saving = true;
    setBusy(true);
    while (here.newest !== here.written) {
      const { name, draft } = here.newest;
      const mine = here.newest;
      const next: SheetRecord = {
        id: record.id,
        version: here.version,
        changed: "",
        scenario: record.scenario,
        name,
        draft,
      };
      const saved = await shelf.save("sheet", next);
      setRefused(saved.ok ? undefined : saved.error);
      if (!saved.ok) break;
      here.version = saved.value.version;
      here.written = mine;
    }
    here.saving = false;
    setBusy(false);
  }, [shelf, record.id, record.scenario]);

  const conflicted = refused?.kind === "changed-elsewhere";
  useEffect(() => {
    if (!conflicted && present !== kept.current.written) void save();
  }, [present, save, conflicted]);

  // another tab wrote while nothing was changed here: go on from there
  const mine = useRecords("sheet", { scenario: record.scenario }).find(({ id }) => id === record.id);
  useEffect(() => {
    const here = kept.current;
    if (!mine || mine.version <= here.version || here.saving || here.newest !== here.written) return;
    here.version = mine.version;
    here.written = { name: mine.name, draft: mine.draft };
    act({ kind: "begin", with: here.written });
  }, [mine]);

  const theirs = conflicted ? (refused.theirs as SheetRecord | undefined) : undefined; // a refused sheet's counterpart is a sheet
  return useMemo((): Session => {
    const change = (draft: SheetDraft, topic?: string): void =>
      act({
        kind: "change",
        to: draft === kept.current.newest.draft ? kept.current.newest : { ...kept.current.newest, draft },
        ...(topic === undefined ? {} : { topic }),
      });
    return {
      written: present,
      draft: present.draft,
      change,
      rename: (name) => act({ kind: "change", to: { ...kept.current.newest, name }, topic: "name" }),
      ...(history.past.length > 0 ? { undo: () => act({ kind: "undo" }) } : {}),
      ...(history.future.length > 0 ? { redo: () => act({ kind: "redo" }) } : {}),
      saving: refused ? "refused" : busy ? "saving" : "saved",
      ...(refused ? { refused } : {}),
      saveAgain: () => void save(),
      keepAsCopy: async (name) => {
        const copy: SheetRecord = {
          id: randomUuid(),
          version: 0,
          changed: "",
          scenario: record.scenario,
          name,
          draft: kept.current.newest.draft,
        };
        const saved = await shelf.save("sheet", copy);
        if (!saved.ok) setRefused(saved.error);
        return saved.ok ? copy.id : undefined;
      },
      ...(theirs
        ? {
            takeTheirs: () => {
              kept.current.version = theirs.version;
              kept.current.written = { name: theirs.name, draft: theirs.draft };
              setRefused(undefined);
              act({ kind: "begin", with: kept.current.written });
            },
          }
        : {}),
    };
  }, [present, history.past.length, history.future.length, refused, busy, theirs, save, shelf, record.scenario]);
}

function step(history: SheetHistory, action: Action): SheetHistory {
  switch (action.kind) {
    case "change":
      return changedTo(history, action.to, action.topic);
    case "undo":
      return undone(history);
    case "redo":
      return redone(history);
    case "begin":
      return begun(action.with);
  }
}
