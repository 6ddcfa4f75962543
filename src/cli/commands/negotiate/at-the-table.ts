import { err, ok, type Result } from "#prelude";
import { countersignMilestones, joinHall, openSeat, type SeatSession, type SeatView, seatViewer } from "#seat";
import { couldNotRun, type Failure } from "../../failure.ts";
import { readRemembered, readTakenSeat, writeRemembered } from "./seat-file.ts";
import { seatLine } from "./seat-line.ts";

/** A seat that is connected, has read all there is, and has joined. */
export type AtTheTable = {
  readonly session: SeatSession;
  readonly view: () => SeatView;
  /** Waits a moment for what is still to be answered, such as a countersignature; what is not answered stays kept. */
  readonly leave: () => Promise<void>;
};

/** How long a host may take to be reached, or to answer, before a command gives up; what was sent stays kept. */
const patience = 30_000;
const lastWords = 3_000;

export async function atTheTable(path: string): Promise<Result<AtTheTable, Failure>> {
  const file = readTakenSeat(path);
  if (!file.ok) return file;
  const remembered = readRemembered(path);
  const { kept, agenda } = file.value;
  const session = await openSeat(kept, agenda, seatLine(path, file.value), remembered ? { remembered } : {});
  const viewOf = seatViewer(kept, session.keys, session.agenda);
  const leave = async (): Promise<void> => {
    await until(session, () => session.snapshot().pending.length === 0, lastWords);
    if (session.snapshot().streams.fault === undefined) writeRemembered(path, session.remembered());
    session.close();
  };
  const seated = await whenSeated(session);
  if (!seated.ok) {
    await leave();
    return seated;
  }
  countersignMilestones(session);
  const view = (): SeatView => {
    const shown = viewOf(session.snapshot(), { at: session.now() });
    if (!shown) throw new Error("a seat that is at the table has read the hall");
    return shown;
  };
  return ok({ session, view, leave });
}

async function whenSeated(session: SeatSession): Promise<Result<undefined, Failure>> {
  const read = await until(session, () => session.snapshot().streams.caughtUp);
  if (!read.ok) return read;
  const seat = session.snapshot().streams.hall?.seats.get(session.kept.seat);
  if (seat?.keys === undefined) {
    const joined = await within(joinHall(session));
    if (joined?.kind === "refused") return err({ exit: 1, message: `${joined.message} (${joined.rule})` });
    if (joined?.kind !== "done") return couldNotRun(noAnswer);
    return until(session, () => session.snapshot().streams.hall?.seats.get(session.kept.seat)?.keys !== undefined);
  }
  if (seat.keys.signing === session.keys.publicKeys.signing) return ok(undefined);
  return couldNotRun(
    "This seat was taken with other keys, which another machine holds; with these nothing can be done in it.",
  );
}

export const noAnswer =
  "The host has not answered. What was sent is kept, and is asked about and sent again the next time this seat connects.";

/** The promise's value, or undefined when the host takes too long. */
export async function within<T>(promise: Promise<T>, atMost = patience): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), atMost);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for the session to come to it; a connection that has ended for good, or takes too long, is a failure. */
export async function until(
  session: SeatSession,
  isThere: () => boolean,
  atMost = patience,
): Promise<Result<undefined, Failure>> {
  let stop = (): void => {};
  const come = new Promise<Result<undefined, Failure>>((resolve) => {
    const look = (): void => {
      const { connection, streams } = session.snapshot();
      if (connection.kind === "closed") resolve(couldNotRun(closedWords(connection.message, streams.fault)));
      else if (isThere()) resolve(ok(undefined));
    };
    stop = session.subscribe(look);
    look();
  });
  const result = await within(come, atMost);
  stop();
  return result ?? couldNotRun(`Nobody answers at ${session.kept.origin}.`);
}

function closedWords(
  message: string,
  fault: { readonly stream: string; readonly version: number; readonly message: string } | undefined,
): string {
  return fault ? `${message}\nEntry ${fault.version} of stream ${fault.stream}: ${fault.message}` : message;
}
