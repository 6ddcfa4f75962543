import { createHash } from "node:crypto";
import type { Seams } from "../world/seams.ts";
import { eachEntry, isAsking, type Leak, newRoom, overseen, type Room, rewriting, withMember } from "./leak.ts";

const caucus = "that there is a caucus, and all that happens in it";
const backChannel = "that there is a back channel, and all that happens in it";
const papers = "that a delegation keeps papers";

const hashed = (...of: readonly unknown[]): Buffer => createHash("sha256").update(JSON.stringify(of)).digest();

/** With a room that is overseen. */
function seeing(plant: (room: Room) => Seams): () => Seams {
  return () => {
    const room = newRoom();
    return { store: overseen(room), ...plant(room) };
  };
}

/** Ids, counts, moments and orders that are one for all audiences. */
export const numbers: readonly Leak[] = [
  {
    name: "stream ids from one counter",
    tells: "from the gap between two groups that channels were convened in between",
    secret: backChannel,
    plant: () => {
      let drawn = 0;
      return {
        random: (random) => (purpose, size) => {
          if (!purpose.includes(": stream")) return random(purpose, size);
          drawn += 1;
          const bytes = new Uint8Array(size);
          bytes[size - 1] = drawn;
          return bytes;
        },
      };
    },
  },
  {
    name: "stream ids that begin with how much was drawn before",
    tells: "from the id of a new group how busy the house was, as an id with a time in it does",
    secret: caucus,
    plant: () => {
      let drawn = 0;
      return {
        random: (random) => (purpose, size) => {
          drawn += 1;
          const bytes = random(purpose, size);
          if (purpose.includes(": stream")) new DataView(bytes.buffer).setUint32(0, drawn);
          return bytes;
        },
      };
    },
  },
  {
    name: "salts from one source for all audiences",
    tells: "by the salts that come next, how many others were drawn in between",
    secret: papers,
    plant: () => {
      let drawn = 0;
      return {
        random: (random) => (purpose, size) =>
          purpose.includes(": salt ") ? new Uint8Array(hashed("salt", drawn++)) : random(purpose, size),
      };
    },
  },
  {
    name: "session tokens from that source too",
    tells: "to whoever joins late, how much was written before",
    secret: papers,
    plant: () => {
      let drawn = 0;
      return {
        random: (random) => (purpose, size) => {
          drawn += 1;
          return purpose.includes(": session ") ? new Uint8Array(hashed("session", drawn)) : random(purpose, size);
        },
      };
    },
  },
  {
    name: "receipts over a counter of the house",
    tells: "from two receipts how many lie between",
    secret: backChannel,
    plant: () => {
      let count = 0;
      return {
        store: rewriting((append) =>
          eachEntry(append, (entry) => ({ ...entry, receipt: hashed(entry.receipt, ++count).toString("hex") })),
        ),
      };
    },
  },
  {
    name: "offers numbered across channels",
    tells: "from offer 17 after offer 12, that four were tabled elsewhere",
    secret: backChannel,
    plant: () => {
      let count = 0;
      return {
        store: rewriting((append) =>
          eachEntry(append, (entry) => ({
            ...entry,
            body: entry.body.replace(/("kind":"tabled","offer":\{"id":"[^"]*","number":)\d+/g, (_, before) => {
              count += 1;
              return `${before}${count}`;
            }),
          })),
        ),
      };
    },
  },
  {
    name: "the entry names the version of the whole negotiation",
    tells: "in each entry how many others there are",
    secret: papers,
    plant: () => {
      let count = 0;
      return {
        store: rewriting((append) =>
          eachEntry(append, (entry) => ({ ...entry, body: entry.body.replace(/"hall":\d+/, `"hall":${++count}`) })),
        ),
      };
    },
  },
  {
    name: "a global version in the answer to a command",
    tells: "to its sender, how much was written anywhere",
    secret: papers,
    plant: seeing((room) => ({
      host: (host) => ({
        ...host,
        command: async (...given) => {
          const outcome = await host.command(...given);
          return outcome.kind === "done" ? { ...outcome, version: room.entries } : outcome;
        },
      }),
    })),
  },
  {
    name: "a total beside the list of streams",
    tells: "how many entries there are that this seat does not see",
    secret: caucus,
    plant: seeing((room) => ({
      http: (answer, { url }) => {
        if (isAsking(url, /^\/streams$/)) answer.body = withMember(answer.body, "total", room.entries);
      },
    })),
  },
  {
    name: "the unread of the whole negotiation in the welcome",
    tells: "by a badge, that something is going on elsewhere",
    secret: backChannel,
    plant: seeing((room) => ({
      line: (line) => ({
        ...line,
        send: (text) => line.send(text.startsWith('{"t":"welcome"') ? withMember(text, "unread", room.entries) : text),
      }),
    })),
  },
  {
    name: "a header with the number of streams",
    tells: "the moment at which a channel is convened",
    secret: caucus,
    plant: seeing((room) => ({
      http: (answer) => {
        answer.headers["x-streams"] = room.streams.size;
      },
    })),
  },
  {
    name: "an ETag from a counter of all entries",
    tells: "by a fresh page, that somebody somewhere wrote",
    secret: papers,
    plant: seeing((room) => ({
      http: (answer) => {
        answer.headers.etag = `"${room.entries}"`;
      },
    })),
  },
  {
    name: "an ETag from a digest of all that is stored",
    tells: "whether a guess about another's sealed bytes is right, with patience",
    secret: "what a delegation's papers say",
    plant: seeing((room) => ({
      http: (answer) => {
        answer.headers.etag = `"${hashed(room.bodies).toString("hex")}"`;
      },
    })),
  },
  {
    name: "Last-Modified of the last entry anywhere",
    tells: "when others last wrote",
    secret: papers,
    plant: seeing((room) => ({
      http: (answer) => {
        answer.headers["last-modified"] = room.lastAt;
      },
    })),
  },
  {
    name: "a clock that goes on with every entry",
    tells: "by the milliseconds of one's own entries, how many others were written in the same second",
    secret: papers,
    plant: seeing((room) => ({
      clock: (clock) => () => new Date(Date.parse(clock()) + room.entries).toISOString(),
    })),
  },
  {
    name: "request ids counted by the house",
    tells: "how many others asked in between",
    secret: papers,
    plant: () => {
      let count = 0;
      return {
        http: (answer) => {
          count += 1;
          answer.headers["x-request-id"] = `req-${count}`;
        },
      };
    },
  },
  {
    name: "a serial number beside each entry of a page",
    tells: "as a bigserial does, by its gaps, what lies between two entries",
    secret: backChannel,
    plant: () => {
      const serial = new Map<string, number>();
      return {
        store: rewriting((append) =>
          eachEntry(append, (entry) => {
            if (!serial.has(entry.hash)) serial.set(entry.hash, serial.size + 1);
            return entry;
          }),
        ),
        http: (answer, { url }) => {
          if (!isAsking(url, /\/entries/)) return;
          answer.body = answer.body.replace(/"hash":"([0-9a-f]{64})"/g, (text, hash: string) => {
            return `${text},"serial":${serial.get(hash) ?? 0}`;
          });
        },
      };
    },
  },
  {
    name: "the last transaction's number beside each stream",
    tells: "how many transactions others made since",
    secret: papers,
    plant: () => {
      let transaction = 0;
      const grown = new Map<string, number>();
      const room = newRoom();
      return {
        store: overseen(room, ({ parts, created }) => {
          transaction += 1;
          for (const { stream } of [...parts, ...created]) grown.set(stream, transaction);
        }),
        http: (answer, { url }) => {
          if (!isAsking(url, /^\/streams$/)) return;
          answer.body = answer.body.replace(/"stream":"([0-9a-f]{32})"/g, (text, stream: string) => {
            return `${text},"grownIn":${grown.get(stream) ?? 0}`;
          });
        },
      };
    },
  },
  {
    name: "streams listed from where the last write was",
    tells: "by their order, that something was written that this seat does not see",
    secret: backChannel,
    plant: seeing((room) => ({
      host: (host) => ({
        ...host,
        streams: async (door) => {
          const heads = await host.streams(door);
          const from = heads.findIndex(({ stream }) => stream > room.lastStream);
          return from < 0 ? heads : [...heads.slice(from), ...heads.slice(0, from)];
        },
      }),
    })),
  },
  {
    name: "the answer to joining counts the streams",
    tells: "to whoever comes late, how many there are",
    secret: backChannel,
    plant: seeing((room) => ({
      http: (answer, { url }) => {
        if (/\/join$/.test(url)) answer.body = withMember(answer.body, "streams", room.streams.size);
      },
    })),
  },
];
