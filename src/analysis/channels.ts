import type { Agenda, PartyId } from "#model";
import type { Day } from "#prelude";
import type { ChannelsReport } from "./analysis.ts";

/** How many channels had the adversaries in one session, and when. Sessions after the day are not counted. */
export function channelsReport(agenda: Agenda, asOf: Day = agenda.asOf): ChannelsReport {
  const parties = adversaries(agenda);
  const channels = agenda.channels.map(({ id, name, sessions }) => {
    const held = sessions.filter(({ date }) => date <= asOf);
    const together = held
      .filter(({ present }) => parties.length > 0 && parties.every((party) => present.includes(party)))
      .map(({ date, level }) => ({ date, ...(level === undefined ? {} : { level }) }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return { id, name, sessions: held.length, together };
  });
  return {
    asOf,
    channels,
    adversaries: parties,
    channelsTogether: channels.filter(({ together }) => together.length > 0).length,
    sessionsTogether: channels.reduce((sum, { together }) => sum + together.length, 0),
  };
}

/** The belligerents; where there are not two of them, the claimants; where not two of those either, the consenting parties. */
export function adversaries({ parties, consent }: Agenda): readonly PartyId[] {
  for (const role of ["belligerent", "claimant"] as const) {
    const sides = parties.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
    if (sides.length >= 2) return sides;
  }
  return consent;
}
