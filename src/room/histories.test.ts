import fc from "fast-check";
import { expect, test } from "vitest";
import { breaks, isSettlement } from "#model";
import { seededRandom } from "#prelude";
import { audienceOf } from "./audience.ts";
import type { StreamId } from "./channel.ts";
import type { Event } from "./event.ts";
import { evolveAll } from "./evolve.ts";
import type { OfferId, OfferStatus } from "./offer.ts";
import type { DelegationId } from "./seat.ts";
import type { StreamState } from "./state.ts";
import { randomMove } from "./trial/random-move.ts";
import { trialAgenda } from "./trial/trial-agenda.ts";
import { hallStream, type TrialRoom, trialRoom } from "./trial/trial-room.ts";

/** What a history of so many random moves came through, so that a test of the tests can see that all of it happens. */
const happened = new Map<string, number>();
const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);

type Done = {
  readonly room: TrialRoom;
  readonly stream: StreamId;
  readonly events: readonly Event[];
  readonly before: Map<StreamId, StreamState>;
};

/** Moves at random, one for each seed. `look` sees every move that was done, `refused` every one that was not. */
function play(
  seeds: readonly number[],
  look: (done: Done) => void,
  refused: (room: TrialRoom) => void = () => {},
): TrialRoom {
  const room = trialRoom();
  for (const seed of seeds) {
    const random = seededRandom(seed);
    room.clock = later(room.clock, random.below(60_000));
    const before = new Map(room.streams);
    // the plenary and the groups come up more often than the hall and the delegations
    const channels = [...room.streams].flatMap(([id, { kind }]) => (kind === "channel" ? [id] : []));
    const quiet = ["new", hallStream, "no such stream", ...room.streams.keys()] as const;
    const addresses = random.below(8) === 0 ? quiet : random.below(3) === 0 ? ["plenary"] : channels;
    const move = randomMove(room, random, { addresses, names: [...channels, "no such stream"] });
    const outcome = room.send(move.author, move.address, move.command, move.after);
    if (!outcome.ok) {
      count(outcome.error.rule);
      refused(room);
      continue;
    }
    for (const { stream, events } of outcome.value) {
      for (const event of events) {
        count(event.kind);
        if (event.kind === "tabled" && event.offer.counters !== undefined) count("countered");
        if (event.kind === "tabled" && event.offer.conditions.length > 0) count("conditional");
        if (event.kind === "adopted" && room.channel(stream).motions.get(event.motion)?.closes.length)
          count("closed together");
      }
      look({ room, stream, events, before });
    }
  }
  return room;
}

const history = fc.array(fc.nat({ max: 0xffff_ffff }), { minLength: 40, maxLength: 160, size: "max" });

test("R11.2 a refused command changes nothing", () => {
  fc.assert(
    fc.property(history, (seeds) => {
      let last = "";
      play(
        seeds,
        ({ room }) => {
          last = text(room.streams);
        },
        (room) => {
          if (last !== "") expect(text(room.streams)).toBe(last);
        },
      );
    }),
    { numRuns: 10 },
  );
});

test("R11.3 the state of a stream is what its events make of it", () => {
  fc.assert(
    fc.property(history, (seeds) => {
      const room = play(seeds, () => {});
      const folded = new Map<StreamId, StreamState>();
      for (const entry of room.entries) {
        expect(entry.version).toBe((folded.get(entry.stream)?.version ?? 0) + 1);
        folded.set(entry.stream, evolveAll(folded.get(entry.stream), entry.events, entry));
      }
      expect(text(folded)).toBe(text(room.streams));
    }),
    { numRuns: 40 },
  );
});

test("R11.4 an offer is in one state, and provisionally agreed exactly when every deciding delegation accepted it", () => {
  fc.assert(
    fc.property(history, (seeds) => {
      const ledger = new Map<string, Set<DelegationId>>();
      play(seeds, ({ room, stream, events, before }) => {
        const table = room.streams.get(stream);
        if (table?.kind !== "channel") return;
        for (const event of events) note(ledger, stream, event);
        const accepted = events.find((event) => event.kind === "accepted");
        const agreed = events.some((event) => event.kind === "provisionally agreed");
        expect(accepted !== undefined && complete(room, stream, ledger, accepted.offer)).toBe(agreed);
        const tabled = [...table.offers.values()];
        expect(tabled.map(({ offer }) => offer.number)).toEqual(tabled.map((_, index) => index + 1));
        const earlier = before.get(stream);
        if (earlier?.kind !== "channel") return;
        for (const [id, { status }] of earlier.offers) {
          expect(mayBecome[status.kind]).toContain(table.offers.get(id)?.status.kind);
        }
      });
    }),
    { numRuns: 60 },
  );
});

