import { useCallback, useEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "../../kept-seats/sealed-records.ts";
import { useRoom } from "./live-room.tsx";

const pause = 400;

/**
 * Something begun and not sent, which this browser keeps under a name, sealed with the delegation's key. `first` until it is
 * read and where there is none; `undefined` removes it.
 */
export function useDraft<T>(name: string, first: T): readonly [T, (next: T | undefined) => void] {
  const { session } = useRoom();
  const { kept, keys } = session;
  const [value, setValue] = useState(first);
  const wasSet = useRef(false);
  const begin = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const toKeep = useRef<string>(undefined);
  useEffect(() => {
    let isHere = true;
    wasSet.current = false;
    setValue(begin.current);
    void readDraft(kept, keys, name).then((found) => {
      if (!isHere || wasSet.current || found === undefined) return;
      setValue(JSON.parse(found) as T); // written under this name just below
    });
    return () => {
      isHere = false;
      clearTimeout(timer.current);
      if (toKeep.current !== undefined) void keepDraft(kept, keys, name, toKeep.current);
      toKeep.current = undefined;
    };
  }, [kept, keys, name]);
  const set = useCallback(
    (next: T | undefined) => {
      wasSet.current = true;
      setValue(next ?? begin.current);
      toKeep.current = next === undefined ? "" : JSON.stringify(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const text = toKeep.current;
        toKeep.current = undefined;
        if (text !== undefined) void keepDraft(kept, keys, name, text);
      }, pause);
    },
    [kept, keys, name],
  );
  return [value, set];
}
