import type { Choices, PreferenceSheet } from "#model";
import { err, ok, type Result } from "#prelude";
import {
  type DelegationCommand,
  type DelegationState,
  type Instant,
  type Mandate,
  type OfferCondition,
  readMandate,
  type SeatId,
  type StreamId,
} from "#room";
import { nonceBytes, open, seal } from "#sealing";
import { isObject } from "./host-frame.ts";
import type { RandomBytes } from "./random-bytes.ts";
import type { KeptSeat, Keys } from "./seat-keys.ts";
import type { SeatStreams } from "./streams.ts";
import { utf8Bytes, utf8Text } from "./utf8.ts";

export type PaperKind = DelegationCommand["what"];

/** What a delegation keeps sealed in its own stream, opened in its own client. */
export type Papers = {
  readonly stream: StreamId;
  /** Each the last that was kept; absent: none was. "unreadable": it is there and does not open, or is none. */
  readonly sheet?: PreferenceSheet | "unreadable";
  readonly mandate?: Mandate | "unreadable";
  readonly overrides: readonly { readonly version: number; readonly seat: SeatId; readonly override: Override }[];
  readonly notes: readonly {
    readonly version: number;
    readonly seat: SeatId;
    readonly at: Instant;
    readonly text: string;
  }[];
  readonly clearances: readonly {
    readonly version: number;
    readonly seat: SeatId;
    readonly at: Instant;
    readonly text: string;
  }[];
};

/** That somebody sends a package although the mandate does not cover it: recorded before, for the mandator to read. */
export type Override = {
  readonly schema: "entente.override/1";
  readonly channel: StreamId;
  readonly choices: Choices;
  readonly conditions: readonly OfferCondition[];
  /** What the mandate had against it, in words. */
  readonly breaches: readonly string[];
  readonly reason: string;
};

export function sealedPaper(
  { negotiation }: KeptSeat,
  { delegation }: Keys,
  stream: StreamId,
  what: PaperKind,
  text: string,
  random: RandomBytes,
): DelegationCommand {
  const sealed = seal(utf8Bytes(text), delegation, { use: what, negotiation, stream }, random(nonceBytes));
  return { kind: "keep", what, sealed };
}

/** The delegation's own stream; undefined before it has come. */
export function delegationStream({
  states,
}: SeatStreams): (DelegationState & { readonly stream: StreamId }) | undefined {
  for (const [stream, state] of states) if (state.kind === "delegation") return { ...state, stream };
  return undefined;
}

export function papersOf(kept: KeptSeat, keys: Keys, streams: SeatStreams): Papers | undefined {
  const own = delegationStream(streams);
  if (!own) return undefined;
  const { stream } = own;
  const opened = (streams.happened.get(stream) ?? []).flatMap(({ version, at, events }) =>
    events.flatMap((event) => {
      if (event.kind !== "kept") return [];
      const { what, seat, sealed } = event;
      const bytes = open(sealed, keys.delegation, { use: what, negotiation: kept.negotiation, stream });
      return [{ version, at, seat, what, text: bytes && utf8Text(bytes) }];
    }),
  );
  const sheet = opened.findLast(({ what }) => what === "sheet");
  const mandate = opened.findLast(({ what }) => what === "mandate");
  const texts = (kind: PaperKind) =>
    opened.flatMap(({ what, version, at, seat, text }) =>
      what === kind && text !== undefined ? [{ version, at, seat, text }] : [],
    );
  return {
    stream,
    ...(sheet ? { sheet: valueOr(sheet.text === undefined ? err("") : readSheet(sheet.text)) } : {}),
    ...(mandate ? { mandate: valueOr(mandate.text === undefined ? err("") : readMandate(mandate.text)) } : {}),
    overrides: texts("override").flatMap(({ version, seat, text }) => {
      const override = readOverride(text);
      return override ? [{ version, seat, override }] : [];
    }),
    notes: texts("note"),
    clearances: texts("clearance"),
  };
}

/** The text of a sheet as it is sealed. */
export function sheetText(sheet: PreferenceSheet): string {
  return JSON.stringify({ schema: "entente.kept-sheet/1", sheet });
}

/** A sheet from such a text. It comes from the delegation itself; what is computed with is looked at all the same. */
export function readSheet(text: string): Result<PreferenceSheet, string> {
  const raw = parsed(text);
  const sheet = isObject(raw) && raw.schema === "entente.kept-sheet/1" ? raw.sheet : undefined;
  if (!isObject(sheet)) return err("This is no sheet that was kept.");
  const { party, scale, reservation, issues, linkages, redLines, floors } = sheet;
  const isWhole =
    typeof party === "string" &&
    typeof scale === "number" &&
    isJudgement(reservation) &&
    isObject(issues) &&
    Object.values(issues).every(isIssuePreference) &&
    [linkages, redLines, floors].every((list) => Array.isArray(list) && list.every(isObject));
  return isWhole ? ok(sheet as unknown as PreferenceSheet) : err("This sheet is incomplete."); // what values rest on was checked
}

export function overrideText(override: Omit<Override, "schema">): string {
  return JSON.stringify({ schema: "entente.override/1", ...override });
}

function readOverride(text: string): Override | undefined {
  const raw = parsed(text);
  if (!isObject(raw) || raw.schema !== "entente.override/1") return undefined;
  const { channel, choices, conditions, breaches, reason } = raw;
  const isWhole =
    typeof channel === "string" &&
    isObject(choices) &&
    Array.isArray(conditions) &&
    Array.isArray(breaches) &&
    typeof reason === "string";
  return isWhole ? (raw as unknown as Override) : undefined; // written by this delegation's clients, in this form
}

function isIssuePreference(value: unknown): boolean {
  if (!isObject(value) || !isJudgement(value.weight) || typeof value.of !== "number") return false;
  return isObject(value.values) && Object.values(value.values).every(isJudgement);
}

function isJudgement(value: unknown): boolean {
  return isObject(value) && [value.low, value.mid, value.high].every((number) => typeof number === "number");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueOr<T>(read: Result<T, unknown>): T | "unreadable" {
  return read.ok ? read.value : "unreadable";
}
