import { ok, type Result } from "#prelude";
import { documentDigest, type EntryBody } from "#record";
import { decide, type SeatId, type StreamId, situationFor } from "#room";
import type { Invitation, NegotiationRow } from "#store";
import type { CreateRequest, NewInvitation } from "#wire";
import { holdingOf } from "./held-negotiation.ts";
import type { Door } from "./host.ts";
import { type HostParts, hexOf } from "./host-parts.ts";
import { type HostRefusal, refused } from "./host-refusal.ts";
import { readAgenda } from "./read-agenda.ts";
import { checkAuthor, readCommand } from "./read-command.ts";
import { sessionRow, sessionToken } from "./session-token.ts";
import { writeEntries } from "./write-entries.ts";

export type CreatedNegotiation = Door & { readonly hall: StreamId; readonly session: string };

/**
 * A negotiation from the convenor's signed "open": all of it at once, or nothing. Its id is the convenor's client's to choose,
 * at random, since it stands in what is signed. The very same request again is answered the same.
 */
export async function createNegotiation(
  parts: HostParts,
  request: CreateRequest,
): Promise<Result<CreatedNegotiation, HostRefusal>> {
  const { agenda: agendaText, command: text, signature } = request;
  const door = doorIn(text);
  if (door === undefined) return refused("H1", "This is no signed command to open a negotiation.");
  const read = readCommand(door, text, signature, undefined);
  if (!read.ok) return read;
  const { command, signed } = read.value;
  if (command.kind !== "open" || signed.stream !== "new")
    return refused("H4", 'A negotiation begins with "open", sent to "new".');
  const author = checkAuthor(read.value, undefined);
  if (!author.ok) return author;
  if (!isWellFormed(agendaText) || documentDigest(agendaText) !== command.agenda) {
    return refused("H9", "The command names another agenda than the one that came with it.");
  }
  const agenda = readAgenda(agendaText);
  if (!agenda.ok) return refused("H9", agenda.error);

  const at = parts.clock();
  const newId = idsFrom(parts, `${door.seat}: opening of ${door.negotiation}`);
  const row: NegotiationRow = { id: door.negotiation, createdAt: at, agenda: agendaText, hall: newId() };
  const held = { row, agenda: agenda.value, heads: new Map(), states: new Map(), tails: new Map() };
  const situation = situationFor(holdingOf(held, parts.key.publicKey), "new", { at, newId, digestOf: documentDigest });
  const decided = decide(situation, door.seat, signed.after, command);
  if (!decided.ok) return decided;
  const seats = command.seats.map(({ id }) => id);
  const invitations = invitationsOf(door, seats, request.invitations);
  if (!invitations.ok) return invitations;
  for (const { tokenDigest } of invitations.value) {
    const taken = await parts.store.invitation(tokenDigest);
    if (taken !== undefined && taken.negotiation !== door.negotiation)
      return refused("H10", "An invitation is in use already.");
  }

  const authorship = { author: door.seat, command: text, signature };
  const { append } = writeEntries(parts, held, decided.value, authorship, at);
  const session = sessionToken(parts, "create", text, signature);
  await parts.at("before creating");
  const outcome = await parts.store.create({
    negotiation: row,
    streams: append.created,
    invitations: invitations.value,
    session: sessionRow(door.negotiation, door.seat, session, at),
  });
  await parts.at("after creating");
  if (outcome === "created") return ok({ ...door, hall: row.hall, session });
  const hall = await sameBefore(parts, door, text);
  if (hall === undefined) return refused("H11", "There is a negotiation of this id already: choose another at random.");
  return ok({ ...door, hall, session });
}

/** The hall, if the negotiation was opened by this very command: its first answer was lost. */
async function sameBefore({ store }: HostParts, { negotiation }: Door, text: string): Promise<StreamId | undefined> {
  const row = await store.negotiation(negotiation);
  const [first] = row === undefined ? [] : await store.entries(negotiation, row.hall, 0, 1);
  if (row === undefined || first === undefined) return undefined;
  const { command }: EntryBody = JSON.parse(first.body); // the host's own
  return command === text ? row.hall : undefined;
}

/** Ids for many streams from one purpose. */
function idsFrom({ random }: HostParts, purpose: string): () => StreamId {
  let drawn = 0;
  return () => {
    drawn += 1;
    return hexOf(random(`${purpose}: stream ${drawn}`, 16));
  };
}

function invitationsOf(
  { negotiation }: Door,
  seats: readonly SeatId[],
  asked: readonly NewInvitation[],
): Result<readonly Invitation[], HostRefusal> {
  if (new Set(asked.map(({ tokenDigest }) => tokenDigest)).size !== asked.length) {
    return refused("H10", "Two invitations have one token: each has its own.");
  }
  const stranger = asked.find(({ seat }) => !seats.includes(seat));
  if (stranger !== undefined) return refused("H10", `There is no seat ${stranger.seat} to invite to.`);
  return ok(asked.map((invitation) => ({ negotiation, ...invitation, uses: 0, revoked: false })));
}

/** For whom the command says that it is; its signature is checked after. */
function doorIn(text: string): Door | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("negotiation" in value) || !("seat" in value))
      return undefined;
    const { negotiation, seat } = value;
    return isId(negotiation) && isId(seat) ? { negotiation, seat } : undefined;
  } catch {
    return undefined;
  }
}

const isId = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
