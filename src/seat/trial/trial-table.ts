import { seededRandom } from "#prelude";
import { type CheckSignature, checkSignature } from "#record";
import type { Lent } from "../connection.ts";
import { createNegotiation, type NewNegotiation } from "../create-negotiation.ts";
import { type OpeningChoices, openingPlan } from "../opening-plan.ts";
import type { OutboxStorage, Outcome } from "../outbox.ts";
import { memoryOutbox } from "../outbox.ts";
import { type KeptSeat, newKeptSeat } from "../seat-keys.ts";
import { openSeat, type SeatOptions, type SeatSession } from "../seat-session.ts";
import { borderAgenda } from "./border-agenda.ts";
import { bytesFrom, type FakeHost, fakeHost } from "./fake-host.ts";
import { type SimulatedClock, simulatedClock, simulatedNet, type Weather } from "./simulated-net.ts";

/** A negotiation about the border in memory: a host, a network, and a clock that goes when it is told. */
export type TrialTable = {
  readonly host: FakeHost;
  readonly clock: SimulatedClock;
  readonly weather: Weather;
  readonly created: NewNegotiation;
  /** The convenor's seat, or that of an invitation by name ("Party A, negotiator"), taken now. */
  readonly kept: (name: string) => KeptSeat;
  /** `lent`: what the client has other than the rest, such as a clock of its own. */
  readonly sit: (
    kept: KeptSeat,
    outbox?: OutboxStorage,
    options?: SeatOptions,
    lent?: Partial<Lent>,
  ) => Promise<SeatSession>;
  /** Lets the clock go until nothing is due before so many milliseconds from now. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** The outcome, once it has come. */
  readonly outcome: (outcome: Promise<Outcome>) => Promise<Outcome>;
};

export const start = Date.parse("2026-11-23T13:00:00.000Z");

export function trialTable(seed = 1, choices: OpeningChoices = {}, check: CheckSignature = checkSignature): TrialTable {
  const random = seededRandom(seed);
  const bytes = bytesFrom(random);
  const clock = simulatedClock(start);
  const weather: Weather = { breaks: 0, doubles: 0, busy: 0, slowest: 0 };
  const plan = openingPlan(borderAgenda, choices, bytes);
  const terms = { origin: "https://talks.example", expiresAt: "2026-12-24T00:00:00.000Z" };
  const created = createNegotiation(borderAgenda, plan, terms, bytes);
  if (created.mistakes.length > 0) throw new Error(JSON.stringify(created.mistakes));
  const host = fakeHost(created.request, random, clock.now);
  const net = simulatedNet(host, clock, random, weather);
  const table: TrialTable = {
    host,
    clock,
    weather,
    created,
    kept: (name) => {
      if (name === "Convenor") return created.convenor;
      const invite = created.invites.find(({ seat }) => seat.name === name);
      if (!invite) throw new Error(`nobody is called ${name}`);
      return newKeptSeat(invite.link, bytes);
    },
    sit: (kept, outbox = memoryOutbox(), options = {}, own = {}) => {
      const lent = { openSocket: net.openSocket(kept.seat), clock, random: bytes, outbox, check, ...own };
      return openSeat(kept, created.request.agenda, lent, options);
    },
    pass: async (milliseconds) => {
      const until = clock.now() + milliseconds;
      do await settled();
      while (clock.step(until));
      clock.after(Math.max(0, until - clock.now()), () => {});
      clock.step(until);
    },
    outcome: async (outcome) => {
      let come: Outcome | undefined;
      void outcome.then((value) => {
        come = value;
      });
      for (let steps = 0; steps < 10_000; steps++) {
        await settled();
        if (come) return come;
        clock.step();
      }
      throw new Error("no outcome comes");
    },
  };
  return table;
}

/** Lets promises that are due be done: outside the simulated clock nothing takes time. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 12; turns++) await Promise.resolve();
}
