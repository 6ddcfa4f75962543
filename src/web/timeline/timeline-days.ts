import { adversaries } from "#analysis";
import type { Agenda, Channel, PartyId, Session, TimelineEvent } from "#model";
import { noDay } from "#prelude";

export type HeldSession = Session & {
  readonly channel: Pick<Channel, "id" | "name">;
  /** Every adversary sat in it. */
  readonly together: boolean;
};

export type TimelineDay = {
  readonly date: string;
  /** After the scenario's own day: on record, and not counted by its answers. */
  readonly after: boolean;
  readonly events: readonly TimelineEvent[];
  readonly sessions: readonly HeldSession[];
};

/** Every day with an event or a session, in order. */
export function timelineDays(agenda: Agenda): readonly TimelineDay[] {
  const sides = adversaries(agenda);
  const sessions = agenda.channels.flatMap((channel) =>
    channel.sessions.map(
      (session): HeldSession => ({
        ...session,
        channel: { id: channel.id, name: channel.name },
        together: isTogether(session.present, sides),
      }),
    ),
  );
  const dates = [...new Set([...sessions, ...agenda.events].map(({ date }) => date))].sort();
  return dates.map((date) => ({
    date,
    after: agenda.asOf !== noDay && date > agenda.asOf,
    events: agenda.events.filter((event) => event.date === date),
    sessions: sessions.filter((session) => session.date === date),
  }));
}

function isTogether(present: readonly PartyId[], sides: readonly PartyId[]): boolean {
  return sides.length > 0 && sides.every((side) => present.includes(side));
}

/** The last day on record, if it is after the scenario's own. */
export function lastDayAfter(agenda: Agenda): TimelineDay["date"] | undefined {
  const last = timelineDays(agenda).at(-1);
  return last?.after ? last.date : undefined;
}
