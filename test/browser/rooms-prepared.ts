import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import { parseScenario } from "#language";
import type { Choices, PartyId, PreferenceSheet, Scenario } from "#model";
import type { OfferCondition, OfferId, StreamId } from "#room";
import {
  acceptOffer,
  callSealedYes,
  channelsOf,
  clearance,
  convene,
  countersignMilestones,
  createNegotiation,
  endNegotiation,
  joinHall,
  type KeptSeat,
  keepNote,
  keepSheet,
  memoryOutbox,
  moveAdoption,
  newKeptSeat,
  type Outcome,
  openingPlan,
  openSeat,
  outgoingOf,
  plenaryOf,
  putName,
  type SeatSession,
  say,
  socketAddress,
  tableFreely,
  tableOffer,
  vote,
} from "#seat";
import { subprotocol } from "#wire";
import { leanSheet } from "../../src/web/rooms/room/delegation/lean-sheet.ts";

/** A seat as its browser would keep it, so that a page can go on with it. */
export type PreparedSeat = { readonly kept: KeptSeat; readonly agenda: string; readonly cookie: string };

export type PreparedTalks = {
  readonly negotiation: string;
  /** UA, RU, US, EU, mediation, convening. */
  readonly seats: Readonly<Record<string, PreparedSeat>>;
  readonly security: StreamId;
  readonly sheets: readonly PreferenceSheet[];
};

const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
const parties = ["UA", "RU", "US", "EU"] as const;

/**
 * The flagship under negotiation, brought about over the wire by five seats: an offer that waits on another group, its
 * counter, a caucus, a circle, a group that has agreed. With `ended`, the same talks go on to a signed settlement and their end.
 */
