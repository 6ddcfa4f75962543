import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from "react";
import type { Agenda, Choices } from "#model";
import { audienceOf, type ChannelState, type Composition, composeOf, seenByAll } from "#room";
import { useChannels, useHall, useRoom } from "../live/live-room.tsx";

/** As far as one frame of the page lasts; a composition that needs more says that it is bounded. */
const steps = 150_000;

export type Whole = { readonly channels: readonly ChannelState[]; readonly composition: Composition };

const WholeContext = createContext<Whole | undefined>(undefined);

/** What everything that this seat sees amounts to, computed once for the page. */
export function WholeProvider({ children }: { readonly children: ReactNode }) {
  const { agenda, session } = useRoom();
  const channels = useDeferredValue(useChannels());
  const whole = useMemo(() => wholeOf(agenda, channels, session.now()), [agenda, channels, session]);
  return <WholeContext value={whole}>{children}</WholeContext>;
}

export function useWhole(): Whole {
  const whole = useContext(WholeContext);
  if (!whole) throw new Error("useWhole needs a WholeProvider above it.");
  return whole;
}

/** The same of what every member of a channel sees: what may be named there, and in plenary closed there. */
export function useWholeOf(channel: ChannelState | undefined): Whole {
  const { agenda, session } = useRoom();
  const hall = useHall();
  const all = useWhole();
  return useMemo(() => {
    if (!channel) return all;
    const pairs = all.channels.map((one) => [one.plan.id, one] as const);
    const seen = [...seenByAll(pairs, audienceOf(hall, channel)).values()];
    return seen.length === all.channels.length ? all : wholeOf(agenda, seen, session.now());
  }, [agenda, session, hall, all, channel]);
}

function wholeOf(agenda: Agenda, channels: readonly ChannelState[], at: string): Whole {
  return { channels, composition: composeOf(agenda, channels, { at, steps }) };
}

/** What is settled for good, as far as anything is: the choices of the one set that closes. */
export function settledBy({ closing }: Composition): Choices {
  return closing.kind === "closes" ? closing.set.choices : nothing;
}

const nothing: Choices = {};
