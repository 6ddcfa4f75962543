import type { Random } from "#prelude";
import { countersign, documentDigest, signSettlement } from "#record";
import type { Command, Event } from "#room";
import {
  act,
  exported,
  hexId,
  newKeys,
  newStream,
  type Rehearsal,
  type RehearsedSeat,
  type RehearsedStream,
  rehearse,
  rehearsedText,
  signedBy,
  write,
} from "./rehearsal.ts";

/** An honest bundle: a negotiation of random steps, exported by one of its seats. */
export function randomRecord(random: Random, steps: number): string {
  return exported(...randomRehearsal(random, steps));
}

export function randomRehearsal(random: Random, steps: number): readonly [Rehearsal, RehearsedSeat] {
  const rehearsal = rehearse(random, ["UA", "RU", "US"].slice(0, 2 + random.below(2)));
  const exporter = rehearsal.seats[1 + random.below(2)]!;
  const present = new Set<RehearsedSeat>([rehearsal.seats[0]!]);
  for (const seat of rehearsal.seats.slice(1))
    if (seat === exporter || random.below(4) > 0) join(rehearsal, seat, present);
  for (let step = 0; step < steps; step++) takeStep(rehearsal, present, exporter);
  if (random.below(2) === 0) climb(rehearsal, exporter);
  return [rehearsal, exporter];
}

export function join(rehearsal: Rehearsal, seat: RehearsedSeat, present: Set<RehearsedSeat> = new Set()): void {
  const keys = { signing: seat.keys.publicKey, sealing: "11".repeat(32) };
  act(rehearsal, rehearsal.streams[0]!, seat, { kind: "join", keys }, [{ kind: "joined", seat: seat.id, keys }]);
  present.add(seat);
}

function takeStep(rehearsal: Rehearsal, present: Set<RehearsedSeat>, exporter: RehearsedSeat): void {
  const { random, streams, seats } = rehearsal;
  const hall = streams[0]!;
  const convenor = seats[0]!;
  switch (random.below(12)) {
    case 0: {
      const absent = seats.find((seat) => !present.has(seat) && !seat.removed);
      if (absent) join(rehearsal, absent, present);
      break;
    }
    case 1: {
      // its keys were lost: from here on it has others
      const again = [...present][random.below(present.size)]!;
      if (again === convenor) break;
      const seat = again.id;
      act(rehearsal, hall, convenor, { kind: "free seat", seat }, [{ kind: "seat freed", seat }]);
      again.keys = newKeys(random);
      join(rehearsal, again, present);
      break;
    }
    case 2: {
      const gone = [...present].find((seat) => seat !== convenor && seat !== exporter);
      if (!gone || random.below(3) > 0) break;
      const seat = gone.id;
      act(rehearsal, hall, convenor, { kind: "remove seat", seat }, [{ kind: "seat removed", seat }]);
      gone.removed = true;
      present.delete(gone);
      break;
    }
    case 3:
      convene(rehearsal, exporter, random.below(2) === 0);
      break;
    case 4:
    case 5: {
      const stream = ofKind(rehearsal, "delegation").find(({ members }) => members[0] === exporter.id)!;
      const kept = { what: "note", sealed: hexId(random) } as const;
      act(rehearsal, stream, exporter, { kind: "keep", ...kept }, [{ kind: "kept", seat: exporter.id, ...kept }]);
      break;
    }
    default:
      talk(rehearsal, present);
  }
}

function convene(rehearsal: Rehearsal, seat: RehearsedSeat, isSecret: boolean): void {
  const { random, streams } = rehearsal;
  const members = rehearsal.seats.slice(1).map(({ id }) => id);
  const kind = isSecret ? "back channel" : "working group";
  const plan = { kind, name: `Line ${random.below(100)}`, clusters: [], members, level: "expert" } as const;
  const wordKeys = isSecret ? { [seat.id]: hexId(random) } : {};
  const signed = signedBy(rehearsal, seat, "new", 0, { kind: "convene", plan, ...(isSecret && { wordKeys }) });
  const placed = { ...plan, id: hexId(random) };
  if (!isSecret) write(rehearsal, streams[0]!, seat, signed, [{ kind: "group convened", plan: placed }]);
  const stream = newStream(rehearsal, "channel", placed.id, members);
  write(rehearsal, stream, seat, signed, [{ kind: "channel opened", plan: placed, wordKeys }]);
}

