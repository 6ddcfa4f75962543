import { bundleText } from "#record";
import type { SeatSession } from "./seat-session.ts";

/**
 * The record as this seat sees it: one file that anybody checks without the host. Undefined before everything that the host
 * has shown has been read, or if it has shown another history.
 */
export function exportRecord(session: SeatSession): string | undefined {
  const { kept, keys, agendaText, keeper, snapshot } = session;
  const { hall, states, fault } = snapshot().streams;
  if (!hall || fault) return undefined;
  const streams = [...states].map(([stream, { kind }]) => ({ stream, kind, entries: keeper.entries(stream) }));
  const { negotiation, seat } = kept;
  const content = { negotiation, exporter: seat, agenda: agendaText, streams, key: keys.publicKeys.signing };
  return bundleText(content, keys.sign);
}
