import { err, ok, type Result } from "#prelude";
import { isCommandSignedBy, isSigningKey, parseSignedCommand, type SignedCommand } from "#record";
import type { Command, HallState } from "#room";
import { roomCommand } from "#wire";
import type { Door } from "./host.ts";
import { nativeCheck } from "./host-key.ts";
import { type HostRefusal, refused } from "./host-refusal.ts";

export type ReadCommand = {
  readonly signed: Omit<SignedCommand, "command">;
  readonly command: Command;
  readonly text: string;
  readonly signature: string;
};

/** A command in its one form, signed for this door; whether by its seat is asked once the hall is known. */
export function readCommand(
  door: Door,
  text: string,
  signature: string,
  key: string | undefined,
): Result<ReadCommand, HostRefusal> {
  const parsed = parseSignedCommand(text);
  if (!parsed.ok) return refused("H1", `This is no signed command. ${parsed.error}`);
  const { command: asked, ...signed } = parsed.value;
  if (signed.negotiation !== door.negotiation) return refused("H2", "This command was signed for another negotiation.");
  if (signed.seat !== door.seat) return refused("H2", "This command was signed for another seat.");
  if (!/^[0-9a-f]{32}$/.test(signed.key)) return refused("H1", "A command's key is 32 hexadecimal digits.");
  if (key !== undefined && signed.key !== key) return refused("H2", "This command was signed with another key.");
  const command = commandOf(asked);
  return command.ok ? ok({ signed, command: command.value, text, signature }) : command;
}

/** What stands in it is a command of the room, member by member. */
function commandOf(asked: unknown): Result<Command, HostRefusal> {
  const read = roomCommand.safeParse(asked);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.map(String).join(".") ?? "";
    return refused(
      "H4",
      `This is no command that a room knows${place === "" ? "" : `, at ${place}`}: ${issue?.message}`,
    );
  }
  const { data } = read;
  if ((data.kind === "open" || data.kind === "join") && !isSigningKey(data.keys.signing)) {
    return refused("H8", "The key to sign with is no point that an Ed25519 key can be.");
  }
  return ok(data);
}

/** Signed by its seat: with the key that the hall knows, or with the one that it brings. */
export function checkAuthor(
  { signed, command, text, signature }: ReadCommand,
  hall: HallState | undefined,
): Result<undefined, HostRefusal> {
  const known = hall?.seats.get(signed.seat)?.keys?.signing;
  const brought = command.kind === "open" || command.kind === "join" ? command.keys.signing : undefined;
  const key = brought ?? known;
  // a seat without a key has not joined, and the room says so
  if (key === undefined) return ok(undefined);
  return isCommandSignedBy(text, signature, key, nativeCheck)
    ? ok(undefined)
    : err({ rule: "H3", message: "This command is not signed with its seat's key." });
}