export async function preparedTalks(origin: string, { ended = false } = {}): Promise<PreparedTalks> {
  const { agenda, packages, sheets } = flagship();
  const named = (id: string): Choices => packages.find((one) => one.id === id)?.choices ?? {};
  const plan = openingPlan(agenda, {}, random);
  const made = createNegotiation(
    agenda,
    plan,
    { origin, expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
    random,
  );
  const { cookie } = await post(`${origin}/negotiations`, made.request);
  const { negotiation } = made.convenor;
  const seats: Record<string, PreparedSeat> = {
    convening: { kept: made.convenor, agenda: made.request.agenda, cookie },
  };
  for (const { seat, link } of made.invites) {
    const joined = await post(`${origin}/negotiations/${negotiation}/join`, {
      token: link.token,
      attempt: randomBytes(16).toString("hex"),
    });
    seats[seat.delegation] = { kept: newKeptSeat(link, random), ...joined };
  }
  const sessions = new Map<string, SeatSession>();
  for (const [delegation, seat] of Object.entries(seats)) sessions.set(delegation, await sit(seat));
  const at = (delegation: string): SeatSession => sessions.get(delegation)!; // each was seated just above
  const mediator = at("mediation");
  for (const delegation of sessions.keys()) if (delegation !== "convening") await done(joinHall(at(delegation)));
  for (const sheet of sheets) await done(keepSheet(at(sheet.party), leanSheet(sheet)));

  const [, security = "", line = "", territory = "", economy = ""] = plan.channels.map(({ id }) => id); // after the plenary, as the flagship's formats go
  const inCluster = (cluster: string, choices: Choices): Choices =>
    Object.fromEntries(
      agenda.issues.flatMap(({ id, cluster: own }) => (own === cluster && choices[id] ? [[id, choices[id]]] : [])),
    );
  const tables = async (
    who: PartyId,
    channel: StreamId,
    choices: Choices,
    rest: { conditions?: readonly OfferCondition[]; counters?: OfferId; note?: string } = {},
  ): Promise<OfferId> => {
    const { conditions = [], ...draft } = rest;
    const cleared = clearance(at(who), { channel, choices, conditions });
    if (!cleared.ok) throw new Error(cleared.error.reasons.join(" "));
    await done(tableOffer(at(who), cleared.value, draft));
    return lastOffer(at(who), channel);
  };
  const accepts = async (channel: StreamId, offer: OfferId, ...all: readonly PartyId[]): Promise<void> => {
    for (const who of all) {
      await until(at(who), () => outgoingOf(at(who), channel, offer) !== undefined);
      const cleared = clearance(at(who), outgoingOf(at(who), channel, offer)!); // it was waited for
      if (!cleared.ok) throw new Error(cleared.error.reasons.join(" "));
      await done(acceptOffer(at(who), cleared.value, offer));
    }
  };
  const counter = named("e3_counter");
  const frozen = { channel: territory, issue: "T1_donbas", options: ["freeze_line", "fez_mutual"] };

  const limited = { ...inCluster("S", counter), S6_arms_training: "no_long_range" };
  const first = await tables("UA", security, limited, {
    conditions: [frozen],
    note: "The force depends on a line that holds.",
  });
  await done(say(at("US"), security, "We can carry the monitoring either way."));
  const smaller = { ...limited, S5_ua_forces: "cap_600k" };
  await until(at("RU"), () => outgoingOf(at("RU"), security, first) !== undefined);
  const second = await tables("RU", security, smaller, { counters: first, note: "Fewer, and no long-range weapons." });
  const monitors = await tables("US", line, inCluster("D", counter));
  await accepts(line, monitors, "UA", "RU", "EU");
  const land = await tables("RU", territory, inCluster("T", counter), {
    conditions: [{ channel: security, issue: "S6_arms_training", options: ["no_long_range", "defensive_only"] }],
  });
  await accepts(territory, land, "US", "EU");
  await tables("EU", economy, inCluster("E", counter));
  await tables("RU", economy, { ...inCluster("E", counter), E1_sanctions: "full_immediate" });
  await done(
    tableFreely(at("RU"), economy, "supposal", { choices: { E1_sanctions: "us_lift_eu_phased" }, note: "What if?" }),
  );

  const members = [mediator.kept.seat, at("RU").kept.seat];
  const caucus = await done(
    convene(mediator, { kind: "caucus", name: "Caucus with Russia", clusters: [], members, level: "expert" }),
  );
  await done(say(mediator, caucus, "Would 800,000 be bearable without long-range weapons?"));
  await until(at("RU"), () => channelsOf(at("RU").snapshot().streams).some(({ plan: { id } }) => id === caucus));
  await done(say(at("RU"), caucus, "If the line is frozen, yes."));
  await done(keepNote(mediator, "Russia could live with 800,000 if the line is frozen. Ask for a sealed yes."));
  await until(mediator, () => outgoingOf(mediator, security, second) !== undefined);

  if (!ended) {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    await done(callSealedYes(mediator, security, limited, soon));
  } else {
    await until(at("UA"), () => outgoingOf(at("UA"), security, second) !== undefined);
    const third = await tables("UA", security, limited, { counters: second, conditions: [frozen] });
    await accepts(security, third, "RU", "US", "EU");
    await accepts(territory, land, "UA");
    const settlement = { ...counter, ...limited };
    const closes = [
      { channel: security, offer: third },
      { channel: line, offer: monitors },
      { channel: territory, offer: land },
    ];
    await done(moveAdoption(at("UA"), settlement, closes));
    const motion = (who: PartyId) => [...(plenaryOf(at(who))?.motions.values() ?? [])].at(-1);
    for (const who of parties) {
      await until(at(who), () => motion(who) !== undefined);
      await done(vote(at(who), motion(who)!.motion, "yes")); // it was waited for
    }
    for (const [act, stage] of [
      ["initial", "adopted"],
      ["sign", "initialled"],
    ] as const)
      for (const who of parties) {
        await until(at(who), () => motion(who)?.stage === stage);
        await done(putName(at(who), act, motion(who)!.motion)); // it was waited for
      }
    await done(endNegotiation(at("convening"), "The settlement is signed."));
  }
  for (const session of sessions.values()) await until(session, () => session.snapshot().pending.length === 0);
  for (const session of sessions.values()) session.close();
  return { negotiation, seats, security, sheets };
}

function flagship(): Scenario {
  const folder = fileURLToPath(new URL("../../scenarios/ukraine-2025/", import.meta.url));
  const sheets = readdirSync(`${folder}sheets`).map((name) => `sheets/${name}`);
  const files = ["scenario.yaml", "durability.yaml", ...sheets];
  const read = parseScenario(new Map(files.map((name) => [name, readFileSync(folder + name, "utf8")])));
  if (!read.scenario) throw new Error(read.diagnostics[0]?.message);
  return read.scenario;
}

async function sit({ kept, agenda, cookie }: PreparedSeat): Promise<SeatSession> {
  const session = await openSeat(kept, agenda, {
    openSocket: ({ opened, received, closed }) => {
      const socket = new WebSocket(socketAddress(kept), subprotocol, { headers: { cookie } });
      socket.on("open", opened);
      socket.on("message", (data) => received(String(data)));
      socket.on("error", () => {}); // its closing tells
      socket.on("close", () => closed({ forbidden: false }));
      return { send: (text) => socket.send(text), close: () => socket.terminate() };
    },
    clock: {
      now: Date.now,
      after: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    random,
    outbox: memoryOutbox(),
  });
  await until(session, () => session.snapshot().streams.caughtUp);
  countersignMilestones(session);
  return session;
}

/** The stream in which it was stored. */
async function done(asked: Promise<Outcome>): Promise<StreamId> {
  const outcome = await asked;
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.stream;
}

function lastOffer(session: SeatSession, channel: StreamId): OfferId {
  const state = session.snapshot().streams.states.get(channel);
  const last = state?.kind === "channel" ? [...state.offers.keys()].at(-1) : undefined;
  if (last === undefined) throw new Error("nothing was tabled");
  return last;
}

function until(session: SeatSession, isThere: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("it has not come about in 20 s")), 20_000);
    let stop = (): void => {};
    const look = (): void => {
      if (!isThere()) return;
      clearTimeout(timer);
      stop();
      resolve();
    };
    stop = session.subscribe(look);
    look();
  });
}

/** While the rooms' database starts, the host is busy: then it is asked again. */
async function post(address: string, body: object): Promise<{ readonly agenda: string; readonly cookie: string }> {
  for (let turn = 0; ; turn++) {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status === 503 && turn < 60) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const { agenda } = await response.json(); // our own server's
    return { agenda, cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
  }
}
