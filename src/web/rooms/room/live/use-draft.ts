import { useCallback, useEffect, useRef, useState } from "react";
import { keptSeats } from "../../kept-seats/kept-seats.ts";
import { keepDraft, readDraft } from "../../kept-seats/sealed-records.ts";
import { useRoom } from "./live-room.tsx";

const pause = 400;

/**
 * Something begun and not sent, which this browser keeps under a name, sealed with the delegation's key. `first` until it is
 * read and where there is none; `undefined` removes it. What another tab of this seat writes or sends is taken up, unless
 * something is being written here.
 */
export function useDraft<T>(name: string, first: T): readonly [T, (next: T | undefined) => void] {
  const { session } = useRoom();
  const { kept, keys } = session;
  const [value, setValue] = useState(first);
  const wasSet = useRef(false);
  const begin = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const toKeep = useRef<string>(undefined);
  const keeping = useRef(0);
  const known = useRef(""); // as this browser keeps it; empty: there is none
  const keep = useCallback(() => {
    const text = toKeep.current;
    toKeep.current = undefined;
    if (text === undefined) return;
    keeping.current++;
    void keepDraft(kept, keys, name, text)
      .then(() => readDraft(kept, keys, name))
      // another one than was written if it could not be kept: then what is written here is not given up for it
      .then((found = "") => {
        known.current = found;
      })
      .finally(() => keeping.current--);
  }, [kept, keys, name]);
  useEffect(() => {
    let isHere = true;
    known.current = "";
    wasSet.current = false;
    setValue(begin.current);
    void readDraft(kept, keys, name).then((found) => {
      if (!isHere || wasSet.current || found === undefined) return;
      known.current = found;
      setValue(JSON.parse(found) as T); // written under this name just below
    });
    // where nothing can be kept, what is read is not what was written
    const isIdle = (): boolean =>
      isHere && toKeep.current === undefined && keeping.current === 0 && !keptSeats.trouble();
    const deaf = keptSeats.onChange((kind) => {
      if (kind !== "draft" || !isIdle()) return;
      void readDraft(kept, keys, name).then((found = "") => {
        if (!isIdle() || found === known.current) return;
        known.current = found;
        setValue(found === "" ? begin.current : (JSON.parse(found) as T)); // as above
      });
    });
    return () => {
      isHere = false;
      deaf();
      clearTimeout(timer.current);
      keep();
    };
  }, [kept, keys, name, keep]);
  const set = useCallback(
    (next: T | undefined) => {
      wasSet.current = true;
      setValue(next ?? begin.current);
      toKeep.current = next === undefined ? "" : JSON.stringify(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, pause);
    },
    [keep],
  );
  return [value, set];
}
