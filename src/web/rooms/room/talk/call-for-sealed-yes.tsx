import { useId, useState } from "react";
import type { Choices } from "#model";
import type { ChannelPlan } from "#room";
import { callSealedYes, foreseenRefusal } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { useHall, useRoom } from "../live/live-room.tsx";
import { RefusalText, Refused } from "../live/refused.tsx";
import { useSending } from "../live/use-sending.ts";

const minutes = [5, 15, 60, 240, 1440] as const;

/** Calls for a sealed yes on a package, for those whom the rules of procedure let call. */
export function CallForSealedYes({ plan, choices }: { readonly plan: ChannelPlan; readonly choices: Choices }) {
  const { session } = useRoom();
  const words = useWords();
  const hall = useHall();
  const id = useId();
  const [time, setTime] = useState<number>(15);
  const { sending, send } = useSending();
  const ends = (): string => new Date(Date.parse(session.now()) + time * 60_000).toISOString();
  const refusal = foreseenRefusal(session, plan.id, {
    kind: "call sealed yes",
    call: "0".repeat(32),
    choices,
    until: ends(),
  });
  if (hall.ended || refusal?.rule === "R6.1" || refusal?.rule === "R3.14") return null;
  return (
    <details className="room-call">
      <summary>{words("room-moves.yes.call")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => callSealedYes(session, plan.id, choices, ends()));
        }}
      >
        <p>{words("room-moves.yes.explain")}</p>
        <p className="note">{words("room-moves.yes.trust")}</p>
        <p className="row">
          <label htmlFor={id}>{words("room-moves.yes.time")}</label>
          <select id={id} value={time} onChange={(event) => setTime(Number(event.target.value))}>
            {minutes.map((one) => (
              <option key={one} value={one}>
                {words("room-moves.yes.minutes", { minutes: one })}
              </option>
            ))}
          </select>
          <button type="submit" disabled={refusal !== undefined || sending.kind === "sending"}>
            {words("room-moves.yes.call.do")}
          </button>
        </p>
        {refusal ? <RefusalText {...refusal} /> : null}
        <Refused sending={sending} />
      </form>
    </details>
  );
}
