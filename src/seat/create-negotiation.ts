import type { Agenda } from "#model";
import { commandText, documentDigest, signCommand } from "#record";
import { type OpenCommand, openingMistakes, type Refusal, type Seat } from "#room";
import { toBase64url } from "#sealing";
import type { CreateRequest, NewInvitation } from "#wire";
import { type InviteLink, newToken, tokenDigest } from "./invite-link.ts";
import type { OpeningPlan } from "./opening-plan.ts";
import { type RandomBytes, randomId } from "./random-bytes.ts";
import { type KeptSeat, keysOf, newKeptSeat } from "./seat-keys.ts";

/** Everything that comes of opening: what goes to the host, what the convenor keeps, what is handed out. */
export type NewNegotiation = {
  /** The body of POST /negotiations. */
  readonly request: CreateRequest;
  readonly convenor: KeptSeat;
  /** One for each seat but the convenor's. Only here are the tokens and the delegations' keys: nothing of it is kept. */
  readonly invites: readonly { readonly seat: Seat; readonly link: InviteLink }[];
  /** What stands against opening it so, by R2; empty: nothing does. */
  readonly mistakes: readonly Refusal[];
};

export type InviteTerms = {
  readonly expiresAt: NewInvitation["expiresAt"];
  /** Whether a link may be used again, as on another machine; false unless given. */
  readonly reusable?: boolean;
};

/** The agenda's exact text, as every seat reads it and as its digest in the hall names it. */
export function agendaText(agenda: Agenda): string {
  return JSON.stringify(agenda);
}

export function createNegotiation(
  agenda: Agenda,
  plan: OpeningPlan,
  { origin, expiresAt, reusable = false }: InviteTerms & { readonly origin: string },
  random: RandomBytes,
): NewNegotiation {
  const negotiation = randomId(random);
  const delegations = new Set(plan.seats.map(({ delegation }) => delegation));
  const delegationKeys = new Map([...delegations].map((delegation) => [delegation, toBase64url(random(32))]));
  const keyOf = ({ delegation }: Seat): string => delegationKeys.get(delegation) ?? ""; // made for each just above
  const of = { origin, negotiation, seat: plan.convenor.id, delegationKey: keyOf(plan.convenor) };
  const convenor = newKeptSeat(of, random);
  const { publicKeys, sign } = keysOf(convenor);
  const text = agendaText(agenda);
  const { title, seats, channels, procedure } = plan;
  const command: OpenCommand = {
    kind: "open",
    title,
    agenda: documentDigest(text),
    seats,
    channels,
    procedure,
    keys: publicKeys,
  };
  const signed = commandText({
    v: 1,
    negotiation,
    stream: "new",
    seat: plan.convenor.id,
    key: randomId(random),
    after: 0,
    command,
  });
  const invites = seats.flatMap((seat) => {
    if (seat.id === plan.convenor.id) return [];
    return [
      { seat, link: { origin, negotiation, seat: seat.id, token: newToken(random), delegationKey: keyOf(seat) } },
    ];
  });
  return {
    request: {
      agenda: text,
      command: signed,
      signature: signCommand(signed, sign),
      invitations: invites.map(({ link }) => invitationOf(link, { expiresAt, reusable })),
    },
    convenor,
    invites,
    mistakes: openingMistakes(agenda, plan.convenor.id, command),
  };
}

/** What the host is told of an invitation. */
export function invitationOf({ seat, token }: InviteLink, { expiresAt, reusable = false }: InviteTerms): NewInvitation {
  return { seat, tokenDigest: tokenDigest(token), reusable, expiresAt };
}
