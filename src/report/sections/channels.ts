import { type Section, series, type Text } from "../document/document.ts";
import { dayWords } from "../words/day-words.ts";
import { counted } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** In how many channels the adversaries sat together, when and at what level. */
export function channelsSection({ analysis, names }: ReportContext): Section | undefined {
  const { channels } = analysis;
  if (channels.channels.length === 0) return undefined;
  return {
    id: "channels",
    title: "Channels",
    answer: [
      ...series(channels.adversaries.map((party) => names.party(party))),
      channels.sessionsTogether === 0
        ? " sat together in no recorded session"
        : ` sat together in ${counted(channels.channelsTogether, "channel")}, ${counted(channels.sessionsTogether, "session")}`,
      `, ${dayWords("up to", channels.asOf)}.`,
    ],
    blocks: [
      {
        kind: "table",
        caption: "Recorded channels and the sessions in which the adversaries sat together",
        columns: [
          { title: "Channel", align: "start" },
          { title: "Sessions", align: "end" },
          { title: "Together", align: "end" },
          { title: "Dates and levels", align: "start", long: true },
        ],
        rows: channels.channels.map((channel): readonly Text[] => [
          { kind: "name", text: channel.name },
          String(channel.sessions),
          String(channel.together.length),
          channel.together.length === 0
            ? "never together"
            : channel.together.map(({ date, level }) => (level ? `${date} (${level})` : date)).join(", "),
        ]),
      },
    ],
  };
}
