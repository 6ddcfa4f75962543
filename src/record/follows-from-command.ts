import type { Command, Event } from "#room";
import type { ToldEvent } from "./read-body.ts";
import { isObject } from "./strict-json.ts";

/** What may come of each command. The host cannot file another event under a seat's signature. */
const outcomes: Readonly<Record<Command["kind"], readonly Event["kind"][]>> = {
  open: ["opened", "joined", "channel opened", "delegation opened"],
  join: ["joined"],
  "remove seat": ["seat removed"],
  "free seat": ["seat freed"],
  "set seat level": ["seat level set"],
  "set deadline": ["deadline set"],
  end: ["ended"],
  convene: ["group convened", "channel opened"],
  table: ["tabled"],
  withdraw: ["withdrawn"],
  accept: ["accepted", "provisionally agreed"],
  reject: ["rejected"],
  reopen: ["reopened"],
  say: ["said"],
  "call sealed yes": ["sealed yes called"],
  "set level": ["level set"],
  "add member": ["member added"],
  "remove member": ["member removed"],
  "close channel": ["channel closed"],
  "move adoption": ["adoption moved"],
  vote: ["voted", "adopted", "fell"],
  initial: ["initialled"],
  sign: ["signed"],
  ratify: ["ratified"],
  "reopen settlement": ["settlement reopened"],
  countersign: ["countersigned"],
  keep: ["kept"],
};

/** What the host writes by itself: the outcome of what no single seat decides. */
const byHost: readonly Event["kind"][] = ["sealed yes answered", "adopted", "fell"];

/** Events that say whose they are, with the member that names the seat. */
const seatMember: Readonly<Record<string, string>> = {
  joined: "seat",
  opened: "convenor",
  said: "seat",
  kept: "seat",
  countersigned: "seat",
  "adoption moved": "by",
  "sealed yes called": "by",
};

const delegationEvents: ReadonlySet<string> = new Set([
  ...["accepted", "rejected", "reopened", "voted", "initialled", "signed", "ratified", "settlement reopened"],
]);

export type CommandAuthor = { readonly seat: string; readonly delegation: string };

/** Undefined if the host may have written these events by itself. */
export function faultInHostEvents(events: readonly ToldEvent[]): string | undefined {
  const wrong = events.find(({ kind }) => !byHost.some((allowed) => allowed === kind));
  return wrong && `The host has written "${wrong.kind}" by itself, which only a seat can do.`;
}

/** Undefined if the events are what this command of this author asks for, with what it says and nothing else. */
export function faultInEvents(
  command: unknown,
  events: readonly ToldEvent[],
  author: CommandAuthor,
): string | undefined {
  if (!isObject(command) || typeof command.kind !== "string" || !Object.hasOwn(outcomes, command.kind))
    return "Its command is of no kind that there is.";
  const allowed: readonly string[] = outcomes[command.kind as Command["kind"]]; // one of its keys, just checked
  const isSpread = command.kind === "open" || command.kind === "convene"; // each stream gets its part of the outcome
  if (!isSpread && events.filter(({ kind }) => kind === allowed[0]).length !== 1)
    return `Its command is "${command.kind}", and its events do not say once that this was done.`;
  for (const event of events) {
    if (!allowed.includes(event.kind)) return `Its event "${event.kind}" does not follow from "${command.kind}".`;
    const isWhole = !isSpread && event.kind === allowed[0];
    const fault = otherThanAsked(command, event, isWhole) ?? faultInAuthor(event, author);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Members of one name have one value; in the outcome itself (`isWhole`) none of the command's is missing. */
function otherThanAsked(
  command: Readonly<Record<string, unknown>>,
  event: ToldEvent,
  isWhole: boolean,
): string | undefined {
  const { asked, told } = comparable(command, event);
  const other = Object.keys(asked).find((name) =>
    Object.hasOwn(told, name) ? !isAsAsked(name, asked[name], told[name]) : isWhole,
  );
  if (other !== undefined) return `Its event "${event.kind}" has another "${other}" than the signed command.`;
  const isPlanned =
    command.kind !== "open" ||
    event.kind !== "channel opened" ||
    (Array.isArray(command.channels) && command.channels.some((plan) => isSame(plan, event.plan)));
  return isPlanned ? undefined : "It opens another channel than the signed command.";
}

/** What is tabled stands in the event as an offer, whose members have names of their own. */
function comparable(
  command: Readonly<Record<string, unknown>>,
  event: ToldEvent,
): { readonly asked: Readonly<Record<string, unknown>>; readonly told: Readonly<Record<string, unknown>> } {
  if (event.kind === "tabled") {
    const { offer, as, ...rest } = command;
    return { asked: { ...rest, id: offer, kind: as }, told: isObject(event.offer) ? event.offer : {} };
  }
  const { kind: _kind, ...asked } = command;
  return { asked, told: event };
}

function isAsAsked(name: string, asked: unknown, told: unknown): boolean {
  if (name !== "plan" || !isObject(told)) return isSame(asked, told);
  const { id: _id, ...rest } = told; // the host's to choose
  return isSame(asked, rest);
}

function faultInAuthor(event: ToldEvent, { seat, delegation }: CommandAuthor): string | undefined {
  const member = seatMember[event.kind];
  if (member !== undefined && event[member] !== seat)
    return `Its event "${event.kind}" names another seat than its author.`;
  if (event.kind === "tabled") {
    const { offer } = event;
    if (!isObject(offer) || offer.author !== seat || offer.delegation !== delegation)
      return "Its offer names another author.";
  }
  if (delegationEvents.has(event.kind) && event.delegation !== delegation)
    return `Its event "${event.kind}" names another delegation than its author's.`;
  return undefined;
}

/** Equal values, members in any order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
  );
}
