import { deflateRawSync } from "node:zlib";
import { gates } from "../../../src/server/rooms/limits.ts";
import type { Line } from "../../../src/server/rooms/seat-socket.ts";
import { type Leak, newRoom, overseen, turn, withMember } from "./leak.ts";

const caucus = "that there is a caucus, and all that happens in it";
const backChannel = "that there is a back channel, and all that happens in it";
const papers = "that a delegation keeps papers";

/** What tells by who is there, by when something comes, by how long it is, or by what is refused for being too much. */
export const presenceAndTime: readonly Leak[] = [
  {
    name: "presence by channel",
    tells: "who sits together where",
    secret: backChannel,
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        line: (line) => ({
          ...line,
          send: (text) => {
            const together = [...room.audiences.values()].map((seats) => seats.join(" ")).sort();
            line.send(text.startsWith('{"t":"here"') ? withMember(text, "together", together) : text);
          },
        }),
      };
    },
  },
  {
    name: "who is here told again after any activity",
    tells: "that in the last second somebody wrote somewhere",
    secret: papers,
    plant: () => {
      const lines = new Map<string, Line>();
      let isStirred = false;
      return {
        line: (line, seat) => {
          lines.set(seat, line);
          return line;
        },
        hub: (hub) => ({
          ...hub,
          deliver: (grew) => {
            isStirred = true;
            hub.deliver(grew);
          },
          tellWhoIsHere: () => {
            hub.tellWhoIsHere();
            if (isStirred) for (const line of lines.values()) line.send('{"t":"here"}');
            isStirred = false;
          },
        }),
      };
    },
  },
  {
    name: "who was active lately",
    tells: "who wrote in the last second, wherever it was",
    secret: backChannel,
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        line: (line) => ({
          ...line,
          send: (text) => {
            const active = [...new Set(room.bodies.slice(-3).map(({ author }) => author))];
            line.send(text.startsWith('{"t":"here"') ? withMember(text, "active", active) : text);
          },
        }),
      };
    },
  },
  {
    name: "dots while somebody writes",
    tells: "at once, that another seat has sent something",
    secret: caucus,
    plant: () => {
      const lines = new Map<string, Line>();
      return {
        line: (line, seat) => {
          lines.set(seat, line);
          return line;
        },
        host: (host) => ({
          ...host,
          command: (door, ...more) => {
            for (const [seat, line] of lines) if (seat !== door.seat) line.send('{"t":"writing"}');
            return host.command(door, ...more);
          },
        }),
      };
    },
  },
  {
    name: "when others were last seen",
    tells: "to the second, when another last did something, even in vain",
    secret: papers,
    plant: () => {
      let last = "";
      return {
        host: (host) => ({
          ...host,
          command: (door, text, ...more) => {
            last = `${door.seat} ${host.now()}`;
            return host.command(door, text, ...more);
          },
        }),
        http: (answer) => {
          answer.headers["x-last-seen"] = last;
        },
      };
    },
  },
  {
    name: "a frame that waits while others are served",
    tells: "by one turn, that another stream was written just before",
    secret: papers,
    plant: () => {
      const room = newRoom();
      let told = 0;
      return {
        store: overseen(room),
        line: (line) => ({
          ...line,
          send: (text) => {
            const isBehind = room.entries > told + 1;
            told = room.entries;
            if (isBehind) setImmediate(() => line.send(text));
            else line.send(text);
          },
        }),
      };
    },
  },
  {
    name: "frames sent with every third entry of the house",
    tells: "by when one's own come, how many others there were",
    secret: backChannel,
    plant: () => {
      const room = newRoom();
      const waiting: (() => void)[] = [];
      return {
        store: overseen(room, () => {
          if (room.entries % 3 === 0) for (const send of waiting.splice(0)) send();
        }),
        line: (line) => ({
          ...line,
          send: (text) => void waiting.push(() => line.send(text)),
        }),
      };
    },
  },
  {
    name: "a keep-alive to all with every entry",
    tells: "the tick of another stream's append, without a word of it",
    secret: caucus,
    plant: () => {
      const lines: Line[] = [];
      const room = newRoom();
      return {
        store: overseen(room, () => {
          for (const line of lines) line.send("");
        }),
        line: (line) => {
          lines.push(line);
          return line;
        },
      };
    },
  },
  {
    name: "a conflict with whoever wrote last",
    tells: "by a second attempt's turns, that another stream was written",
    secret: papers,
    plant: () => {
      let last = "";
      return {
        store: (store) => ({
          ...store,
          append: async (append) => {
            const stream = append.parts.find(({ entries }) => entries.length > 0)?.stream ?? "";
            const isOther = stream !== last;
            last = stream;
            return isOther ? { kind: "conflict" } : store.append(append);
          },
        }),
      };
    },
  },
  {
    name: "work that grows with the whole negotiation",
    tells: "by the time of one's own answers, how much there is",
    secret: caucus,
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        host: (host) => ({
          ...host,
          command: async (...given) => {
            for (let done = 0; done < room.streams.size; done++) await turn();
            return host.command(...given);
          },
        }),
      };
    },
  },
  {
    name: "a rate limit shared by the room",
    tells: "by being refused, that others are busy",
    secret: papers,
    plant: () => ({
      gates: (own, elapsed) => {
        const few = { atOnce: 4, perSecond: 1.5 };
        const shared = gates({ seat: few, joining: few, creating: few }, elapsed);
        return { ...own, enter: ({ negotiation }) => shared.enter({ negotiation, seat: "any" }) };
      },
    }),
  },
  {
    name: "a slow client judged by the room's traffic",
    tells: "by being cut, that much was written elsewhere",
    secret: papers,
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        line: (line) => ({ ...line, waiting: () => room.entries * 30_000 }),
      };
    },
  },
  {
    name: "frames padded to the last entry of the house",
    tells: "by their length, how long another's entry is",
    secret: papers,
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        line: (line) => ({ ...line, send: (text) => line.send(text.padEnd(room.lastBody.length + 200)) }),
      };
    },
  },
  {
    name: "one compression for several audiences",
    tells: "by the length of one's own answer, what the entry before it said",
    secret: "what is said and tabled in a caucus",
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        http: (answer) => {
          answer.headers["x-length"] = deflateRawSync(room.lastBody + answer.body).length;
        },
      };
    },
  },
  {
    name: "staleness by the version of the whole negotiation",
    tells: "by a refusal, that something was written that one has not seen",
    secret: papers,
    plant: () => {
      const room = newRoom();
      let seen = 0;
      return {
        store: overseen(room),
        host: (host) => ({
          ...host,
          command: async (...given) => {
            const isStale = room.entries > seen + 2;
            seen = room.entries;
            return isStale
              ? { kind: "refused", rule: "R1.8", message: "Something has changed." }
              : host.command(...given);
          },
        }),
      };
    },
  },
];
