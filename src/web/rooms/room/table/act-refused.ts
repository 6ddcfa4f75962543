import type { Offer } from "#room";
import type { Outcome } from "#seat";

/** What was done about an offer and refused, to be said also where the offer's card is gone. */
export type ActRefused = {
  readonly offer: Pick<Offer, "id" | "kind" | "number">;
  readonly act: "accept" | "other";
  readonly rule: string;
  readonly message: string;
};

/** Undefined when it was done, or was not sent yet. */
export function actRefused(
  { id, kind, number }: ActRefused["offer"],
  act: ActRefused["act"],
  outcome: Outcome | undefined,
): ActRefused | undefined {
  if (outcome === undefined || outcome.kind === "done") return undefined;
  const rule = outcome.kind === "refused" ? outcome.rule : "client";
  return { offer: { id, kind, number }, act, rule, message: outcome.message };
}
