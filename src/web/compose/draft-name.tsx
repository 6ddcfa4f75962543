import { type RefObject, useState } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import type { Draft } from "../deal/draft.ts";

type DraftNameProps = {
  readonly id: string;
  readonly draft: Draft;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** The draft's name. Renaming is one step back, not one for each letter, so it counts when the field is left. */
export function DraftName({ id, draft, field }: DraftNameProps) {
  const { act } = useDeal();
  const [typed, setTyped] = useState<{ of: string; text: string }>({ of: draft.name, text: draft.name });
  if (typed.of !== draft.name) setTyped({ of: draft.name, text: draft.name }); // undone, or begun anew
  const commit = () => {
    const name = typed.text.trim();
    if (name !== draft.name) act({ kind: "compose", draft: { ...draft, name } });
    else if (typed.text !== name) setTyped({ of: name, text: name });
  };
  return (
    <input
      id={id}
      ref={field}
      type="text"
      maxLength={120}
      autoComplete="off"
      value={typed.text}
      onChange={(event) => setTyped({ of: draft.name, text: event.target.value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
