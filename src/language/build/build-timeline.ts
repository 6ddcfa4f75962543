import type { Channel, TimelineEvent } from "#model";
import { present } from "../present.ts";
import type { RawScenario } from "../schema/scenario-schema.ts";
import { checkDistinct, dayOf, entries, ids, many, nameFromId, type Reader } from "./reader.ts";

type RawSession = { date: string; level?: string; note?: string };

/** Who met whom: channels with their sessions, as written. */
export function buildChannels(reader: Reader, raw: RawScenario): readonly Channel[] {
  return entries(reader, raw.channels).map(({ key: id, value }) =>
    present({
      id,
      name: value.name ?? nameFromId(id),
      sessions: many<RawSession>(reader, value, "sessions").map(({ value: session }) =>
        present({
          date: dayOf(session.date),
          present: ids(reader, session, "present", "party"),
          level: session.level,
          note: session.note,
          sources: ids(reader, session, "sources", "source"),
        }),
      ),
      note: value.note,
    }),
  );
}

export function buildEvents(reader: Reader, raw: RawScenario): readonly TimelineEvent[] {
  const items = many<{ id: string; date: string; what: string }>(reader, raw, "events");
  checkDistinct(reader, items, "events");
  return items.map(({ value }) => ({
    id: value.id,
    date: dayOf(value.date),
    what: value.what,
    sources: ids(reader, value, "sources", "source"),
  }));
}
