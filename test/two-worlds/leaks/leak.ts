import type { EntryBody } from "#record";
import type { Append, Created, Store } from "#store";
import type { Seams } from "../world/seams.ts";
import type { SecretKind } from "../world/secret.ts";

/** A mistake that a host could have, planted on purpose: the comparison has to see it. */
export type Leak = {
  readonly name: string;
  /** What another seat would learn from it. */
  readonly tells: string;
  /** The secret that it is to be seen with. */
  readonly secret: SecretKind;
  /** Made anew for each world, since it may keep what it has seen there. */
  readonly plant: () => Seams;
};

/** What a careless part of a host might know of a whole negotiation. */
export type Room = {
  entries: number;
  lastAt: string;
  lastStream: string;
  lastBody: string;
  readonly streams: Set<string>;
  readonly audiences: Map<string, readonly string[]>;
  readonly bodies: EntryBody[];
};

export function newRoom(): Room {
  return {
    ...{ entries: 0, lastAt: "", lastStream: "", lastBody: "" },
    ...{ streams: new Set(), audiences: new Map(), bodies: [] },
  };
}

/** The store, and what goes into it written down beside it, for all audiences together. */
export function overseen(room: Room, heard: (append: Append) => void = () => {}) {
  const keep = ({ created, parts }: { created: Created["streams"]; parts: Append["parts"] }): void => {
    for (const { stream, audience, entries } of [...created, ...parts]) {
      room.streams.add(stream);
      if (audience) room.audiences.set(stream, audience);
      room.lastStream = stream;
      for (const { body } of entries) {
        const read: EntryBody = JSON.parse(body); // the host's own
        room.entries += 1;
        room.lastAt = read.at;
        room.lastBody = body;
        room.bodies.push(read);
      }
    }
  };
  return (store: Store): Store => ({
    ...store,
    create: async (created) => {
      const outcome = await store.create(created);
      if (outcome === "created") keep({ created: created.streams, parts: [] });
      return outcome;
    },
    append: async (append) => {
      const outcome = await store.append(append);
      if (outcome.kind === "appended") {
        keep(append);
        heard(append);
      }
      return outcome;
    },
  });
}

/** The store, with what is written changed on its way in. */
export function rewriting(change: (append: Append) => Append) {
  return (store: Store): Store => ({ ...store, append: (append) => store.append(change(append)) });
}

/** Every entry of an append, changed. */
export function eachEntry(
  append: Append,
  change: (entry: Append["parts"][number]["entries"][number]) => typeof entry,
): Append {
  const changed = <Part extends { readonly entries: Append["parts"][number]["entries"] }>(part: Part): Part => {
    return { ...part, entries: part.entries.map(change) };
  };
  return { ...append, parts: append.parts.map(changed), created: append.created.map(changed) };
}

export function isAsking(url: string, rest: RegExp): RegExpExecArray | null {
  return rest.exec(url.replace(/^\/negotiations\/[^/]*\/seats\/[^/]*/, ""));
}

export function withMember(json: string, member: string, value: unknown): string {
  return json.replace(/}$/, `,${JSON.stringify(member)}:${JSON.stringify(value)}}`);
}

export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
