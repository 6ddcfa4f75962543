import { useEffect, useState } from "react";
import type { ShippedCard, ShippedList } from "#wire";

export type Shipped =
  | { readonly state: "asking" }
  | { readonly state: "there"; readonly cards: readonly ShippedCard[] }
  | { readonly state: "failed"; readonly why: string };

/** The scenarios that come with Entente, as its own server lists them. */
export function useShippedCards(): Shipped {
  const [shipped, setShipped] = useState<Shipped>({ state: "asking" });
  useEffect(() => {
    const stop = new AbortController();
    fetch("/scenarios", { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        const { scenarios }: ShippedList = await response.json(); // our own server's contract
        setShipped({ state: "there", cards: scenarios });
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted)
          setShipped({ state: "failed", why: error instanceof Error ? error.message : String(error) });
      });
    return () => stop.abort();
  }, []);
  return shipped;
}
