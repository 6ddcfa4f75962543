import { formatSheetFile, parseSheet } from "#language";
import type { Agenda, PartyId, PreferenceSheet } from "#model";
import { err, formatDiagnostic, ok, type Result } from "#prelude";
import { checkSignature, type Sign } from "#record";
import type { HallState, Instant, SeatId } from "#room";

/** A sheet that its owner hands over after the talks. */
export type Revealed = {
  readonly sheet: PreferenceSheet;
  readonly party: PartyId;
  /** Own: this seat's delegation's, from its own stream, shown to nobody else. */
  readonly from: "own" | "signed" | "unsigned";
  /** Whose seat signed the file. */
  readonly seat?: SeatId;
  readonly at?: Instant;
};

/** What the signed text is the JSON of. The sheet is text in the scenario language, read with all its checks. */
type RevealText = {
  readonly v: 1;
  readonly negotiation: string;
  /** SHA-256 of the agenda, as the hall names it. */
  readonly agenda: string;
  readonly seat: SeatId;
  readonly at: Instant;
  readonly sheet: string;
};

const format = "entente.revealed-sheet/1";
/** Of no other use, so that no signature made for one thing is taken for another. */
const prefix = "entente/revealed-sheet/1\n";
const longestFile = 4_000_000;

/** The file that a delegation hands to whom it likes: its sheet, signed by its seat, bound to this negotiation. */
export function revealFile(
  content: Omit<RevealText, "v" | "sheet"> & { readonly sheet: PreferenceSheet },
  sign: Sign,
): string {
  const { negotiation, agenda, seat, at, sheet } = content;
  const signed: RevealText = { v: 1, negotiation, agenda, seat, at, sheet: formatSheetFile(sheet) };
  const text = JSON.stringify(signed);
  return `${JSON.stringify({ format, text, signature: sign(bytesOf(text)) })}\n`;
}

/**
 * The sheet in a file that was handed over, or why it is not taken. A plain sheet in the scenario language is read too: nobody
 * has signed it, and the debrief says so.
 */
export function readRevealed(
  name: string,
  text: string,
  { negotiation, agenda, hall }: { readonly negotiation: string; readonly agenda: Agenda; readonly hall: HallState },
): Result<Revealed, string> {
  if (text.length > longestFile) return err("This file is too long to be a sheet.");
  const file = parsed(text);
  if (!isRecord(file) || file.format !== format) {
    const sheet = sheetIn(name, text, agenda);
    return sheet.ok ? ok({ sheet: sheet.value, party: sheet.value.party, from: "unsigned" }) : sheet;
  }
  const content = typeof file.text === "string" ? parsed(file.text) : undefined;
  if (typeof file.text !== "string" || !isRevealText(content))
    return err("This file is no revealed sheet that can be read.");
  if (content.negotiation !== negotiation) return err("This sheet was revealed in another negotiation.");
  if (content.agenda !== hall.agenda) return err("This sheet was revealed for another agenda.");
  const seat = hall.seats.get(content.seat);
  if (!seat?.keys) return err("This sheet names a seat that has not joined this negotiation.");
  if (typeof file.signature !== "string" || !checkSignature(file.signature, bytesOf(file.text), seat.keys.signing))
    return err(`This sheet is not signed by ${seat.name}: it was changed, or somebody else has written it.`);
  const sheet = sheetIn(name, content.sheet, agenda);
  if (!sheet.ok) return sheet;
  const { party } = sheet.value;
  if (party !== seat.delegation) return err(`${seat.name} has revealed a sheet of another party.`);
  return ok({ sheet: sheet.value, party, from: "signed", seat: seat.id, at: content.at });
}

function sheetIn(name: string, text: string, agenda: Agenda): Result<PreferenceSheet, string> {
  const { sheet, diagnostics } = parseSheet(name, text, agenda);
  if (sheet) return ok(sheet);
  const [first] = diagnostics;
  return err(first ? formatDiagnostic(first) : "There is no sheet in this file.");
}

function isRevealText(value: unknown): value is RevealText {
  if (!isRecord(value) || value.v !== 1) return false;
  return [value.negotiation, value.agenda, value.seat, value.at, value.sheet].every((each) => typeof each === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(prefix + text);
}
