import { type ChannelsReport, channelsReport } from "#analysis";
import type { Agenda } from "#model";
import { noDay, parseDay } from "#prelude";
import { type Names, plainText, series } from "#report";
import type { Say } from "../evidence/say.ts";
import { lastDayAfter } from "./timeline-days.ts";

/** In how many channels the adversaries sat together, when and at what level; then the same with what came later. */
export function timelineSentences(agenda: Agenda, names: Names, say: Say): readonly string[] {
  const report = channelsReport(agenda);
  const parties = plainText(series(report.adversaries.map((party) => names.party(party))));
  const dated = report.asOf !== noDay;
  const first =
    report.sessionsTogether === 0
      ? say(dated ? "timeline.never" : "timeline.never.undated", { parties, day: report.asOf })
      : say(dated ? "timeline.together" : "timeline.together.undated", {
          parties,
          channels: report.channelsTogether,
          sessions: report.sessionsTogether,
          when: whenWords(report, say),
          day: report.asOf,
        });
  const last = parseDay(lastDayAfter(agenda) ?? "");
  if (!last) return [first];
  const later = channelsReport(agenda, last);
  return [
    first,
    say("timeline.later", { day: last, channels: later.channelsTogether, sessions: later.sessionsTogether }),
  ];
}

/** "Istanbul talks: 2025-05-16, 2025-06-02 (level not recorded)": a level stands once after the days that share it. */
function whenWords({ channels }: ChannelsReport, say: Say): string {
  return channels
    .filter(({ together }) => together.length > 0)
    .map(({ name, together }) =>
      say("timeline.when", {
        channel: name,
        dates: together
          .map(({ date, level }, at) => {
            const next = together[at + 1];
            return next && next.level === level ? date : `${date} (${level ?? say("timeline.level.none")})`;
          })
          .join(", "),
      }),
    )
    .join("; ");
}
