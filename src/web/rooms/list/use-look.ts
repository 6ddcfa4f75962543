import { useEffect, useState } from "react";
import type { Asked } from "../host/ask-host.ts";
import { type Look, lookIn } from "../host/look-in.ts";
import { readVersions, unreadOf } from "../kept-seats/read-marks.ts";
import { type SeatRecord, seatKey } from "../kept-seats/seat-record.ts";

export type Looked = { readonly look: Asked<Look>; readonly unread: number };

/** One look at the negotiation from this seat; undefined until it is done. `turn`: another one looks anew. */
export function useLook({ negotiation, seat }: Pick<SeatRecord, "negotiation" | "seat">, turn = 0): Looked | undefined {
  const [looked, setLooked] = useState<Looked>();
  // `turn` looks anew
  useEffect(() => {
    let wanted = true;
    const of = { negotiation, seat };
    void Promise.all([lookIn(of), readVersions(seatKey(of))]).then(([look, read]) => {
      if (wanted) setLooked({ look, unread: look.ok ? unreadOf(look.value.streams, read) : 0 });
    });
    return () => {
      wanted = false;
    };
  }, [negotiation, seat, turn]);
  return looked;
}
