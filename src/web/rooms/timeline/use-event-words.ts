import { useCallback, useMemo } from "react";
import { unreachable } from "#prelude";
import type { DelegationId, Event, SeatId, StreamId, Words } from "#room";
import { useWords } from "../../words/words.tsx";
import { useDelegationName, useHall, useLive, useRoom } from "../room/live/live-room.tsx";
import { useAllWords } from "./use-all-words.ts";

/** Issues of a package that a sentence names; the table of the replay has them all. */
const mostNamed = 3;

/** An event in a sentence, as this seat may read it. */
export function useEventWords(): (stream: StreamId, event: Event) => string {
  const { names } = useRoom();
  const words = useWords();
  const { seats } = useHall();
  const delegationName = useDelegationName();
  const textOf = useAllWords();
  const states = useLive(({ streams }) => streams.states);
  const says = useMemo(() => {
    const seat = (id: SeatId): string => seats.get(id)?.name ?? id;
    const offer = (stream: StreamId, id: string): string => {
      const state = states.get(stream);
      const tabled = state?.kind === "channel" ? state.offers.get(id)?.offer : undefined;
      return words("room-timeline.offer", { kind: tabled?.kind ?? "offer", number: tabled?.number ?? 0 });
    };
    const choices = (chosen: Readonly<Record<string, string>>): string => {
      const all = Object.entries(chosen).map(
        ([issue, option]) => `${names.issue(issue)}: ${names.option(issue, option)}`,
      );
      if (all.length <= mostNamed + 1) return all.join("; ");
      return `${all.slice(0, mostNamed).join("; ")} ${words("room-timeline.more", { count: all.length - mostNamed })}`;
    };
    const text = (stream: StreamId, said: Words): string => textOf(stream, said) ?? words("room-timeline.sealed-words");
    return { seat, offer, choices, text };
  }, [names, words, seats, states, textOf]);

  return useCallback(
    (stream, event) => {
      const { seat, offer, choices, text } = says;
      const who = (delegation: DelegationId): string => delegationName(delegation);
      switch (event.kind) {
        case "opened":
          return words("room-timeline.opened", { who: seat(event.convenor), title: event.title });
        case "joined":
          return words("room-timeline.joined", { who: seat(event.seat) });
        case "seat removed":
          return words("room-timeline.seat-removed", { who: seat(event.seat) });
        case "seat freed":
          return words("room-timeline.seat-freed", { who: seat(event.seat) });
        case "seat level set":
          return words("room-timeline.seat-level", { who: seat(event.seat), level: event.level });
        case "group convened":
          return words("room-timeline.group-convened", { name: event.plan.name });
        case "deadline set":
          return event.deadline === null
            ? words("room-timeline.deadline-lifted")
            : words("room-timeline.deadline", { at: event.deadline.slice(0, 16).replace("T", " ") });
        case "ended":
          return words("room-timeline.ended", { reason: event.reason });
        case "channel opened":
          return words("room-timeline.channel-opened", {
            kind: event.plan.kind.replace(" ", ""), // a word that may name a case of a message
            members: event.plan.members.map(seat).join("; "),
          });
        case "member added":
          return words("room-timeline.member-added", { who: seat(event.seat) });
        case "member removed":
          return words("room-timeline.member-removed", { who: seat(event.seat) });
        case "level set":
          return words("room-timeline.level", { level: event.level });
        case "channel closed":
          return words("room-timeline.channel-closed");
        case "tabled": {
          const { offer: tabled } = event;
          const said = words("room-timeline.tabled", {
            who: seat(tabled.author),
            kind: tabled.kind,
            number: tabled.number,
            choices: choices(tabled.choices),
            conditions: tabled.conditions.length,
          });
          if (tabled.counters === undefined) return said;
          return `${said} ${words("room-timeline.countering", { offer: offer(stream, tabled.counters) })}`;
        }
        case "withdrawn":
          return words("room-timeline.withdrawn", { offer: offer(stream, event.offer) });
        case "accepted":
          return words("room-timeline.accepted", { who: who(event.delegation), offer: offer(stream, event.offer) });
        case "provisionally agreed":
          return words("room-timeline.agreed", { offer: offer(stream, event.offer) });
        case "rejected":
          return event.reasons.length === 0
            ? words("room-timeline.rejected", { who: who(event.delegation), offer: offer(stream, event.offer) })
            : words("room-timeline.rejected.why", {
                who: who(event.delegation),
                offer: offer(stream, event.offer),
                reasons: event.reasons.map(({ words: reason }) => text(stream, reason)).join("; "),
              });
        case "reopened":
          return words("room-timeline.reopened", {
            who: who(event.delegation),
            offer: offer(stream, event.offer),
            reason: text(stream, event.reason),
          });
        case "said":
          return words("room-timeline.said", { who: seat(event.seat), text: text(stream, event.words) });
        case "sealed yes called":
          return words("room-timeline.sealed-yes-called", { who: seat(event.by), choices: choices(event.choices) });
        case "sealed yes answered":
          return words(event.allSaidYes ? "room-timeline.all-said-yes" : "room-timeline.not-all-said-yes");
        case "adoption moved":
          return words("room-timeline.moved", { who: seat(event.by), closes: event.closes.length });
        case "voted":
          return words("room-timeline.voted", { who: who(event.delegation), says: event.says });
        case "adopted":
          return words("room-timeline.adopted");
        case "fell":
          return words("room-timeline.fell");
        case "initialled":
        case "signed":
        case "ratified":
          return words(`room-timeline.${event.kind}`, {
            who: who(event.delegation),
            completes: event.completes ? "yes" : "no",
          });
        case "settlement reopened":
          return words("room-timeline.settlement-reopened", { who: who(event.delegation), reason: event.reason });
        case "countersigned":
          return words("room-timeline.countersigned", { who: seat(event.seat), version: event.version });
        case "delegation opened":
          return words("room-timeline.delegation-opened", { who: who(event.delegation) });
        case "kept":
          return words("room-timeline.kept", { who: seat(event.seat), what: event.what });
        default:
          return unreachable(event);
      }
    },
    [words, says, delegationName],
  );
}
