import type { Command } from "#room";
import { lookIn } from "../host/look-in.ts";
import { sendCommand } from "../host/send-command.ts";
import type { Group } from "./use-groups.ts";

/** The same to every hall, one after the other; the names of the groups where it was not done, and why. */
export async function commandAll(
  groups: readonly Group[],
  command: Command,
  onDone: (done: number) => void = () => {},
): Promise<readonly { readonly group: string; readonly why: string }[]> {
  const failed: { group: string; why: string }[] = [];
  let done = 0;
  for (const group of groups) {
    const why = await commandOne(group, command);
    if (why !== undefined) failed.push({ group: group.name, why });
    done += 1;
    onDone(done);
  }
  return failed;
}

async function commandOne(group: Group, command: Command): Promise<string | undefined> {
  if (!group.kept) return "";
  const look = await lookIn(group);
  if (!look.ok) return look.message;
  const { hall, hallStream } = look.value;
  if (hall.ended) return command.kind === "end" ? undefined : "The negotiation has ended.";
  const sent = await sendCommand(group.kept, hallStream, hall.version, command);
  return sent.ok ? undefined : sent.message;
}
