import type { Activity, SeatSession, SeatView } from "#seat";
import { type ExitCode, endWith } from "../../failure.ts";
import { stopRequest } from "../../stop-request.ts";
import type { Terminal } from "../../terminal.ts";
import { type AtTheTable, atTheTable } from "./at-the-table.ts";
import { eventText, happenedWords } from "./happened-words.ts";

export type WatchFlags = { readonly json?: boolean; readonly new?: boolean };

/** What happens, as it happens, until Ctrl-C or the end of the seat. */
export async function watchCommand(path: string, flags: WatchFlags, terminal: Terminal): Promise<ExitCode> {
  const stop = stopRequest();
  try {
    const table = await Promise.race([atTheTable(path), stop.asked]);
    if (table === undefined) return 0;
    if (!table.ok) return endWith(terminal, table.error);
    const exit = await Promise.race([follow(table.value, flags, terminal), stop.asked]);
    await table.value.leave();
    return exit ?? 0;
  } finally {
    stop.forget();
  }
}

/** Settles when the seat's connection has ended for good. */
function follow({ session, view }: AtTheTable, flags: WatchFlags, terminal: Terminal): Promise<ExitCode> {
  const shown = new Map<string, number>();
  if (flags.new) for (const { stream, version } of view().activity) shown.set(stream, version);
  let connection = session.snapshot().connection.kind;
  return new Promise((resolve) => {
    const look = (): void => {
      const { connection: now, streams } = session.snapshot();
      if (streams.hall) print(view(), session, shown, flags, terminal);
      if (now.kind === "waiting" && connection !== "waiting")
        terminal.tell("The connection is lost; it is tried again.");
      if (now.kind === "live" && connection !== "live") terminal.tell("Connected again.");
      if (now.kind !== "connecting" && now.kind !== "resuming") connection = now.kind;
      if (now.kind === "closed" && now.why !== "left") {
        stop();
        const where = streams.fault
          ? `\nEntry ${streams.fault.version} of stream ${streams.fault.stream}: ${streams.fault.message}`
          : "";
        resolve(endWith(terminal, { exit: 1, message: `${now.message}${where}` }));
      }
    };
    const stop = session.subscribe(look);
    look();
  });
}

function print(
  view: SeatView,
  session: SeatSession,
  shown: Map<string, number>,
  { json }: WatchFlags,
  terminal: Terminal,
): void {
  const before = new Map(shown);
  for (const happened of view.activity) {
    const { stream, version } = happened;
    if (version <= (before.get(stream) ?? 0)) continue;
    shown.set(stream, Math.max(version, shown.get(stream) ?? 0));
    terminal.print(json ? jsonLine(happened, view, session) : wordLine(happened, view, session));
  }
}

function wordLine(happened: Activity, view: SeatView, session: SeatSession): string {
  const words = printable(happenedWords(happened, view, session));
  return `${happened.at.slice(0, 19).replace("T", " ")}  ${printable(placeName(happened, view))}  ${words}`;
}

/** One entry's event; `text`: its words, opened. */
function jsonLine(happened: Activity, view: SeatView, session: SeatSession): string {
  const { stream, version, at, author, event } = happened;
  const text = eventText(event, stream, session);
  return JSON.stringify({
    stream,
    place: placeName(happened, view),
    version,
    at,
    author,
    event,
    ...(text === undefined ? {} : { text }),
  });
}

function placeName({ stream, event }: Activity, view: SeatView): string {
  const channel = view.channels.find(({ id }) => id === stream);
  if (channel) return channel.plan.name;
  return event.kind === "kept" || event.kind === "delegation opened" ? "Delegation" : "Hall";
}

/** What others have written moves no cursor and turns no text round. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
