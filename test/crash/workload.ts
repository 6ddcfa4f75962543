import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "#prelude";
import type { ChannelState, Command } from "#room";
import { delegationStream, joinHall, keepNote, type Outcome } from "#seat";
import type { SeatUnderTest } from "./talks-under-test.ts";

/** As many as a client may have unanswered; what is queued beyond waits in the client. */
const mostPending = 4;

/** Works at the table until it is told to stop, and then until everything has its outcome. */
export async function workAtTheTable(
  seat: SeatUnderTest,
  random: Random,
  pace: number,
  isOver: () => boolean,
): Promise<void> {
  const { session, kept } = seat;
  const untilTrusted = (is: () => boolean): Promise<void> =>
    until(() => {
      expectTrust(seat);
      return is();
    });
  await untilTrusted(() => session.snapshot().streams.caughtUp);
  const joined = session.snapshot().streams.hall?.seats.get(kept.seat)?.keys !== undefined;
  if (!joined) expectDone(await joinHall(session));
  for (let turn = 0; !isOver(); turn += 1) {
    await untilTrusted(() => session.snapshot().pending.length < mostPending || isOver());
    if (isOver()) break;
    act(turn);
    await sleep(random.below(pace));
  }
  await untilTrusted(() => session.snapshot().pending.length === 0);

  function act(turn: number): void {
    const { streams } = session.snapshot();
    const sits = streams.hall?.seats.get(kept.seat);
    const channels = [...streams.states.values()].filter((state) => state.kind === "channel");
    const open = channels.flatMap((channel) => openCallOf(channel, kept.seat));
    const [call] = open;
    if (sits?.role === "negotiator" && call && !answered.has(`${kept.seat} ${call.call}`)) {
      answered.add(`${kept.seat} ${call.call}`);
      void session.sendAnswer(call.channel, call.call, true);
      return;
    }
    const channel = channels[random.below(channels.length)];
    const own = delegationStream(streams);
    if (turn % 7 === 3 && own) void keepNote(session, `note ${turn}`);
    else if (channel && sits) void session.send(channel.plan.id, commandFor(channel, sits.role, turn));
  }

  function commandFor(channel: ChannelState, role: string, turn: number): Command {
    const say: Command = {
      kind: "say",
      words: { plain: `${kept.seat}: word ${turn} ${"-".repeat(random.below(300))}` },
    };
    const clusters = channel.plan.clusters;
    const issues = session.agenda.issues.filter(({ cluster }) => cluster !== undefined && clusters.includes(cluster));
    const issue = issues[random.below(Math.max(1, issues.length))];
    const option = issue?.options[random.below(issue.options.length)];
    if (!issue || !option) return say;
    const choices = { [issue.id]: option.id };
    if (role === "mediator" && ![...channel.calls.values()].some(({ allSaidYes }) => allSaidYes === undefined)) {
      const until = new Date(Date.now() + 3_600_000).toISOString();
      return { kind: "call sealed yes", call: randomBytes(16).toString("hex"), choices, until };
    }
    if (role !== "negotiator" || random.below(2) === 0) return say;
    const offer = randomBytes(16).toString("hex");
    return { kind: "table", as: "offer", offer, choices, conditions: [] };
  }
}

const answered = new Set<string>();

function openCallOf(
  channel: ChannelState,
  seat: string,
): readonly { readonly channel: string; readonly call: string }[] {
  return [...channel.calls.values()]
    .filter(({ allSaidYes, call }) => allSaidYes === undefined && !answered.has(`${seat} ${call}`))
    .map(({ call }) => ({ channel: channel.plan.id, call }));
}

function expectDone(outcome: Outcome): void {
  if (outcome.kind !== "done") throw new Error(`a seat does not join: ${JSON.stringify(outcome)}`);
}

/** A client that has seen another history, or a command done twice, takes nothing more from its host: the run is over. */
export function expectTrust({ name, session }: SeatUnderTest): void {
  const { connection, streams } = session.snapshot();
  if (connection.kind === "closed") {
    throw new Error(`${name} trusts the host no more: ${streams.fault?.message ?? connection.message}`);
  }
}

/** Looks again and again; a run that hangs is ended by whoever waits for it. */
export async function until(is: () => boolean, patience = 60_000): Promise<void> {
  const end = performance.now() + patience;
  while (!is()) {
    if (performance.now() > end) throw new Error(`this does not come: ${is}`);
    await sleep(5);
  }
}
