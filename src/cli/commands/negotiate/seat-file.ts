import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ok, type Result } from "#prelude";
import { type KeptSeat, type OutboxStorage, type Pending, type Remembered, readKeptSeat } from "#seat";
import { couldNotRun, type Failure } from "../../failure.ts";
import { systemReason } from "../../system-reason.ts";

/** What the command line keeps of a seat: its keys, its session, and the agenda it was given. Only its owner reads it. */
export type SeatFile = {
  readonly schema: "entente.seat-file/1";
  readonly kept: KeptSeat;
  /** The name of the taking of the invitation, so that one whose answer was lost takes no second use. */
  readonly attempt: string;
  /** The session cookie, "name=value"; and the agenda's exact text. Both absent until the host has let the seat in. */
  readonly session?: string;
  readonly agenda?: string;
};

/** A seat that the host has let in. */
export type TakenSeat = SeatFile & { readonly session: string; readonly agenda: string };

export function readSeatFile(path: string): Result<SeatFile, Failure> {
  let raw: Readonly<Record<string, unknown>>;
  try {
    raw = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return couldNotRun(`"${path}" is no file of a seat: it is not JSON.`);
    return couldNotRun(`"${path}" cannot be read: ${systemReason(error)}.`);
  }
  if (raw?.schema !== "entente.seat-file/1" || typeof raw.attempt !== "string")
    return couldNotRun(`"${path}" is no file of a seat, as \`entente negotiate join\` writes it.`);
  const kept = readKeptSeat(raw.kept);
  if (!kept.ok) return couldNotRun(`"${path}": ${kept.error}`);
  const { attempt, session, agenda } = raw;
  return ok({
    schema: "entente.seat-file/1",
    kept: kept.value,
    attempt,
    ...(typeof session === "string" ? { session } : {}),
    ...(typeof agenda === "string" ? { agenda } : {}),
  });
}

export function readTakenSeat(path: string): Result<TakenSeat, Failure> {
  const file = readSeatFile(path);
  if (!file.ok) return file;
  const { session, agenda } = file.value;
  if (session === undefined || agenda === undefined)
    return couldNotRun(`The seat in "${path}" has not been let in yet. Join with its link again, --as this file.`);
  return ok({ ...file.value, session, agenda });
}

/** Written whole or not at all, and readable to nobody else. */
export function writeSeatFile(path: string, file: SeatFile): Result<undefined, Failure> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, `${JSON.stringify(file, null, 2)}\n`);
    return ok(undefined);
  } catch (error) {
    return couldNotRun(`"${path}" could not be written: ${systemReason(error)}.`);
  }
}

/** Beside the seat's file: what was sent and not answered, one file each, so that two programs at one seat do not meet. */
export function fileOutbox(seatPath: string): OutboxStorage {
  const folder = `${seatPath}.outbox`;
  return {
    load: async () => {
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
      return names.flatMap((name) => readPending(join(folder, name)));
    },
    put: async (pending) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeWhole(join(folder, `${pending.key}.json`), JSON.stringify(pending));
    },
    remove: async (key) => rmSync(join(folder, `${key}.json`), { force: true }),
  };
}

/** What was seen of the host on earlier visits: without it a host could begin anew with another history. */
export function readRemembered(seatPath: string): Remembered | undefined {
  try {
    const raw = JSON.parse(readFileSync(memoryPath(seatPath), "utf8"));
    return typeof raw?.heads === "object" && raw.heads !== null ? raw : undefined;
  } catch {
    return undefined; // a first visit
  }
}

export function writeRemembered(seatPath: string, remembered: Remembered): void {
  writeWhole(memoryPath(seatPath), JSON.stringify(remembered));
}

function memoryPath(seatPath: string): string {
  return `${seatPath}.seen`;
}

function readPending(path: string): readonly Pending[] {
  try {
    return [JSON.parse(readFileSync(path, "utf8"))];
  } catch {
    return []; // another program of this seat has just removed it
  }
}

function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.part`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
}
