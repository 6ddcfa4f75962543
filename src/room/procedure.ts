import type { PartyId } from "#model";
import type { ChannelKind } from "./channel.ts";
import type { Level, SeatRole } from "./seat.ts";

/** The rules of procedure that the convenor hands out with the seats; everybody reads them in the hall. */
export type Procedure = {
  /** What adopts in plenary. */
  readonly decision: DecisionRule;
  /** Who may convene each kind of channel once the negotiation is open. */
  readonly mayConvene: Readonly<Record<Exclude<ChannelKind, "plenary">, readonly SeatRole[]>>;
  /** Who may call for a sealed yes in a channel it sits in; absent: mediators and chairs. */
  readonly mayCallSealedYes?: readonly SeatRole[];
  /** The least level of representation for each step; working groups and caucuses have a level of their own. */
  readonly needs: { readonly adopt: Level; readonly initial: Level; readonly sign: Level };
};

export type DecisionRule =
  /** Every party of the agenda's consent list says yes. */
  | { readonly kind: "unanimity" }
  /** Nobody says no; silence until `hours` after the motion is consent. */
  | { readonly kind: "consensus"; readonly hours: number }
  /** At least `atLeast` of the consent list say yes, and none of `vetoes` says no. A tie falls. */
  | { readonly kind: "qualified majority"; readonly atLeast: number; readonly vetoes: readonly PartyId[] };
