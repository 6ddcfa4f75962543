import { useEffect, useMemo, useState } from "react";
import type { YamlValue } from "#language";
import type { DeskView } from "./desk.ts";
import { askYaml } from "./yaml/ask-yaml.ts";

const pauseMs = 80;

type Known = { readonly path: string; readonly text: string; readonly value: YamlValue | undefined };

/** What each file last said: the page around the editor may be made anew, and its forms are there at once. */
const lastKnown = new Map<string, Known>();

export type Outline =
  | { readonly state: "asking" }
  | { readonly state: "not-yaml" }
  | { readonly state: "read"; readonly value: YamlValue };

/** What the file says, for its forms. Keeps what it said before until it is known anew. */
export function useOutline(path: string, text: string | undefined, said: DeskView["said"]): Outline {
  const [known, setKnown] = useState(() => {
    const last = lastKnown.get(path);
    return last?.text === text ? last : undefined;
  });
  const told = said?.path === path && said.text === text ? said : undefined;
  useEffect(() => {
    if (text === undefined) return;
    const learn = (now: Known): void => {
      lastKnown.set(path, now);
      setKnown(now);
    };
    if (told) return learn(told);
    let wanted = true;
    const timer = setTimeout(() => {
      askYaml("value", { text }).then(
        (value) => wanted && learn({ path, text, value }),
        () => wanted && learn({ path, text, value: undefined }),
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [path, text, told]);
  // the same object until it says something else: what shows it is not made anew with every key
  return useMemo((): Outline => {
    const now = told ?? known;
    if (!now || now.path !== path) return { state: "asking" };
    return now.value === undefined ? { state: "not-yaml" } : { state: "read", value: now.value };
  }, [told, known, path]);
}