test("R11.5 an adopted settlement breaks no rule of the agenda and settles what it closes as it was agreed", () => {
  fc.assert(
    fc.property(history, (seeds) => {
      play(seeds, ({ room, stream, events }) => {
        const adopted = events.find((event) => event.kind === "adopted");
        if (adopted === undefined) return;
        const { settlement, closes, votes } = room.channel(stream).motions.get(adopted.motion)!; // it was just adopted
        expect(isSettlement(trialAgenda, settlement)).toBe(true);
        expect(trialAgenda.rules.filter((rule) => breaks(rule, settlement))).toEqual([]);
        expect(votes).toEqual({ UA: "yes", RU: "yes", US: "yes" });
        for (const { channel, offer } of closes) {
          const closed = room.channel(channel).offers.get(offer);
          expect(closed?.status.kind).toBe("provisionally agreed");
          expect(settlement).toMatchObject(closed?.offer.choices ?? {});
        }
      });
    }),
    { numRuns: 60 },
  );
});

test("R7.12 no removed seat is in any audience, whatever comes after", () => {
  fc.assert(
    fc.property(history, (seeds) => {
      const left = new Set<string>();
      play(seeds, ({ room, stream, events }) => {
        for (const event of events) {
          if (event.kind === "member removed") left.add(`${stream} ${event.seat}`);
          if (event.kind === "member added") left.delete(`${stream} ${event.seat}`);
        }
        const hall = room.hall();
        for (const [id, state] of room.streams) {
          const audience = audienceOf(hall, state);
          expect(audience.filter((seat) => hall.seats.get(seat)?.removed || left.has(`${id} ${seat}`))).toEqual([]);
        }
      });
    }),
    { numRuns: 30 },
  );
});

const mayBecome: Readonly<Record<OfferStatus["kind"], readonly OfferStatus["kind"][]>> = {
  live: ["live", "provisionally agreed", "withdrawn", "countered"],
  "provisionally agreed": ["provisionally agreed", "reopened"],
  withdrawn: ["withdrawn"],
  countered: ["countered"],
  reopened: ["reopened"],
};

/** Who has accepted what, kept from the events alone. */
function note(ledger: Map<string, Set<DelegationId>>, stream: StreamId, event: Event): void {
  if (event.kind === "tabled") {
    const { id, kind, delegation } = event.offer;
    ledger.set(`${stream} ${id}`, new Set(kind === "offer" ? [delegation] : []));
  }
  if (event.kind === "accepted") ledger.get(`${stream} ${event.offer}`)?.add(event.delegation);
  if (event.kind === "rejected") ledger.get(`${stream} ${event.offer}`)?.delete(event.delegation);
}

/** Written apart from the rules: every consent party whose negotiator sits here has accepted, and it is not one alone. */
function complete(room: TrialRoom, stream: StreamId, ledger: Map<string, Set<DelegationId>>, offer: OfferId): boolean {
  const accepted = ledger.get(`${stream} ${offer}`) ?? new Set();
  const { members } = room.channel(stream).plan;
  const wanted = new Set<string>();
  for (const { id, role, delegation, removed } of room.hall().seats.values()) {
    if (members.includes(id) && role === "negotiator" && !removed) wanted.add(delegation);
  }
  for (const party of wanted) if (!trialAgenda.consent.includes(party)) wanted.delete(party);
  return wanted.size > 0 && accepted.size >= 2 && [...wanted].every((party) => accepted.has(party));
}

function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

function text(streams: ReadonlyMap<StreamId, StreamState>): string {
  return JSON.stringify([...streams], (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

test("R11.6 the random histories reach every rung, and are refused under most rules", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    play(Array.from({ length: 300 }, random.uint32), () => {});
  }
  for (const rung of [
    "provisionally agreed",
    "reopened",
    "countered",
    "conditional",
    "seat removed",
    "seat freed",
    "closed together",
    "adoption moved",
    "adopted",
    "fell",
    "initialled",
    "signed",
    "ratified",
  ]) {
    expect([rung, (happened.get(rung) ?? 0) > 0]).toEqual([rung, true]);
  }
  expect([...happened.keys()].filter((rule) => /^R\d/.test(rule)).length).toBeGreaterThan(30);
});
