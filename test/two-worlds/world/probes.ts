import type { Random } from "#prelude";
import type { Command } from "#room";
import { keyFor, type Letters } from "./letters.ts";
import type { PublicView } from "./public-view.ts";
import { one } from "./random-command.ts";
import { hashHex, type People, type SeatName } from "./seats.ts";
import { atSecond, type Request } from "./world.ts";

export type Prober = {
  readonly random: Random;
  readonly people: People;
  readonly view: PublicView;
  readonly write: Letters;
  readonly index: number;
  readonly second: number;
  /** Who is not in on the secret. */
  readonly outsiders: readonly SeatName[];
  /** Of the second world: ids of its further streams and keys of its further commands, for outsiders to try. */
  readonly hidden: { readonly streams: readonly string[]; readonly keys: readonly string[] };
};

/** What somebody does who would like to know more than is theirs: tries ids, keys, tokens, conditions, odd frames. */
export function probe(of: Prober): readonly Request[] {
  const { random, people, view, write, index, second, outsiders, hidden } = of;
  const as = one(random, outsiders)!;
  const stream = one(random, [...hidden.streams, hashHex("no stream", index).slice(0, 32)])!;
  const key = one(random, [...hidden.keys, hashHex("no key", index).slice(0, 32)])!;
  const own = keyFor("probe", index);
  const door = random.below(2) === 0 ? ("http" as const) : ("frame" as const);
  const get = (rest: string): Request => ({ via: "http", as, method: "GET", url: write.path(as, rest) });
  const post = (rest: string, body: unknown): Request => {
    return { via: "http", as, method: "POST", url: write.path(as, rest), body: JSON.stringify(body) };
  };
  switch (random.below(18)) {
    case 0:
      return [get(`/streams/${stream}/entries`)];
    case 1:
      return [get(`/streams/${stream}/entries?after=${random.below(3)}`)];
    case 2:
      return [get(`/commands/${key}`)];
    case 3:
      return [{ via: "frame", as, text: JSON.stringify({ t: "ask", key }) }];
    case 4:
      return [get("/agenda"), get("/streams")];
    case 15: {
      const [open, { version }] = one(random, view.channels())!;
      return [get("/streams"), get(`/streams/${open}/entries?after=${random.below(version + 1)}`)];
    }
    case 16: {
      // what cannot be read, is no number, is too long
      const body = one(random, ["{", "{}", '{"command":1,"signature":""}'])!;
      const long = JSON.stringify({ answer: "x".repeat(70_000), signature: "" });
      const paths = ["/commands", "/answers", "/invitations"];
      return [
        {
          via: "http",
          as,
          method: "POST",
          url: write.path(as, one(random, paths)),
          body: random.below(3) === 0 ? long : body,
        },
        get(`/streams/${stream}/entries?after=${one(random, ["x", "-1", "9"])}`),
      ];
    }
    case 17:
      return [get(`/streams/${stream}/entries`), { via: "connect", as, have: { [stream]: random.below(4) } }];
    case 5:
      return [write.command(as, { kind: "say", words: { plain: "hello?" } }, { door, key: own, stream, after: 0 })];
    case 6: {
      // by somebody who may table, where it may be tabled: so that it is the condition that is judged
      const asking =
        one(
          random,
          outsiders.filter((name) => people.parties.includes(name)),
        ) ?? as;
      const [address, channel] = random.below(2) === 0 ? view.channels()[0]! : one(random, view.channels())!;
      const command: Command = {
        kind: "table",
        as: "supposal",
        offer: `probe ${index}`,
        choices: { force: "light" },
        conditions: [{ channel: stream, issue: "pace", options: ["fast"] }],
      };
      return [write.command(asking, command, { door, key: own, stream: address, after: channel.version })];
    }
    case 7:
      return [{ via: "connect", as, have: { [stream]: random.below(4) } }];
    case 8:
      return [write.answer(as, stream, "call 1", true, { door, key: own })];
    case 9:
      return [get("/invitations")];
    case 10: {
      const tokenDigest = hashHex("invitation", random.below(4));
      const seat = people.seat(one(random, people.names)!).id;
      const expiresAt = atSecond(second + 1000);
      return random.below(2) === 0
        ? [post("/invitations", { seat, tokenDigest, reusable: true, expiresAt })]
        : [{ via: "http", as, method: "DELETE", url: write.path(as, `/invitations/${tokenDigest}`) }];
    }
    case 11: {
      const body = JSON.stringify({ token: people.token(random.below(2) === 0 ? as : "nobody") });
      const url = `/negotiations/${write.negotiation}/join`;
      return [{ via: "http", as, method: "POST", url, body, stranger: true }];
    }
    case 12:
      // another seat's door, a session that is none
      return [
        {
          via: "http",
          as,
          method: "GET",
          url: write.path(one(random, people.names)!, "/streams"),
          stranger: random.below(2) === 0,
        },
      ];
    case 13: {
      const text = one(random, [
        "{",
        '{"t":"nothing"}',
        '{"t":"resume","have":{}}',
        `{"t":"ask","key":"${"x".repeat(40)}"}`,
      ])!;
      return [
        { via: "frame", as, text },
        { via: "connect", as, have: {} },
      ];
    }
    default: {
      // more than may be asked at once
      const asked = 3 + random.below(50);
      return Array.from({ length: asked }, (_, place): Request => {
        return { via: "frame", as, text: JSON.stringify({ t: "ask", key: keyFor("burst", index, place) }) };
      });
    }
  }
}
