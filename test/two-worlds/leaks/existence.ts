import type { Outcome } from "../../../src/server/rooms/host.ts";
import type { HttpAnswer, HttpQuestion, Seams } from "../world/seams.ts";
import { isAsking, type Leak, newRoom, overseen, type Room, turn } from "./leak.ts";

const caucus = "that there is a caucus, and all that happens in it";
const backChannel = "that there is a back channel, and all that happens in it";
const papers = "that a delegation keeps papers";

/** When somebody asks for a stream that is there, and is told that there is nothing. */
function unseenStream(change: (answer: HttpAnswer) => void | Promise<void>): () => Seams {
  return () => {
    const room = newRoom();
    return {
      store: overseen(room),
      http: async (answer: HttpAnswer, { url }: HttpQuestion) => {
        const stream = isAsking(url, /^\/streams\/([0-9a-f]+)\/entries/)?.[1] ?? "";
        if (answer.status === 404 && room.streams.has(stream)) await change(answer);
      },
    };
  };
}

/** When a command comes back with a refusal. */
function refused(
  change: (outcome: Extract<Outcome, { kind: "refused" }>, text: string, room: Room) => Outcome,
): () => Seams {
  return () => {
    const room = newRoom();
    return {
      store: overseen(room),
      host: (host) => ({
        ...host,
        command: async (door, text, ...more) => {
          const outcome = await host.command(door, text, ...more);
          return outcome.kind === "refused" ? change(outcome, text, room) : outcome;
        },
      }),
    };
  };
}

function addressed(text: string): { readonly stream: string; readonly seat: string; readonly name: string } {
  const { stream, seat, command } = JSON.parse(text); // a signed command, as this test's clients write it
  return { stream, seat, name: command?.kind === "convene" ? command.plan.name : "" };
}

/** Answers that are not the same for what is not there and for what is not seen. */
export const existence: readonly Leak[] = [
  {
    name: "403 for a stream that is there",
    tells: "which ids are streams",
    secret: backChannel,
    plant: unseenStream((answer) => {
      answer.status = 403;
    }),
  },
  {
    name: "other words for a stream that is there",
    tells: "which ids are streams",
    secret: caucus,
    plant: unseenStream((answer) => {
      answer.body = '{"message":"This is not for you."}';
    }),
  },
  {
    name: "one header less for a stream that is there",
    tells: "which ids are streams, under the same words",
    secret: backChannel,
    plant: unseenStream((answer) => {
      delete answer.headers["cache-control"];
    }),
  },
  {
    name: "a later answer for a stream that is there",
    tells: "which ids are streams, by the clock",
    secret: caucus,
    plant: unseenStream(turn),
  },
  {
    name: "a refusal that knows the stream it was sent to",
    tells: "which ids are streams",
    secret: backChannel,
    plant: refused((outcome, text, room) => {
      const isThere = outcome.rule === "R1.1" && room.streams.has(addressed(text).stream);
      return isThere ? { ...outcome, message: "You are no member of this channel." } : outcome;
    }),
  },
  {
    name: "a condition on an unseen channel refused by another rule",
    tells: "which ids are channels",
    secret: backChannel,
    plant: refused((outcome, text, room) => {
      const named = /"conditions":\[\{"channel":"([0-9a-f]{32})"/.exec(text)?.[1] ?? "";
      return outcome.rule === "R4.1" && room.streams.has(named) ? { ...outcome, rule: "R4.3" } : outcome;
    }),
  },
  {
    name: "error text that names another stream",
    tells: "the last offer that was tabled anywhere",
    secret: "what is said and tabled in a caucus",
    plant: refused((outcome, _text, room) => {
      const tabled = room.bodies.flatMap(({ events }) =>
        events.flatMap((event) => (event.kind === "tabled" ? [event.offer] : [])),
      );
      return {
        ...outcome,
        message: `${outcome.message} The last offer was ${JSON.stringify(tabled.at(-1)?.choices)}.`,
      };
    }),
  },
  {
    name: "no two channels of one name",
    tells: "the names of channels that one does not see",
    secret: backChannel,
    plant: () => {
      const names = new Set<string>();
      return {
        host: (host) => ({
          ...host,
          command: async (door, text, ...more) => {
            const { name } = addressed(text);
            if (names.has(name)) return { kind: "refused", rule: "R7.2", message: "There is a channel of this name." };
            const outcome = await host.command(door, text, ...more);
            if (outcome.kind === "done" && name !== "") names.add(name);
            return outcome;
          },
        }),
      };
    },
  },
  {
    name: "a limit to the channels of a negotiation",
    tells: "to whoever convenes one too many, how many there are",
    secret: caucus,
    plant: () => {
      let convened = 0;
      return {
        host: (host) => ({
          ...host,
          command: async (door, text, ...more) => {
            const isConvening = addressed(text).name !== "";
            if (isConvening && convened >= 2) return { kind: "refused", rule: "H7", message: "Too many channels." };
            const outcome = await host.command(door, text, ...more);
            if (outcome.kind === "done" && isConvening) convened += 1;
            return outcome;
          },
        }),
      };
    },
  },
  {
    name: "one idempotency key for all seats",
    tells: "what became of another's command",
    secret: papers,
    plant: () => {
      const answers = new Map<string, { readonly digest: string; readonly answer: string }>();
      return {
        store: (store) => ({
          ...store,
          append: async (append) => {
            const outcome = await store.append(append);
            if (outcome.kind === "appended" && append.key) answers.set(append.key.key, append.key);
            return outcome;
          },
          answered: async (negotiation, seat, key) =>
            (await store.answered(negotiation, seat, key)) ?? answers.get(key),
        }),
      };
    },
  },
  {
    name: '"gone" only for streams that are there',
    tells: "to whoever resumes with ids, which of them are streams",
    secret: backChannel,
    plant: () => {
      const room = newRoom();
      return {
        store: overseen(room),
        line: (line) => ({
          ...line,
          send: (text) => {
            const gone = /^\{"t":"gone","stream":"([0-9a-f]+)"/.exec(text)?.[1];
            if (gone === undefined || room.streams.has(gone)) line.send(text);
          },
        }),
      };
    },
  },
  {
    name: "a reading that forgets the audience",
    tells: "all that is in a stream, to whoever has its id",
    secret: "what is said and tabled in a caucus",
    plant: () => ({
      store: (store) => ({
        ...store,
        entriesFor: (_seat, negotiation, stream, after, limit) => store.entries(negotiation, stream, after, limit),
      }),
    }),
  },
  {
    name: "a list of streams that forgets the audience",
    tells: "every stream, its kind and how long it is",
    secret: papers,
    plant: () => ({
      store: (store) => ({ ...store, streamsOf: (negotiation) => store.streams(negotiation) }),
    }),
  },
  {
    name: "what is written goes to everybody who is connected",
    tells: "everything",
    secret: caucus,
    plant: () => {
      const seats = new Set<string>();
      return {
        hub: (hub) => ({
          ...hub,
          deliver: ({ negotiation, streams }) => {
            for (const { audience } of streams) for (const seat of audience) seats.add(seat);
            hub.deliver({ negotiation, streams: streams.map((stream) => ({ ...stream, audience: [...seats] })) });
          },
        }),
      };
    },
  },
];
