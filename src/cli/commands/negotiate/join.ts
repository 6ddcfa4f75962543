import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { ok, type Result } from "#prelude";
import { type InviteLink, joinRequestOf, newKeptSeat, parseInviteLink, randomId } from "#seat";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../../failure.ts";
import type { Terminal } from "../../terminal.ts";
import { atTheTable } from "./at-the-table.ts";
import { postJoin } from "./host-requests.ts";
import { readSeatFile, type SeatFile, writeSeatFile } from "./seat-file.ts";

/** Takes the seat of a link, and keeps it in a file. */
export async function joinCommand(
  link: string,
  flags: { readonly as?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const parsed = parseInviteLink(link);
  if (!parsed.ok) return endWith(terminal, { exit: 2, message: parsed.error });
  const invited = parsed.value;
  const path = flags.as ?? `${invited.seat.slice(0, 8)}.seat.json`;
  const file = startedFile(path, invited);
  if (!file.ok) return endWith(terminal, file.error);
  // first: the keys, and the name under which the invitation is taken, survive whatever comes now
  const begun = writeSeatFile(path, file.value);
  if (!begun.ok) return endWith(terminal, begun.error);
  const { kept, attempt } = file.value;
  const joined = await postJoin(invited.origin, invited.negotiation, joinRequestOf(invited, kept, attempt));
  if (!joined.ok) return endWith(terminal, joined.error);
  const { session, answer } = joined.value;
  if (typeof answer.agenda !== "string" || answer.seat !== invited.seat)
    return endWith(terminal, { exit: 2, message: "The host has let in another seat than the link names." });
  const written = writeSeatFile(path, { ...file.value, session, agenda: answer.agenda });
  if (!written.ok) return endWith(terminal, written.error);
  const table = await atTheTable(path);
  if (!table.ok) return endWith(terminal, table.error);
  const { me, title, channels } = table.value.view();
  await table.value.leave();
  terminal.print(
    `${me.name}: seated in "${title}".\nChannels: ${channels.map(({ plan }) => plan.name).join(", ") || "none"}.`,
  );
  terminal.tell(`The seat is in ${path}; whoever has that file is this seat.`);
  return 0;
}

/** A file of the same seat that was not let in yet is gone on with; any other is left alone. */
function startedFile(path: string, invited: InviteLink): Result<SeatFile, Failure> {
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  if (!existsSync(path))
    return ok({ schema: "entente.seat-file/1", kept: newKeptSeat(invited, random), attempt: randomId(random) });
  const before = readSeatFile(path);
  const isSame =
    before.ok && before.value.kept.seat === invited.seat && before.value.kept.negotiation === invited.negotiation;
  if (isSame) return before;
  return couldNotRun(`"${path}" is there already, and is not this seat's. Choose another file with --as.`);
}
