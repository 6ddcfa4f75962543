import type { Line } from "../../../src/server/rooms/seat-socket.ts";
import { eachEntry, type Leak, rewriting } from "./leak.ts";

const content = "what a party answers to a sealed yes where another says no";
const silence = "whether a party answers a sealed yes that another leaves unanswered";

/** What would tell of a sealed yes more than that not all said yes. */
export const sealedAnswers: readonly Leak[] = [
  {
    name: "a count of the answers",
    tells: "to each who answers, how many did before",
    secret: silence,
    plant: () => {
      const answered = new Map<string, Set<string>>();
      return {
        host: (host) => ({
          ...host,
          answer: async (door, text, ...more) => {
            const outcome = await host.answer(door, text, ...more);
            const { call } = JSON.parse(text); // a signed answer, as this test's clients write it
            const seats = answered.get(call) ?? new Set();
            if (outcome.kind === "done") answered.set(call, seats.add(door.seat));
            return outcome.kind === "done" ? { ...outcome, version: seats.size } : outcome;
          },
        }),
      };
    },
  },
  {
    name: "the outcome with the first no",
    tells: "by its moment, who said no",
    secret: content,
    plant: () => ({
      store: (store) => ({
        ...store,
        heldAnswers: async (negotiation, call) => {
          const held = await store.heldAnswers(negotiation, call);
          const isLost = held.some(({ saysYes }) => !saysYes);
          const missing = ["P1", "P2", "P3"].filter((party) => !held.some((answer) => answer.party === party));
          const made = missing.map((party) => ({ negotiation, call, party, seat: "made up", saysYes: false }));
          return isLost ? [...held, ...made] : held;
        },
        append: (append) => {
          const { closesCall } = append;
          if (!closesCall) return store.append(append);
          const answers = closesCall.answers.filter(({ seat }) => seat !== "made up");
          return store.append({ ...append, closesCall: { ...closesCall, answers } });
        },
      }),
    }),
  },
  {
    name: "the outcome with how many said yes",
    tells: "together with one's own answer, the others'",
    secret: content,
    plant: () => ({
      store: rewriting((append) => {
        const yes = append.closesCall?.answers.filter(({ saysYes }) => saysYes).length ?? 0;
        return eachEntry(append, (entry) => ({
          ...entry,
          body: entry.body.replace(/"allSaidYes":(true|false)/g, (text) => `${text},"yes":${yes}`),
        }));
      }),
    }),
  },
  {
    name: "the outcome with who was silent",
    tells: "who answered",
    secret: silence,
    plant: () => ({
      store: rewriting((append) => {
        const answered = append.closesCall?.answers.map(({ party }) => party) ?? [];
        return eachEntry(append, (entry) => ({
          ...entry,
          body: entry.body.replace(
            /"allSaidYes":(true|false)/g,
            (text) => `${text},"answered":${JSON.stringify(answered)}`,
          ),
        }));
      }),
    }),
  },
  {
    name: "a changed answer is told",
    tells: "that somebody is in two minds",
    secret: silence,
    plant: () => {
      const lines: Line[] = [];
      return {
        store: (store) => ({
          ...store,
          holdAnswer: async (held, at) => {
            const outcome = await store.holdAnswer(held, at);
            if (outcome === "changed") for (const line of lines) line.send('{"t":"changed"}');
            return outcome;
          },
        }),
        line: (line) => {
          lines.push(line);
          return line;
        },
      };
    },
  },
  {
    name: "an answer that prolongs the asking",
    tells: "by a later outcome, that somebody has answered",
    secret: silence,
    plant: () => {
      let isFresh = false;
      return {
        store: (store) => ({
          ...store,
          holdAnswer: (held, at) => {
            isFresh = true;
            return store.holdAnswer(held, at);
          },
          openCalls: async (at) => {
            const open = isFresh ? [] : await store.openCalls(at);
            isFresh = false;
            return open;
          },
        }),
      };
    },
  },
];
