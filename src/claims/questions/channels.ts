import type { Question } from "#model";
import { type Finding, found, type World } from "../finding.ts";
import { listed, partyName } from "../wording.ts";

/**
 * Channels with a session in the window in which all the parties sat. Both ends of the window count; it ends on the
 * agenda's date unless the question says otherwise. Decided by those sessions, as recorded.
 */
export function decideChannels(question: Extract<Question, { kind: "channels" }>, { scenario }: World): Finding {
  const { together, from, until = scenario.agenda.asOf, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = question;
  const met = scenario.agenda.channels.flatMap((channel) => {
    const sessions = channel.sessions.filter(({ date, present }) => {
      return (
        (from === undefined || date >= from) && date <= until && together.every((party) => present.includes(party))
      );
    });
    return sessions.length > 0 ? [{ channel, sessions }] : [];
  });
  return found(
    met.length >= atLeast && met.length <= atMost,
    () => {
      const who = listed(together.map((party) => partyName(scenario, party)));
      const window = from === undefined ? `until ${until}` : `from ${from} until ${until}`;
      const which = met.map(({ channel, sessions }) => {
        return `${channel.name} (${sessions.map(({ date, level }) => (level ? `${date}, ${level}` : date)).join("; ")})`;
      });
      const count = `${met.length === 0 ? "No" : met.length} ${met.length < 2 ? "channel" : "channels"} had ${who} in one session ${window}`;
      return which.length > 0 ? `${count}: ${which.join(", ")}.` : `${count}.`;
    },
    () =>
      met.flatMap(({ channel, sessions }) => {
        return sessions.map(({ date, present, sources }) => {
          return {
            kind: "session" as const,
            id: channel.id,
            says: `${channel.name}, ${date}: ${present.join(", ")}`,
            sources,
          };
        });
      }),
  );
}
