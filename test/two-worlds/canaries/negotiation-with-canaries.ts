import type { PreferenceSheet } from "#model";
import type { Mandate, SeatRole } from "#room";
import { fromBase64url, nonceBytes, seal } from "#sealing";
import {
  acceptOffer,
  answerSealedYes,
  callSealedYes,
  clearance,
  convene,
  createNegotiation,
  delegationStream,
  exportRecord,
  keepMandate,
  keepNote,
  keepOverride,
  keepSheet,
  moveAdoption,
  openingPlan,
  outgoingOf,
  plenaryOf,
  putName,
  rejectOffer,
  reopenOffer,
  say,
  tableFreely,
  tableOffer,
  vote,
} from "#seat";
import { agendaFor } from "../world/seats.ts";
import type { Canaries } from "./canary.ts";
import {
  ask,
  connected,
  cookieIn,
  done,
  noWire,
  type RecordedSeat,
  recordedRandom,
  takeSeat,
  type Wire,
} from "./recorded-seat.ts";

export type PlayedNegotiation = {
  readonly negotiation: string;
  readonly seats: ReadonlyMap<string, RecordedSeat>;
  /** Who knocks without a seat. */
  readonly stranger: Wire;
  /** Each seat's export, as it stands at the end. */
  readonly exports: ReadonlyMap<string, string>;
};

const at = "2026-11-23T12:00:00.000Z";
const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString();

/** A whole negotiation by the real clients, with a canary in every field that holds a secret, and some in public ones. */
export async function playNegotiation(origin: string, canaries: Canaries): Promise<PlayedNegotiation> {
  const { agenda } = agendaFor(3);
  const drawn: Uint8Array[] = [];
  const random = recordedRandom(drawn);
  const parties = { P1: ["negotiator", "mandator", "support"], P2: ["negotiator"], P3: ["negotiator"] } as const;
  const title = canaries.text("title of the negotiation", "public");
  const plan = openingPlan(agenda, { title, parties, observers: 1, groups: "clusters" }, random);
  const made = createNegotiation(agenda, plan, { origin, expiresAt: inAWeek() }, random);
  if (made.mistakes.length > 0) throw new Error(made.mistakes[0]?.message);
  const own = noWire();
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(made.request);
  const created = await ask(own, `${origin}/negotiations`, { method: "POST", headers, body });
  if (!created.ok) throw new Error(created.text_);
  const convenor = await connected(made.convenor, made.request.agenda, cookieIn(created), own, { random, drawn });
  const seats = new Map<string, RecordedSeat>([["convenor", convenor]]);
  const nameOf = (delegation: string, role: SeatRole): string =>
    role === "negotiator" ? delegation : `${delegation} ${role}`;
  for (const { seat, link } of made.invites) {
    const name = nameOf(seat.delegation, seat.role);
    const taken = await takeSeat(link);
    seats.set(name, taken);
    canaries.secret(`invite token of ${name}`, "passing", [name], link.token);
    const of = made.invites.filter((other) => other.seat.delegation === seat.delegation);
    const fellows = of.map((other) => nameOf(other.seat.delegation, other.seat.role));
    // the convenor hands the links out; what it sends and is sent holds them no more than anybody's
    canaries.secret(`delegation key of ${name}`, "sealed", fellows, fromBase64url(link.delegationKey) ?? "");
  }
  for (const [name, { session, cookie }] of seats) {
    canaries.secret(`session token of ${name}`, "passing", [name], cookie.split("=")[1] ?? "");
    canaries.secret(`signing key of ${name}`, "sealed", [], Buffer.from(session.kept.signing, "hex"));
    canaries.secret(`sealing key of ${name}`, "sealed", [], Buffer.from(session.kept.sealing, "hex"));
  }
  const of = (name: string): RecordedSeat => {
    const seat = seats.get(name);
    if (!seat) throw new Error(`nobody is called ${name}`);
    return seat;
  };
  const [p1, p2, p3, mandator, mediator] = ["P1", "P2", "P3", "P1 mandator", "mediation mediator"].map(of) as [
    RecordedSeat,
    RecordedSeat,
    RecordedSeat,
    RecordedSeat,
    RecordedSeat,
  ]; // five names, five seats
  const everybody = [...seats.values()];
  const allSee = async (stream: string, version: number): Promise<void> => {
    for (const seat of everybody) {
      const { states } = seat.session.snapshot().streams;
      if (states.has(stream))
        await seat.until(() => (seat.session.snapshot().streams.states.get(stream)?.version ?? 0) >= version);
    }
  };
  const did = async (outcome: Parameters<typeof done>[0] | Promise<Parameters<typeof done>[0]>) => {
    const settled = done(await outcome);
    await allSee(settled.stream, settled.version);
    return settled;
  };
  const joined = (): boolean => {
    const hall = p1.session.snapshot().streams.hall;
    return hall !== undefined && [...hall.seats.values()].every(({ keys }) => keys !== undefined);
  };
  await p1.until(joined);
  await mediator.until(() =>
    [...(mediator.session.snapshot().streams.hall?.seats.values() ?? [])].every(({ keys }) => keys),
  );

  await keepPapers(canaries, p1, mandator);

  const plenary = plenaryOf(p1.session)?.plan.id ?? "";
  await did(say(p1.session, plenary, canaries.text("words in plenary", "public")));
  const open = await did(
    tableFreely(p2.session, plenary, "supposal", {
      choices: { pace: "fast" },
      note: canaries.text("note to a supposal in plenary", "public"),
    }),
  );
  await allSee(open.stream, open.version);

  await playSecretChannel(canaries, "caucus", [mediator, p1], ["mediation mediator", "P1"], did);
  await playSecretChannel(canaries, "back channel", [p1, p2], ["P1", "P2"], did);

  // a sealed yes that fails, one that is agreed: the answers themselves are nobody's
  for (const last of ["no", "yes"] as const) {
    const choices = { force: "light" };
    const called = await did(callSealedYes(mediator.session, plenary, choices, inAWeek()));
    const state = p1.session.snapshot().streams.states.get(called.stream);
    const call = state?.kind === "channel" ? [...state.calls.keys()].at(-1) : undefined;
    for (const [index, seat] of [p1, p2, p3].entries()) {
      const cleared = clearance(seat.session, { channel: plenary, choices, conditions: [] });
      if (!cleared.ok) throw new Error("the mandate lets this go");
      const answer = index === 2 && last === "no" ? "no" : cleared.value;
      done(await answerSealedYes(seat.session, plenary, call ?? "", answer));
    }
    await allSee(plenary, called.version + 1);
  }

  // adopted and initialled, so that milestones and their signatures are in it
  const settlement = { force: "light", watch: "no", line: "freeze", zone: "none", pace: "fast", seat: "here" };
  await did(moveAdoption(mediator.session, settlement, []));
  const motion = [...(plenaryOf(p1.session)?.motions.keys() ?? [])].at(-1) ?? "";
  for (const seat of [p1, p2, p3]) await did(vote(seat.session, motion, "yes"));
  for (const seat of [p1, p2, p3]) await did(putName(seat.session, "initial", motion));

  const stranger = await knockWrongly(origin, made.request, canaries, p3);
  const exports = new Map<string, string>();
  for (const [name, seat] of seats) {
    const { session, get } = seat;
    for (const path of ["/agenda", "/streams", "/invitations"]) await get(path);
    for (const stream of session.snapshot().streams.states.keys()) await get(`/streams/${stream}/entries`);
    exports.set(name, exportRecord(session) ?? "");
  }
  for (const [name, { keysDrawn }] of seats) {
    for (const [index, key] of keysDrawn.entries()) {
      // the convenor drew the tokens and delegation keys, which others were handed
      if (name !== "convenor") canaries.secret(`key ${index + 1} drawn by ${name}`, "sealed", [], key);
    }
  }
  return { negotiation: made.convenor.negotiation, seats, stranger, exports };
}

