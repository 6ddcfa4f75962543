import { err, ok, type Result } from "#prelude";
import {
  type CheckSignature,
  checkRun,
  type Entry,
  type EntryBody,
  faultInEvents,
  faultInHostEvents,
  type Head,
  isCommandSignedBy,
  parseSignedCommand,
} from "#record";
import { type DelegationId, isInstant, type SeatId, type StreamId } from "#room";
import { isObject } from "./host-frame.ts";

/** An entry with what it is checked against. */
export type Checking = {
  readonly stream: StreamId;
  readonly before: Head;
  readonly entry: Entry;
  readonly body: EntryBody;
};

type Fault = { readonly stream: StreamId; readonly version: number; readonly message: string };

/** Everything about an entry that needs no signature: its place in the chain, and what its body says of itself. */
export function checkCheaply(
  negotiation: string,
  stream: StreamId,
  head: Head,
  entry: Entry,
): Result<EntryBody, string> {
  if (typeof entry.body !== "string") return err("It has no body.");
  const chained = checkRun(head, [entry], "", () => true);
  if (!chained.ok) return err(chained.error.message);
  let body: unknown;
  try {
    body = JSON.parse(entry.body);
  } catch {
    return err("Its body is not JSON.");
  }
  if (!isObject(body) || body.v !== 1 || !Array.isArray(body.events) || body.events.length === 0)
    return err("Its body is none of this format.");
  if (body.negotiation !== negotiation || body.stream !== stream || body.version !== entry.version)
    return err("Its body was written for another place.");
  if (typeof body.at !== "string" || !isInstant(body.at) || !Number.isSafeInteger(body.hall))
    return err("Its body names no moment, or no version of the hall.");
  if (typeof body.author !== "string" || !body.events.every(isObject)) return err("Its body names no author or event.");
  return ok(body as unknown as EntryBody); // what is read of it now was checked; events are read by `evolve`, which throws
}

type Register = Map<
  SeatId,
  {
    readonly delegation: DelegationId;
    readonly keys: { readonly from: number; readonly key: string | undefined }[];
    removedAt?: number;
  }
>;

export type SignatureChecks = {
  readonly add: (isHall: boolean, entries: readonly Checking[]) => void;
  /** The receipt of the stream's last entry. */
  readonly last: (stream: StreamId) => Fault | undefined;
  readonly some: (atMost: number) => { readonly fault?: Fault; readonly more: boolean };
  readonly forget: (stream: StreamId) => void;
};

/** The signatures that are still to be checked: the host's receipt and the author's under the command. */
export function signatureChecks(negotiation: string, check?: CheckSignature): SignatureChecks {
  const register: Register = new Map();
  const done = new Set<string>();
  let hostKey: string | undefined;
  let hallVersion = 0;
  let hall: StreamId | undefined;
  let open: Checking[] = [];
  const lasts = new Map<StreamId, Checking>();

  function add(isHall: boolean, entries: readonly Checking[]): void {
    open.push(...entries);
    for (const checking of entries) {
      lasts.set(checking.stream, checking);
      if (isHall) takeUp(checking);
    }
  }

  function takeUp({ stream, body: { version, events } }: Checking): void {
    hall = stream;
    hallVersion = version;
    for (const event of events) {
      if (event.kind === "opened") {
        hostKey = event.hostKey;
        for (const { id, delegation } of event.seats) register.set(id, { delegation, keys: [] });
      } else if (event.kind === "joined") {
        register.get(event.seat)?.keys.push({ from: version, key: event.keys.signing });
      } else if (event.kind === "seat freed") {
        register.get(event.seat)?.keys.push({ from: version, key: undefined });
      } else if (event.kind === "seat removed") {
        const seat = register.get(event.seat);
        if (seat) seat.removedAt = version;
      }
    }
  }

  function receiptFault({ stream, before, entry }: Checking): Fault | undefined {
    const run = checkRun(before, [entry], hostKey ?? "", check);
    return run.ok ? undefined : { stream, ...run.error };
  }

  function whatIsWrong(checking: Checking): string | undefined {
    const { stream, body } = checking;
    const { author, command: text, signature, events } = body;
    const receipt = receiptFault(checking);
    if (receipt) return receipt.message;
    if (author === "host") return faultInHostEvents(events);
    const seat = register.get(author);
    // a seat joins with the key that it brings; what opens with the hall has nothing before it
    const from = stream === hall ? body.version : Math.max(body.hall, 1);
    const key = seat?.keys.findLast((one) => one.from <= from)?.key;
    if (!seat || key === undefined) return "Its author had no key then.";
    if (seat.removedAt !== undefined && seat.removedAt <= body.hall) return "Its author had been removed.";
    if (typeof text !== "string" || typeof signature !== "string" || !isCommandSignedBy(text, signature, key, check))
      return "Its command is not signed by its author.";
    const signed = parseSignedCommand(text);
    if (!signed.ok) return signed.error;
    const { stream: to, negotiation: of, seat: by, key: name, command } = signed.value;
    if (of !== negotiation || by !== author || (to !== stream && to !== "new"))
      return "Its command was signed for another place, or by another seat.";
    const once = `${stream} ${by} ${name}`;
    if (done.has(once)) return "Its command was done before: the host has done it twice.";
    done.add(once);
    return faultInEvents(command, events, { seat: author, delegation: seat.delegation });
  }

  return {
    add,
    last: (stream) => {
      const checking = lasts.get(stream);
      return checking && hostKey !== undefined ? receiptFault(checking) : undefined;
    },
    some: (atMost) => {
      if (hostKey === undefined) return { more: false };
      const ready = open.filter(({ body }) => body.hall <= hallVersion).slice(0, atMost);
      const taken = new Set(ready);
      open = open.filter((checking) => !taken.has(checking));
      for (const checking of ready) {
        const message = whatIsWrong(checking);
        if (message !== undefined)
          return { fault: { stream: checking.stream, version: checking.entry.version, message }, more: false };
      }
      return { more: open.some(({ body }) => body.hall <= hallVersion) };
    },
    forget: (stream) => {
      open = open.filter((checking) => checking.stream !== stream);
      lasts.delete(stream);
      for (const name of done) if (name.startsWith(`${stream} `)) done.delete(name);
    },
  };
}
