import type { Evidence } from "#model";
import { present } from "../present.ts";
import type { RawEvidence } from "../schema/scalars.ts";
import { dayOf, ids, type Reader } from "./reader.ts";

/** Evidence as written, with what is missing taken from what holds for the whole. Its sources are checked. */
export function evidenceAt(reader: Reader, raw: RawEvidence, inherited?: Evidence): Evidence {
  return present({
    author: raw.author ?? inherited?.author,
    date: dayOf(raw.date) ?? inherited?.date,
    confidence: raw.confidence ?? inherited?.confidence,
    why: raw.why ?? inherited?.why,
    sources: raw.sources === undefined ? (inherited?.sources ?? []) : ids(reader, raw, "sources", "source"),
    note: raw.note,
  });
}
