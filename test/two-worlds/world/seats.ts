import { createHash, createPrivateKey, sign } from "node:crypto";
import { formatScenario, parseScenario } from "#language";
import type { Agenda, Issue } from "#model";
import { documentDigest, type Sign, signingKey } from "#record";
import type { Seat, SeatKeys } from "#room";

/**
 * The people of a run, by names that tests can read: a negotiator for each party, a mandator and a support for the first, one
 * more support for the last who comes late, a mediator, an observer and the convenor.
 */
export type SeatName = string;

export type People = {
  readonly names: readonly SeatName[];
  readonly parties: readonly string[];
  readonly seat: (name: SeatName) => Seat;
  readonly nameOf: (id: string) => SeatName;
  readonly keys: (name: SeatName) => { readonly public: SeatKeys; readonly sign: Sign };
  readonly token: (name: SeatName) => string;
};

export function hashHex(...of: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(of)).digest("hex");
}

/** Ids and keys do not hang on the run: only the negotiation's own id does. */
const keysMade = new Map<SeatName, ReturnType<People["keys"]>>();

function keysOf(name: SeatName): ReturnType<People["keys"]> {
  const made = keysMade.get(name);
  if (made) return made;
  const secret = Buffer.from(hashHex("signing", name), "hex");
  const key = signingKey(new Uint8Array(secret));
  const keys = { public: { signing: key.publicKey, sealing: hashHex("sealing", name) }, sign: nativeSign(secret) };
  keysMade.set(name, keys);
  return keys;
}

/** Ed25519 in Node's own code, many times as fast. */
function nativeSign(secret: Buffer): Sign {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secret]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return (message) => sign(null, message, key).toString("hex");
}

export function people(count: number): People {
  const parties = Array.from({ length: count }, (_, index) => `P${index + 1}`);
  const last = parties.at(-1) ?? "";
  const seats = new Map<SeatName, Omit<Seat, "id" | "name">>([
    ["convenor", { delegation: "convening", role: "convenor", level: "minister" }],
    ...parties.map((party): [SeatName, Omit<Seat, "id" | "name">] => [
      party,
      { delegation: party, role: "negotiator", level: "minister" },
    ]),
    ["P1 mandator", { delegation: "P1", role: "mandator", level: "head of government" }],
    ["P1 support", { delegation: "P1", role: "support", level: "expert" }],
    ["mediator", { delegation: "mediation", role: "mediator", level: "minister" }],
    ["observer", { delegation: "observation", role: "observer", level: "expert" }],
    ["late", { delegation: last, role: "support", level: "expert" }],
  ]);
  const idOf = (name: SeatName): string => hashHex("seat", name).slice(0, 32);
  const names = [...seats.keys()];
  const byId = new Map(names.map((name) => [idOf(name), name]));
  return {
    names,
    parties,
    seat: (name) => {
      const known = seats.get(name);
      if (!known) throw new Error(`nobody is called ${name}`);
      return { id: idOf(name), ...known, name: `Seat of ${name}` };
    },
    nameOf: (id) => byId.get(id) ?? id,
    keys: keysOf,
    token: (name) => hashHex("token", name),
  };
}

const agendas = new Map<number, { readonly agenda: Agenda; readonly text: string; readonly digest: string }>();

/** Three clusters, six issues and a rule; all parties' consent is needed, of more than three the first three's. */
export function agendaFor(count: number): { readonly agenda: Agenda; readonly text: string; readonly digest: string } {
  const made = agendas.get(count);
  if (made) return made;
  const parties = Array.from({ length: count }, (_, index) => `P${index + 1}`);
  const written: Agenda = {
    id: "two-worlds",
    title: "Two worlds",
    summary: "",
    asOf: "2026-11-23" as Agenda["asOf"], // a day written as `parseDay` would return it
    status: "",
    tie: "accepts",
    parties: parties.map((id) => ({ id, name: `Party ${id}`, roles: ["party"], members: [] })),
    consent: parties.slice(0, 3),
    stakeholders: [],
    clusters: ["C1", "C2", "C3"].map((id) => ({ id, name: `Cluster ${id}` })),
    issues: [
      issue("force", "C1", ["none", "light", "heavy"]),
      issue("watch", "C1", ["no", "yes"]),
      issue("line", "C2", ["freeze", "back", "defer"]),
      issue("zone", "C2", ["none", "narrow", "wide"]),
      issue("pace", "C3", ["slow", "fast"]),
      issue("seat", "C3", ["here", "there"]),
    ],
    rules: [],
    terms: [],
    candidates: [],
    formats: [],
    channels: [],
    events: [],
    facts: [],
    sources: [],
  };
  const files = formatScenario({ agenda: written, sheets: [], packages: [], claims: [] });
  const { scenario, diagnostics } = parseScenario(files);
  if (!scenario) throw new Error(`the agenda of two worlds cannot be read: ${diagnostics[0]?.message}`);
  const text = JSON.stringify(scenario.agenda);
  const one = { agenda: scenario.agenda, text, digest: documentDigest(text) };
  agendas.set(count, one);
  return one;
}

function issue(id: string, cluster: string, options: readonly string[]): Issue {
  return {
    id,
    name: `Issue ${id}`,
    cluster,
    options: options.map((option) => ({ id: option, name: `Option ${option}`, quantities: [] })),
  };
}
