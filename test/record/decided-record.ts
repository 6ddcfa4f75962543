import type { Agenda } from "#model";
import type { Random } from "#prelude";
import { countersign, documentDigest, recordedSettlement, signSettlement } from "#record";
import {
  type ChannelState,
  type Command,
  decide,
  decideForHost,
  evolveAll,
  type HallState,
  type SeatId,
  type Situation,
  type StreamAppend,
  type StreamId,
  type StreamState,
  situationFor,
} from "#room";
import { randomMove } from "../../src/room/trial/random-move.ts";
import { trialAgenda } from "../../src/room/trial/trial-agenda.ts";
import { hallStream, type TrialRoom, trialOpening } from "../../src/room/trial/trial-room.ts";
import { exported, hexId, newKeys, newStream, type Rehearsal, signedBy, write } from "./rehearsal.ts";

const agenda = JSON.stringify(trialAgenda);
const readAgenda: Agenda = JSON.parse(agenda); // the same, as a client reads it
const signer = "ua";

export type Decided = { readonly text: string; readonly kinds: ReadonlySet<string> };

/** A record of what the room's own rules decided: a host and its seats as they will be, but for store and network. */
export function decidedRecord(random: Random, moves: number): Decided {
  const host = newKeys(random);
  const seats = trialOpening.seats.map((seat) => ({ ...seat, keys: newKeys(random) }));
  const rehearsal: Rehearsal = { negotiation: hexId(random), agenda, random, host, seats, streams: [], clock: 0 };
  const states = new Map<StreamId, StreamState>();
  const kinds = new Set<string>();
  let minute = 0;
  const situation = (address: StreamId | "new"): Situation => {
    const { negotiation } = rehearsal;
    const holding = { negotiation, agenda: readAgenda, hostKey: host.publicKey, hallStream, streams: states };
    const at = new Date(Date.UTC(2026, 10, 23, 13, 0, minute++ % 30)).toISOString();
    return situationFor(holding, address, { at, newId: () => hexId(random), digestOf: documentDigest });
  };
  const keep = (
    appends: readonly StreamAppend[],
    author?: Rehearsal["seats"][number],
    signed?: ReturnType<typeof signedBy>,
  ): void => {
    const decidedFrom = rehearsal.streams[0]?.entries.length ?? 0;
    for (const { stream, events } of appends) {
      const kind = stream === hallStream ? "hall" : events[0]?.kind === "delegation opened" ? "delegation" : "channel";
      const members = seats.map(({ id }) => id);
      const into =
        rehearsal.streams.find((each) => each.stream === stream) ?? newStream(rehearsal, kind, stream, members);
      write(rehearsal, into, author, signed, events, decidedFrom);
      const { version } = into.entries.at(-1)!;
      states.set(stream, evolveAll(states.get(stream), events, { version, at: "2026-11-23T13:00:00.000Z" }));
      for (const event of events) kinds.add(event.kind);
    }
  };
  const send = (author: SeatId, address: StreamId | "new", command: Command, after?: number): boolean => {
    const seat = seats.find(({ id }) => id === author);
    if (!seat) return false;
    const seen = after ?? (address === "new" ? 0 : (states.get(address)?.version ?? 0));
    // as it comes from the wire: through JSON
    const signed = signedBy(rehearsal, seat, command.kind === "open" ? "new" : address, seen, command);
    const outcome = decide(situation(address), author, seen, JSON.parse(signed.text).command);
    if (outcome.ok) keep(outcome.value, seat, signed);
    return outcome.ok;
  };

  const keysOf = (id: SeatId) => {
    const signing = seats.find((seat) => seat.id === id)!.keys.publicKey;
    return { signing, sealing: documentDigest(id) };
  };
  send("convenor", hallStream, { ...trialOpening, agenda: documentDigest(agenda), keys: keysOf("convenor") });
  for (const { id } of seats.slice(1)) send(id, hallStream, { kind: "join", keys: keysOf(id) });

  const room = {
    streams: states,
    hall: () => states.get(hallStream) as HallState, // opened above
  } as unknown as TrialRoom; // all that a random move looks at
  for (let step = 0; step < moves; step++) {
    const addresses = [...states.keys(), "plenary", "plenary", "plenary", "new"] as const;
    const { author, address, command, after } = randomMove(room, random, { addresses, names: [...states.keys()] });
    send(
      author,
      address,
      command.kind === "join" ? { kind: "join", keys: keysOf(author) } : completed(command, author),
      after,
    );
    if (random.below(10) === 0) witness();
    answerCalls();
  }
  return { text: exported(rehearsal, seats.find(({ id }) => id === signer)!), kinds };

  /** Random moves know no keys: a signature is put where one is due. */
  function completed(command: Command, author: SeatId): Command {
    const seat = seats.find(({ id }) => id === author);
    if (!seat || (command.kind !== "initial" && command.kind !== "sign" && command.kind !== "ratify")) return command;
    const motion = plenary().motions.get(command.motion);
    if (!motion) return command;
    const { negotiation } = rehearsal;
    const { settlement, closes, by, motion: name } = motion;
    const moved = { kind: "adoption moved", motion: name, by, settlement, closes } as const;
    const text = recordedSettlement({ negotiation, title: trialOpening.title, agenda, moved });
    const signature = signSettlement({ act: command.kind, negotiation, motion: name, text }, seat.keys.sign);
    return { ...command, signature };
  }

  function witness(): void {
    const seat = seats.find(({ id }) => id === signer)!;
    const { entries, stream } = rehearsal.streams.find((each) => each.stream === "plenary")!;
    const { version, hash: head } = entries.at(-1)!;
    const signature = countersign({ negotiation: rehearsal.negotiation, stream, version, head }, seat.keys.sign);
    send(signer, "plenary", { kind: "countersign", version, head, signature });
  }

  function answerCalls(): void {
    for (const [stream, state] of states) {
      if (state.kind !== "channel") continue;
      for (const { call, allSaidYes } of state.calls.values()) {
        if (allSaidYes !== undefined || random.below(3) > 0) continue;
        const command = { kind: "answer sealed yes", call, allSaidYes: random.below(2) === 0 } as const;
        const outcome = decideForHost(situation(stream), command);
        if (outcome.ok) keep(outcome.value);
      }
    }
  }

  function plenary(): ChannelState {
    return states.get("plenary") as ChannelState; // opened with the negotiation
  }
}
