import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Choices } from "#model";

/** Something whose issues can be laid beside another's: a package, the draft, a solution, a settlement picked in a chart. */
export type Comparable = { readonly id: string; readonly title: string; readonly choices: Choices };

type Compared = {
  /** The two ids chosen; until the reader chooses, the packages section decides. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Settlements picked in the offer space, newest first. */
  readonly picked: readonly Comparable[];
  readonly chooseFrom: (id: string) => void;
  readonly chooseTo: (id: string) => void;
  /** Lays it beside what is on the first side, and goes there. */
  readonly compareWith: (one: Comparable) => void;
};

/** Picked settlements kept for comparison. */
const mostPicked = 8;

const Context = createContext<Compared | undefined>(undefined);

/** What is compared, shared by the sections of the deal page. */
export function ComparedProvider({ children }: { readonly children: ReactNode }) {
  const [from, chooseFrom] = useState<string>();
  const [to, chooseTo] = useState<string>();
  const [picked, setPicked] = useState<readonly Comparable[]>([]);
  const compared = useMemo(
    (): Compared => ({
      from,
      to,
      picked,
      chooseFrom,
      chooseTo,
      compareWith: (one) => {
        const isNamed = /^(package|solution|draft)\b/.test(one.id);
        if (!isNamed) setPicked((before) => [one, ...before.filter(({ id }) => id !== one.id)].slice(0, mostPicked));
        chooseTo(one.id);
        requestAnimationFrame(() => {
          const heading = document.getElementById("compare");
          heading?.scrollIntoView({ block: "start" });
          heading?.focus({ preventScroll: true });
        });
      },
    }),
    [from, to, picked],
  );
  return <Context value={compared}>{children}</Context>;
}

export function useCompared(): Compared {
  const compared = useContext(Context);
  if (!compared) throw new Error("useCompared needs a ComparedProvider above it.");
  return compared;
}
