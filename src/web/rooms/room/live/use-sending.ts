import { useCallback, useState } from "react";
import type { Outcome } from "#seat";

export type Sending =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly rule: string; readonly message: string };

/** One command at a time, and what came of it, shown where it was given. */
export function useSending(): {
  readonly sending: Sending;
  readonly send: (act: () => Promise<Outcome>) => Promise<Outcome>;
  readonly forget: () => void;
} {
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const send = useCallback(async (act: () => Promise<Outcome>): Promise<Outcome> => {
    setSending({ kind: "sending" });
    const outcome = await act();
    if (outcome.kind === "done") setSending({ kind: "done" });
    else if (outcome.kind === "refused") setSending({ kind: "refused", rule: outcome.rule, message: outcome.message });
    else setSending({ kind: "refused", rule: "client", message: outcome.message });
    return outcome;
  }, []);
  const forget = useCallback(() => setSending({ kind: "idle" }), []);
  return { sending, send, forget };
}