async function keepPapers(canaries: Canaries, p1: RecordedSeat, mandator: RecordedSeat): Promise<void> {
  const own = ["P1", "P1 mandator", "P1 support"];
  const evidence = { sources: [] };
  const value = (points: number) => ({ low: points, mid: points, high: points });
  const sheet: PreferenceSheet = {
    ...{ party: "P1", kind: "own", author: canaries.text("sheet", "sealed", own), scale: 100 },
    ...{ linkages: [], redLines: [], floors: [], evidence, reservation: { ...value(1), evidence } },
    issues: Object.fromEntries(
      agendaFor(3).agenda.issues.map(({ id, options }) => [
        id,
        {
          weight: value(1),
          of: 100,
          values: Object.fromEntries(options.map((option) => [option.id, value(50)])),
          evidence,
        },
      ]),
    ),
  };
  const mandate: Mandate = {
    delegation: "P1",
    instructions: [
      {
        ...{
          id: canaries.text("id of an instruction", "sealed", own),
          by: canaries.text("giver of a mandate", "sealed", own),
        },
        ...{ at, note: canaries.text("note to a mandate", "sealed", own) },
        items: [{ kind: "forbidden", issue: "line", options: ["back"] }],
      },
    ],
  };
  done(await keepSheet(p1.session, sheet));
  done(await keepMandate(mandator.session, mandate));
  done(await keepNote(p1.session, canaries.text("note", "sealed", own)));
  const channel = plenaryOf(p1.session)?.plan.id ?? "";
  const reason = canaries.text("reason of an override", "sealed", own);
  const breaches = [canaries.text("breach named in an override", "sealed", own)];
  done(await keepOverride(p1.session, { channel, choices: { line: "back" }, conditions: [], breaches, reason }));
  // a clearance, sealed as the papers of a delegation are
  const stream = delegationStream(mandator.session.snapshot().streams)?.stream ?? "";
  const { kept, keys, random } = mandator.session;
  const text = new TextEncoder().encode(canaries.text("clearance", "sealed", own));
  const context = { use: "clearance", negotiation: kept.negotiation, stream };
  const sealed = seal(text, keys.delegation, context, random(nonceBytes));
  done(await mandator.session.send(stream, { kind: "keep", what: "clearance", sealed }));
}

