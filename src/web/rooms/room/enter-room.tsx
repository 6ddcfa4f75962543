import { joinHall } from "#seat";
import { useWords } from "../../words/words.tsx";
import { useHall, useLive, useMe, useRoom } from "./live/live-room.tsx";
import { Refused } from "./live/refused.tsx";
import { useSending } from "./live/use-sending.ts";

/** A seat that was taken and has not said so in the hall yet: its keys were not sent, or did not arrive. */
export function EnterRoom() {
  const { session } = useRoom();
  const words = useWords();
  const me = useMe();
  const { ended } = useHall();
  const isOnItsWay = useLive(({ pending }) => pending.some(({ what }) => what === "join"));
  const { sending, send } = useSending();
  if (me.keys || ended || me.removed) return null;
  return (
    <div className="card">
      <p>{words("room.enter")}</p>
      <p>
        <button
          type="button"
          className="primary"
          disabled={isOnItsWay || sending.kind === "sending"}
          onClick={() => void send(() => joinHall(session))}
        >
          {words("room.enter.do")}
        </button>
      </p>
      <Refused sending={sending} />
    </div>
  );
}