function talk(rehearsal: Rehearsal, present: ReadonlySet<RehearsedSeat>): void {
  const { random } = rehearsal;
  const channels = ofKind(rehearsal, "channel");
  const stream = channels[random.below(channels.length)]!;
  const speakers = [...present].filter(({ id }) => stream.members.includes(id));
  const seat = speakers[random.below(speakers.length)];
  if (!seat) return;
  const [command, events] = randomMove(rehearsal, stream, seat);
  act(rehearsal, stream, seat, command, events);
  if (command.kind === "call sealed yes" && random.below(2) === 0) {
    const { call } = command;
    write(rehearsal, stream, undefined, undefined, [{ kind: "sealed yes answered", call, allSaidYes: false }]);
  }
}

function randomMove(
  { random, clock }: Rehearsal,
  stream: RehearsedStream,
  { id: seat, delegation }: RehearsedSeat,
): readonly [Command, readonly Event[]] {
  const offer = hexId(random);
  const choices = { S1: `o${random.below(4)}`, "7": "sieben" } as never; // ids of this test, one of them like a number
  const at = new Date(1_790_000_000_000 + clock).toISOString();
  switch (random.below(4)) {
    case 0: {
      const words = { plain: ["Good morning.", "Добрий день", '"quoted" \\ 𝔼\u0001', ""][random.below(4)]! };
      return [{ kind: "say", words }, [{ kind: "said", seat, words }]];
    }
    case 1: {
      const asked = { choices, conditions: [], until: at };
      const tabled = {
        id: offer,
        number: 1,
        channel: stream.stream,
        author: seat,
        delegation,
        kind: "offer",
        at,
      } as const;
      return [{ kind: "table", as: "offer", offer, ...asked }, [{ kind: "tabled", offer: { ...tabled, ...asked } }]];
    }
    case 2: {
      const events: readonly Event[] = [
        { kind: "accepted", offer, delegation },
        { kind: "provisionally agreed", offer },
      ];
      return [{ kind: "accept", offer }, events];
    }
    default: {
      const called = { call: hexId(random), choices, until: at };
      return [{ kind: "call sealed yes", ...called }, [{ kind: "sealed yes called", by: seat, ...called }]];
    }
  }
}

/** Adoption, initials, signature and ratification by one seat, and its countersignature under each. */
export function climb(rehearsal: Rehearsal, seat: RehearsedSeat, settlementText = rehearsedText): void {
  const { random, negotiation, agenda } = rehearsal;
  const plenary = rehearsal.streams[1]!;
  const { delegation } = seat;
  const motion = hexId(random);
  const moved = { motion, settlement: { S1: "o1" } as never, closes: [] }; // ids of this test
  const event = { kind: "adoption moved", by: seat.id, ...moved } as const;
  act(rehearsal, plenary, seat, { kind: "move adoption", ...moved }, [event]);
  const text = settlementText({ negotiation, title: "A rehearsal", agenda, moved: event });
  const digest = documentDigest(text);
  const vote = { motion, says: "yes" } as const;
  const adopted = { kind: "adopted", motion, digest } as const;
  const voted = { kind: "voted", delegation, ...vote } as const;
  const isByHost = random.below(2) === 0;
  act(rehearsal, plenary, seat, { kind: "vote", ...vote }, isByHost ? [voted] : [voted, adopted]);
  if (isByHost) write(rehearsal, plenary, undefined, undefined, [adopted]);
  witness(rehearsal, plenary, seat);
  const ladder = [
    ["initial", "initialled"],
    ["sign", "signed"],
    ["ratify", "ratified"],
  ] as const;
  for (const [order, fact] of ladder) {
    const signature = signSettlement({ act: order, negotiation, motion, text }, seat.keys.sign);
    const given = { motion, digest, signature };
    const done = { kind: fact, delegation, completes: false, ...given } as Event; // `completes` is the room's
    act(rehearsal, plenary, seat, { kind: order, ...given }, [done]);
  }
  witness(rehearsal, plenary, seat);
}

export function witness(rehearsal: Rehearsal, { stream, entries }: RehearsedStream, seat: RehearsedSeat): void {
  const { version, hash: head } = entries.at(-1)!;
  const { negotiation } = rehearsal;
  const signature = countersign({ negotiation, stream, version, head }, seat.keys.sign);
  const given = { version, head, signature };
  const plenary = rehearsal.streams.find((each) => each.stream === stream)!;
  act(rehearsal, plenary, seat, { kind: "countersign", ...given }, [
    { kind: "countersigned", seat: seat.id, ...given },
  ]);
}

function ofKind({ streams }: Rehearsal, kind: RehearsedStream["kind"]): readonly RehearsedStream[] {
  return streams.filter((stream) => stream.kind === kind);
}
