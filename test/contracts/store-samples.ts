import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "#record";
import type { Append, Created, HeldAnswer, Invitation, SessionRow } from "#store";

export const newId = (): string => randomBytes(16).toString("hex");
const newDigest = (): string => randomBytes(32).toString("hex");
export const at = (minute: number): string => `2026-11-23T13:${String(minute).padStart(2, "0")}:00.000Z`;

/** An entry whose hash is its own, as salts make it; stores do not look into it. */
export function entry(version: number, body = "{}"): Entry {
  const salt = newDigest();
  const hash = createHash("sha256").update(salt).update(body).digest("hex");
  return { version, body, salt, hash, receipt: newDigest() };
}

export function entries(from: number, count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, index) => entry(from + index, JSON.stringify({ index: from + index })));
}

export type Sample = {
  readonly created: Created;
  readonly id: string;
  readonly hall: string;
  /** A channel of Ukraine and Russia alone. */
  readonly backChannel: string;
  readonly seats: { readonly ukraine: string; readonly russia: string; readonly europe: string };
};

/** A negotiation with a hall of three seats and a back channel of two; each with one entry. */
export function sample(): Sample {
  const [id, hall, backChannel] = [newId(), newId(), newId()];
  const seats = { ukraine: newId(), russia: newId(), europe: newId() };
  const created: Created = {
    negotiation: { id, createdAt: at(0), agenda: 'agenda: "exact" \\ text, ключ\n', hall },
    streams: [
      { stream: hall, kind: "hall", audience: Object.values(seats), entries: entries(1, 1) },
      { stream: backChannel, kind: "channel", audience: [seats.ukraine, seats.russia], entries: entries(1, 1) },
    ],
    invitations: [],
  };
  return { created, id, hall, backChannel, seats };
}

export function append(negotiation: string, stream: string, expected: number, more: Partial<Append> = {}): Append {
  return { negotiation, parts: [{ stream, expected, entries: entries(expected + 1, 1) }], created: [], ...more };
}

export function invitation({ id, seats }: Sample, more: Partial<Invitation> = {}): Invitation {
  const base = { reusable: false, expiresAt: at(30), uses: 0, revoked: false };
  return { negotiation: id, tokenDigest: newDigest(), seat: seats.ukraine, ...base, ...more };
}

export function session({ id, seats }: Sample, more: Partial<SessionRow> = {}): SessionRow {
  const base = { createdAt: at(1), expiresAt: at(59) };
  return { negotiation: id, tokenDigest: newDigest(), seat: seats.ukraine, ...base, ...more };
}

export function held({ id, seats }: Sample, call: string, party: "ukraine" | "russia", saysYes: boolean): HeldAnswer {
  return { negotiation: id, call, party, seat: seats[party], saysYes };
}

/** A folder that every user may pass through, as PostgreSQL's own user must; removed by `remove`. */
export function dataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "entente-store-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The superuser's address of the PostgreSQL in a data folder: tests make roles and databases that no store would. */
export function superuserUrl(folder: string, applicationUrl: string): string {
  const { superuser } = JSON.parse(readFileSync(join(folder, "passwords.json"), "utf8")) as { superuser: string };
  const url = new URL(applicationUrl);
  url.username = "postgres";
  url.password = superuser;
  url.pathname = "/postgres";
  return url.href;
}

export function withLogin(url: string, user: string, password: string, database: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Waits until something is so, looking often; fails after `patience` milliseconds. */
export async function eventually(isSo: () => boolean | Promise<boolean>, patience = 30_000): Promise<void> {
  const until = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`not so within ${patience} ms`);
    await new Promise((resume) => setTimeout(resume, 10));
  }
}