type Did = (outcome: ReturnType<typeof say>) => Promise<{ readonly stream: string; readonly version: number }>;

/** Convened, spoken in, an offer with a note, a rejection with a reason; reopened with a reason where it could be agreed. */
async function playSecretChannel(
  canaries: Canaries,
  kind: "caucus" | "back channel",
  [one, other]: readonly [RecordedSeat, RecordedSeat],
  members: readonly string[],
  did: Did,
): Promise<void> {
  const name = canaries.text(`name of a ${kind}`, "members", members);
  const plan = {
    kind,
    name,
    clusters: [],
    members: [one, other].map(({ session }) => session.kept.seat),
    level: "expert",
  } as const;
  const { stream } = await did(convene(one.session, plan));
  for (const seat of [one, other]) await seat.until(() => seat.session.snapshot().streams.states.has(stream));
  const secret = (field: string): string => canaries.text(`${field} in a ${kind}`, "sealed", members);
  await did(say(one.session, stream, secret("words")));
  await did(say(other.session, stream, secret("answering words")));
  await did(
    tableFreely(other.session, stream, "supposal", { choices: { force: "heavy" }, note: secret("note to a supposal") }),
  );
  const supposed = (seat: RecordedSeat): string => {
    const state = seat.session.snapshot().streams.states.get(stream);
    return state?.kind === "channel" ? ([...state.offers.keys()].at(-1) ?? "") : "";
  };
  const party = kind === "caucus" ? undefined : one;
  if (!party) return;
  await did(rejectOffer(party.session, stream, supposed(party), [{ text: secret("reason of a rejection") }]));
  const draft = clearance(party.session, { channel: stream, choices: { zone: "wide" }, conditions: [] });
  if (!draft.ok) throw new Error("the mandate lets this go");
  await did(tableOffer(party.session, draft.value, { note: secret("note to an offer") }));
  const offer = supposed(other);
  const outgoing = outgoingOf(other.session, stream, offer);
  const cleared = outgoing && clearance(other.session, outgoing);
  if (!cleared?.ok) throw new Error("the other has no mandate");
  await did(acceptOffer(other.session, cleared.value, offer));
  await did(reopenOffer(other.session, stream, offer, secret("reason of a reopening")));
}

/** What goes wrong holds secrets too, by mistake: in a body, an address, a token, a cookie, a frame, a command of no kind. */
async function knockWrongly(origin: string, request: unknown, canaries: Canaries, p3: RecordedSeat): Promise<Wire> {
  const wire = noWire();
  const lost = (field: string): string => canaries.text(`${field}, sent by mistake`, "passing", ["stranger", "P3"]);
  const json = { "content-type": "application/json" };
  const { negotiation, seat } = p3.session.kept;
  const base = `${origin}/negotiations/${negotiation}`;
  const own = { ...json, cookie: p3.cookie };
  await ask(wire, `${base}/${lost("an address")}?${lost("a query")}`);
  await ask(wire, `${base}/%zz${lost("a broken address")}`);
  await ask(wire, `${base}/join`, {
    method: "POST",
    headers: json,
    body: `{"token": ${lost("a body that is no JSON")}`,
  });
  await ask(wire, `${base}/join`, { method: "POST", headers: json, body: JSON.stringify({ token: lost("a token") }) });
  await ask(wire, `${base}/seats/${seat}/streams`, { headers: { cookie: `entente-seat=${lost("a session")}` } });
  await ask(wire, `${origin}/negotiations`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ ...Object(request), [lost("a member of a body")]: 1 }),
  });
  for (const body of [
    { command: lost("a command that is none"), signature: "" },
    { command: JSON.stringify({ v: 1, kind: lost("a command of no kind") }), signature: lost("a signature") },
    { [lost("a member")]: 1 },
  ]) {
    await ask(p3.wire, `${base}/seats/${seat}/commands`, { method: "POST", headers: own, body: JSON.stringify(body) });
  }
  const plenary = plenaryOf(p3.session)?.plan.id ?? "";
  // refused by a rule of the room, and never written
  const outcome = await p3.session.send(plenary, { kind: "withdraw", offer: lost("an offer that is none") });
  if (outcome.kind !== "refused") throw new Error("there is no such offer");
  return wire;
}
