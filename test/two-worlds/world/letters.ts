import { commandText, signCommand } from "#record";
import type { Command, StreamId } from "#room";
import type { SignedAnswer } from "#wire";
import { hashHex, type People, type SeatName } from "./seats.ts";
import type { Request } from "./world.ts";

/** Writes what a seat's client sends: signed, each with a key of its own that hangs on what it is for and on nothing else. */
export type Letters = {
  readonly negotiation: string;
  readonly path: (as: SeatName, rest?: string) => string;
  readonly command: (as: SeatName, command: Command, to: Addressed) => Request;
  readonly answer: (as: SeatName, stream: StreamId, call: string, saysYes: boolean, to: How) => Request;
};
export type How = { readonly door: "http" | "frame"; readonly key: string };
export type Addressed = How & { readonly stream: StreamId | "new"; readonly after: number };

export function letters(people: People, negotiation: string): Letters {
  const path: Letters["path"] = (as, rest = "") => `/negotiations/${negotiation}/seats/${people.seat(as).id}${rest}`;
  return {
    negotiation,
    path,
    command: (as, command, { door, key, stream, after }) => {
      const text = commandText({ v: 1, negotiation, stream, seat: people.seat(as).id, key, after, command });
      const signature = signCommand(text, people.keys(as).sign);
      return door === "http"
        ? {
            via: "http",
            as,
            method: "POST",
            url: path(as, "/commands"),
            body: JSON.stringify({ command: text, signature }),
          }
        : { via: "frame", as, text: JSON.stringify({ t: "command", key, command: text, signature }) };
    },
    answer: (as, stream, call, saysYes, { door, key }) => {
      const said: SignedAnswer = { v: 1, negotiation, stream, seat: people.seat(as).id, key, call, saysYes };
      const text = JSON.stringify(said);
      const signature = signCommand(text, people.keys(as).sign);
      return door === "http"
        ? {
            via: "http",
            as,
            method: "POST",
            url: path(as, "/answers"),
            body: JSON.stringify({ answer: text, signature }),
          }
        : { via: "frame", as, text: JSON.stringify({ t: "answer", key, answer: text, signature }) };
    },
  };
}

export function keyFor(...of: readonly (string | number)[]): string {
  return hashHex("key", ...of).slice(0, 32);
}
