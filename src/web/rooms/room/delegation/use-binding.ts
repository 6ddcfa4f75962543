import { useCallback, useState } from "react";
import { type Cleared, clearance, keepOverride, type NotCleared, type Outcome, type Outgoing } from "#seat";
import { useRoom } from "../live/live-room.tsx";
import { untilSeen } from "../live/until-seen.ts";
import { type Sending, useSending } from "../live/use-sending.ts";

type Act = (cleared: Cleared) => Promise<Outcome>;
export type Asking = { readonly outgoing: Outgoing; readonly act: Act; readonly against: NotCleared };

/** What would bind the delegation goes out when the mandate covers it, or after an override was recorded for it. */
export type Binding = {
  readonly sending: Sending;
  /** Set while an override is asked for. */
  readonly asking: Asking | undefined;
  readonly bind: (outgoing: Outgoing, act: Act) => Promise<Outcome | undefined>;
  readonly override: (reason: string) => Promise<Outcome | undefined>;
  readonly cancel: () => void;
  readonly send: (act: () => Promise<Outcome>) => Promise<Outcome>;
};

export function useBinding(): Binding {
  const { session } = useRoom();
  const { sending, send, forget } = useSending();
  const [asking, setAsking] = useState<Asking>();
  const bind = useCallback(
    async (outgoing: Outgoing, act: Act) => {
      const cleared = clearance(session, outgoing);
      if (cleared.ok) return send(() => act(cleared.value));
      setAsking({ outgoing, act, against: cleared.error });
      forget();
      return undefined;
    },
    [session, send, forget],
  );
  const override = useCallback(
    async (reason: string) => {
      if (!asking) return undefined;
      const { outgoing, act, against } = asking;
      const recorded = await send(() => keepOverride(session, { ...outgoing, breaches: against.reasons, reason }));
      if (recorded.kind !== "done") return recorded;
      await untilSeen(session, recorded.stream, recorded.version);
      const cleared = clearance(session, outgoing, recorded.version);
      if (!cleared.ok) {
        setAsking({ outgoing, act, against: cleared.error });
        return undefined;
      }
      setAsking(undefined);
      return send(() => act(cleared.value));
    },
    [asking, session, send],
  );
  const cancel = useCallback(() => setAsking(undefined), []);
  return { sending, asking, bind, override, cancel, send };
}
