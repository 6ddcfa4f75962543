import type { Entry } from "#record";
import {
  type CreateAnswer,
  type CreateRequest,
  type EntriesAnswer,
  entriesPerPage,
  type InvitationsAnswer,
  type JoinAnswer,
  type JoinRequest,
  type NewInvitation,
  type RefusalAnswer,
  type StreamsAnswer,
} from "#wire";

/**
 * What came of asking the host over HTTP. Its sentences are for a person, and are shown as they are. "busy": not done just
 * now, and the same again may be; "unknown": there is nothing, or nothing for this seat.
 */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: "unreachable" | "busy" | "unknown" | "refused"; readonly message: string };

export type SeatAddress = { readonly negotiation: string; readonly seat: string };

export function createRoom(request: CreateRequest): Promise<Asked<CreateAnswer>> {
  return ask("POST", "/negotiations", request);
}

export function takeInvitation(negotiation: string, request: JoinRequest): Promise<Asked<JoinAnswer>> {
  return ask("POST", `/negotiations/${negotiation}/join`, request);
}

export function askStreams(of: SeatAddress): Promise<Asked<StreamsAnswer>> {
  return ask("GET", `${seatPath(of)}/streams`);
}

/** All entries of a stream after a version, page by page. */
export async function askEntries(of: SeatAddress, stream: string, after = 0): Promise<Asked<readonly Entry[]>> {
  const entries: Entry[] = [];
  for (;;) {
    const from = after + entries.length;
    const page = await ask<EntriesAnswer>("GET", `${seatPath(of)}/streams/${stream}/entries?after=${from}`);
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    if (page.value.entries.length < entriesPerPage) return { ok: true, value: entries };
  }
}

export function askInvitations(of: SeatAddress): Promise<Asked<InvitationsAnswer>> {
  return ask("GET", `${seatPath(of)}/invitations`);
}

export function invite(of: SeatAddress, invitation: NewInvitation): Promise<Asked<unknown>> {
  return ask("POST", `${seatPath(of)}/invitations`, invitation);
}

export function revokeInvitation(of: SeatAddress, digest: string): Promise<Asked<unknown>> {
  return ask("DELETE", `${seatPath(of)}/invitations/${digest}`);
}

export function postCommand(of: SeatAddress, command: string, signature: string): Promise<Asked<unknown>> {
  return ask("POST", `${seatPath(of)}/commands`, { command, signature });
}

function seatPath({ negotiation, seat }: SeatAddress): string {
  return `/negotiations/${negotiation}/seats/${seat}`;
}

async function ask<T>(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<Asked<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    // our own server's contract
    if (response.ok) return { ok: true, value: (text === "" ? undefined : JSON.parse(text)) as T };
    const { rule, message } = refusalIn(text);
    return { ok: false, why: whyOf(response.status, rule), message };
  } catch (error) {
    return { ok: false, why: "unreachable", message: error instanceof Error ? error.message : String(error) };
  }
}

/** H6: too much at once; H7: it could not be done just now, as when the database is away. */
function whyOf(status: number, rule: string | undefined): "busy" | "unknown" | "refused" {
  if (status === 429 || status >= 500 || rule === "H6" || rule === "H7") return "busy";
  return status === 404 || status === 401 ? "unknown" : "refused";
}

function refusalIn(text: string): RefusalAnswer {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === "object" && said !== null && "message" in said) {
      const rule = "rule" in said ? String(said.rule) : undefined;
      return { message: String(said.message), ...(rule === undefined ? {} : { rule }) };
    }
  } catch {
    // a sentence as it is
  }
  return { message: text.trim() };
}
