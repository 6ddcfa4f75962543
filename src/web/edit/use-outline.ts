import { useEffect, useState } from "react";
import type { YamlValue } from "#language";
import { askYaml } from "./yaml/ask-yaml.ts";

const pauseMs = 80;

export type Outline =
  | { readonly state: "asking" }
  | { readonly state: "not-yaml" }
  /** `current` is false while what was typed since is being read. */
  | { readonly state: "read"; readonly value: YamlValue; readonly current: boolean };

/** What the file says, for its forms. Keeps what it said before until it is known anew. */
export function useOutline(path: string, text: string | undefined): Outline {
  const [known, setKnown] = useState<{
    readonly path: string;
    readonly text: string;
    readonly value: YamlValue | undefined;
  }>();
  useEffect(() => {
    if (text === undefined) return;
    let wanted = true;
    const timer = setTimeout(() => {
      askYaml("value", { text }).then(
        (value) => wanted && setKnown({ path, text, value }),
        () => wanted && setKnown({ path, text, value: undefined }),
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [path, text]);
  if (!known || known.path !== path) return { state: "asking" };
  if (known.value === undefined) return { state: "not-yaml" };
  return { state: "read", value: known.value, current: known.text === text };
}
