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
  type StreamsAnswer,
} from "#wire";

/** What came of asking the host over HTTP. Its sentences are for a person, and are shown as they are. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: "unreachable" | "unknown" | "refused"; readonly message: string };

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
    const message = messageIn(text);
    return { ok: false, why: response.status === 404 || response.status === 401 ? "unknown" : "refused", message };
  } catch (error) {
    return { ok: false, why: "unreachable", message: error instanceof Error ? error.message : String(error) };
  }
}

function messageIn(text: string): string {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === "object" && said !== null && "message" in said) return String(said.message);
  } catch {
    // a sentence as it is
  }
  return text.trim();
}
