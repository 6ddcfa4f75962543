import { useCallback, useEffect, useState } from "react";
import type { HallState } from "#room";
import type { InvitationsAnswer } from "#wire";
import { askInvitations, type SeatAddress } from "../host/ask-host.ts";
import { lookIn } from "../host/look-in.ts";
import { keptSeats, useKept } from "../kept-seats/kept-seats.ts";
import { type SeatInvitations, seatInvitations, spentLinks } from "./invitation-state.ts";

type Known = {
  readonly hall: HallState;
  readonly invitations: InvitationsAnswer["invitations"];
  readonly now: string;
};

export type Invitations = {
  readonly hall?: HallState;
  /** Undefined until the host has answered. */
  readonly seats?: readonly SeatInvitations[];
  readonly failed?: string;
  readonly again: () => void;
};

const everyMs = 15_000;

/** The links of a negotiation, asked for again now and then: people open them while the convenor looks. */
export function useInvitations({ negotiation, seat }: SeatAddress): Invitations {
  const kept = useKept("invite");
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState<string>();
  const [turn, setTurn] = useState(0);
  // `turn` asks again
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<void> => {
      const of = { negotiation, seat };
      const [seen, open] = await Promise.all([lookIn(of), askInvitations(of)]);
      if (!wanted) return;
      if (!seen.ok || !open.ok) {
        setFailed(seen.ok ? (open.ok ? "" : open.message) : seen.message);
        return;
      }
      const { hall, now } = seen.value;
      const { invitations } = open.value;
      setFailed(undefined);
      setKnown({ hall, invitations, now });
      const here = (await keptSeats.all("invite")).filter((one) => one.negotiation === negotiation);
      const spent = spentLinks(here, invitations, hall, now);
      if (spent.length > 0) await keptSeats.remove("invite", ...spent);
    };
    void look();
    const timer = setInterval(() => document.visibilityState === "visible" && void look(), everyMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [negotiation, seat, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const seats = known && kept && seatInvitations(known.hall, seat, known.invitations, kept, known.now);
  return {
    again,
    ...(known ? { hall: known.hall } : {}),
    ...(seats ? { seats } : {}),
    ...(failed === undefined ? {} : { failed }),
  };
}
