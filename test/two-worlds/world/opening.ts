import { commandText, documentDigest, signCommand } from "#record";
import type { ChannelPlan, OpenCommand, Procedure } from "#room";
import type { CreateRequest } from "#wire";
import { agendaFor, hashHex, type People } from "./seats.ts";

export type Opening = {
  readonly negotiation: string;
  readonly request: CreateRequest;
  readonly plenary: ChannelPlan;
  readonly groups: readonly ChannelPlan[];
};

/** A negotiation as its convenor's client asks for it: a plenary, a group for all and one for some. */
export function openingOf(people: People, seed: string, decision: Procedure["decision"]): Opening {
  const { names, parties, seat, keys, token } = people;
  const { text, digest } = agendaFor(parties.length);
  const negotiation = hashHex("negotiation", seed).slice(0, 32);
  const idsOf = (of: readonly string[]) => of.map((name) => seat(name).id);
  const plan = (name: string, kind: ChannelPlan["kind"], clusters: readonly string[], members: readonly string[]) => {
    return { id: hashHex("channel", seed, name).slice(0, 32), kind, name, clusters, members, level: "deputy" as const };
  };
  const all = idsOf(names.filter((name) => name !== "convenor"));
  const plenary = plan("Plenary", "plenary", [], all);
  const groups = [
    plan("Group one", "working group", ["C1"], all),
    plan("Group two", "working group", ["C2"], idsOf(["P1", "P2", "P3", "mediator"])),
  ];
  const command: OpenCommand = {
    kind: "open",
    title: "Two worlds",
    agenda: digest,
    seats: names.map(seat),
    channels: [plenary, ...groups],
    procedure: {
      decision,
      mayConvene: {
        "working group": ["convenor", "mediator"],
        "back channel": ["negotiator"],
        caucus: ["mediator"],
      },
      needs: { adopt: "deputy", initial: "deputy", sign: "minister" },
    },
    keys: keys("convenor").public,
  };
  const key = hashHex("opening", seed).slice(0, 32);
  const signed = commandText({ v: 1, negotiation, stream: "new", seat: seat("convenor").id, key, after: 0, command });
  const invitations = names
    .filter((name) => name !== "convenor")
    .map((name) => ({
      seat: seat(name).id,
      tokenDigest: documentDigest(token(name)),
      reusable: name === "late",
      expiresAt: "2026-12-23T13:00:00.000Z",
    }));
  const request = { agenda: text, command: signed, signature: signCommand(signed, keys("convenor").sign), invitations };
  return { negotiation, request, plenary, groups };
}
