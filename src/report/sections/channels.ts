import type { ChannelsReport } from "#analysis";
import { type Inline, type Section, series, type Text } from "../document/document.ts";
import { dayWords } from "../words/day-words.ts";
import { counted } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** In how many channels the adversaries sat together, when and at what level. */
export function channelsSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
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
          sessionWords(context, channel),
        ]),
      },
    ],
  };
}

/** When and at what level the adversaries sat together; where they never did, who sat instead. */
function sessionWords(
  { scenario, analysis, names }: ReportContext,
  { id, together }: ChannelsReport["channels"][number],
): readonly Inline[] {
  const recorded = scenario.agenda.channels.find((one) => one.id === id)?.sessions ?? [];
  const held = recorded.filter(({ date }) => date <= analysis.channels.asOf);
  if (together.length > 0) return [byLevel(together)];
  if (held.length === 0)
    return [recorded.length > 0 ? `no session yet; ${counted(recorded.length, "session")} later` : "no session"];
  return [
    "never together: ",
    ...held.flatMap((session, index): readonly Inline[] => [
      `${index > 0 ? "; " : ""}${byLevel([session])}, `,
      ...series(session.present.map((party) => names.party(party))),
    ]),
  ];
}

/** "2025-05-16, 2025-06-02 (level not recorded)": a level stands once after the days that share it. */
function byLevel(sessions: readonly { readonly date: string; readonly level?: string }[]): string {
  return sessions
    .map(({ date, level }, index) =>
      index + 1 < sessions.length && sessions[index + 1]?.level === level
        ? date
        : `${date} (${level ?? "level not recorded"})`,
    )
    .join(", ");
}
