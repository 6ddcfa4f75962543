import { ok, type Result, unreachable } from "#prelude";
import { sees } from "./audience.ts";
import type {
  ChannelCommand,
  Command,
  ConveneCommand,
  DelegationCommand,
  HallCommand,
  OpenCommand,
  PlenaryCommand,
} from "./command.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { SeatId } from "./seat.ts";
import type { ChannelSituation, OpenSituation, Situation } from "./situation.ts";
import type { ChannelState, DelegationState, HallState, SeatState } from "./state.ts";

export type DelegationSituation = OpenSituation & { readonly stream: DelegationState; readonly address: string };

/** A command that may go where it is going, with the seat that sends it. */
export type Addressed = {
  readonly seat: SeatState;
  readonly to:
    | { readonly kind: "hall"; readonly situation: OpenSituation; readonly command: Exclude<HallCommand, OpenCommand> }
    | { readonly kind: "new"; readonly situation: OpenSituation; readonly command: ConveneCommand }
    | { readonly kind: "channel"; readonly situation: ChannelSituation; readonly command: ChannelCommand }
    | { readonly kind: "plenary"; readonly situation: ChannelSituation; readonly command: PlenaryCommand }
    | { readonly kind: "delegation"; readonly situation: DelegationSituation; readonly command: DelegationCommand };
};

type Later = Exclude<Command, OpenCommand>;
type Kind = Addressed["to"]["kind"];

/** One table for all commands: where each goes. */
const goesTo: Readonly<Record<Later["kind"], Kind>> = {
  join: "hall",
  "remove seat": "hall",
  "free seat": "hall",
  "set seat level": "hall",
  "set deadline": "hall",
  end: "hall",
  convene: "new",
  table: "channel",
  withdraw: "channel",
  accept: "channel",
  reject: "channel",
  reopen: "channel",
  say: "channel",
  "call sealed yes": "channel",
  "set level": "channel",
  "add member": "channel",
  "remove member": "channel",
  "close channel": "channel",
  "move adoption": "plenary",
  vote: "plenary",
  initial: "plenary",
  sign: "plenary",
  ratify: "plenary",
  "reopen settlement": "plenary",
  countersign: "plenary",
  keep: "delegation",
};

/** What stays possible once the negotiation has ended. */
const afterTheEnd: ReadonlySet<Later["kind"]> = new Set(["countersign", "keep"]);

/** What the deadline stops: whatever makes or moves an agreement. */
const beforeTheDeadline: ReadonlySet<Later["kind"]> = new Set([
  "table",
  "accept",
  "call sealed yes",
  "move adoption",
  "vote",
]);

/** Answers to the table: given to what the author had in front of it, not to what came since. */
function answersTheTable(command: Later): boolean {
  switch (command.kind) {
    case "accept":
    case "reject":
    case "withdraw":
    case "reopen":
    case "call sealed yes":
    case "move adoption":
    case "vote":
      return true;
    case "table":
      return command.counters !== undefined;
    default:
      return false;
  }
}

/** Rule R1: who may send what where and when, before anything is asked about its content. */
export function mayAddress(
  situation: Situation,
  author: SeatId,
  after: number,
  command: Later,
): Result<Addressed, Refusal> {
  const { hall, at } = situation;
  const seat = hall?.seats.get(author);
  if (hall === undefined || seat === undefined) return unseen();
  if (seat.removed) return refuse("R1.3", "This seat has been removed from the negotiation.");
  if (situation.address !== "new" && !seesStream(situation, hall, author)) return unseen();
  const to = routed({ ...situation, hall }, command);
  if (to === undefined) return refuse("R1.2", `"${command.kind}" does not go to this stream.`);
  if (seat.keys === undefined && command.kind !== "join") {
    return refuse("R1.4", "This seat has not joined yet: it needs its keys before it can do anything.");
  }
  if (hall.ended !== undefined && !afterTheEnd.has(command.kind)) {
    return refuse("R1.5", "The negotiation has ended.");
  }
  if (situation.stream?.kind === "channel" && situation.stream.closed) {
    return refuse("R1.6", "This channel is closed.");
  }
  if (hall.deadline !== undefined && at > hall.deadline && beforeTheDeadline.has(command.kind)) {
    return refuse("R1.7", `The deadline of ${hall.deadline} has passed: words still go, offers do not.`);
  }
  return current(situation, after, command) ?? ok({ seat, to });
}

function unseen(): Result<never, Refusal> {
  return refuse("R1.1", "There is no such stream for this seat.");
}

function seesStream({ stream }: Situation, hall: HallState, author: SeatId): boolean {
  return stream !== undefined && sees(hall, stream, author);
}

function current({ stream }: Situation, after: number, command: Later): Result<never, Refusal> | undefined {
  if (stream === undefined) return;
  if (!Number.isSafeInteger(after) || after < 0 || after > stream.version) {
    return refuse("R1.9", `This stream has ${stream.version} entries; nobody has seen ${after} of them.`);
  }
  if (stream.kind === "channel" && after < stream.tableVersion && answersTheTable(command)) {
    return refuse("R1.8", "The table has changed since: look at it again, then answer.");
  }
}

function routed(situation: OpenSituation, command: Later): Addressed["to"] | undefined {
  const { address, stream } = situation;
  const kind = goesTo[command.kind];
  // each cast: `goesTo` sends exactly the commands of that union there, which the tests walk through
  switch (kind) {
    case "new":
      return address === "new" ? { kind, situation, command: command as ConveneCommand } : undefined;
    case "hall":
      if (stream?.kind !== "hall") return;
      return { kind, situation, command: command as Exclude<HallCommand, OpenCommand> };
    case "channel":
      if (address === "new" || stream?.kind !== "channel") return;
      return { kind, situation: toChannel(situation, address, stream), command: command as ChannelCommand };
    case "plenary":
      if (address === "new" || stream?.kind !== "channel" || stream.plan.kind !== "plenary") return;
      return { kind, situation: toChannel(situation, address, stream), command: command as PlenaryCommand };
    case "delegation":
      if (address === "new" || stream?.kind !== "delegation") return;
      return { kind, situation: { ...situation, address, stream }, command: command as DelegationCommand };
    default:
      return unreachable(kind);
  }
}

function toChannel(situation: OpenSituation, address: string, stream: ChannelState): ChannelSituation {
  return { ...situation, address, stream };
}
