import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { audienceOf } from "./audience.ts";
import type { StreamId } from "./channel.ts";
import { secret } from "./trial/moves.ts";
import { type Move, randomMove } from "./trial/random-move.ts";
import { hallStream, type TrialRoom, trialRoom } from "./trial/trial-room.ts";

/** One step: in the world without the secret it is skipped when it belongs to the secret. */
const steps = fc.array(fc.record({ seed: fc.nat({ max: 0xffff_ffff }), hidden: fc.boolean() }), {
  minLength: 40,
  maxLength: 160,
  size: "max",
});

/** A room in whose second world some sit in a back channel and a caucus, and a delegation keeps other things. */
type World = { readonly room: TrialRoom; readonly hiddenStreams: readonly StreamId[] };

function world(withSecret: boolean): World {
  const room = trialRoom();
  const own = [...room.streams].flatMap(([id, stream]) => {
    return stream.kind === "delegation" && stream.delegation === "UA" ? [id] : [];
  });
  if (!withSecret) return { room, hiddenStreams: [] };
  room.ids = seededRandom(99);
  return {
    room,
    hiddenStreams: [secret(room, "back channel", "ua", "ru"), secret(room, "caucus", "mediator", "ua"), ...own],
  };
}

/** The ids that the secret's streams have in the second world, so that in the first they may be probed for. */
const probed = world(true).hiddenStreams;

/** What a command to a stream that is no secret's may rest on must not depend on the secret: unless all who see it share it. */
function isShielded({ room, hiddenStreams }: World, address: StreamId | "new"): boolean {
  if (address === "new") return true;
  const stream = room.streams.get(address);
  if (stream === undefined) return true;
  const audience = audienceOf(room.hall(), stream);
  return hiddenStreams.every((hidden) => {
    const secrets = room.streams.get(hidden);
    if (secrets === undefined) return true;
    const insiders = audienceOf(room.hall(), secrets);
    return audience.some((seat) => !insiders.includes(seat));
  });
}

/** Drawn from the world without the secret, so that in both the same is asked. */
function publicMove({ room }: World, seed: number): Move | undefined {
  const random = seededRandom(seed);
  const channels = [...room.streams].flatMap(([id, { kind }]) => (kind === "channel" ? [id] : []));
  const quiet = ["new", hallStream, ...probed, ...room.streams.keys()];
  const addresses = random.below(5) === 0 ? quiet : random.below(3) === 0 ? ["plenary"] : channels;
  const move = randomMove(room, random, { addresses, names: [...channels, ...probed, "no such stream"] });
  const isInsider = ["ua", "ua-support", "ua-mandator", "ru", "mediator"].includes(move.author);
  return probed.includes(move.address) && isInsider ? undefined : move;
}

function hiddenMove({ room, hiddenStreams }: World, seed: number): void {
  const random = seededRandom(seed);
  const channels = [...room.streams].flatMap(([id, { kind }]) => (kind === "channel" ? [id] : []));
  room.ids = seededRandom(seed);
  const { author, address, command, after } = randomMove(room, random, { addresses: hiddenStreams, names: channels });
  room.send(author, address, command, after);
}

test("R11.1 nothing that comes of a command depends on a channel or a delegation that somebody there does not see", () => {
  let compared = 0;
  let done = 0;
  let hidden = 0;
  fc.assert(
    fc.property(steps, (history) => {
      const without = world(false);
      const within = world(true);
      for (const step of history) {
        if (step.hidden) {
          hiddenMove(within, step.seed);
          continue;
        }
        const move = publicMove(without, step.seed);
        // where all who see it share the secret, what they do may rest on it
        if (move === undefined || !isShielded(within, move.address)) continue;
        const [one, other] = [without, within].map(({ room }) => {
          room.ids = seededRandom(step.seed);
          room.clock = `2026-11-23T13:${String(step.seed % 60).padStart(2, "0")}:00.000Z`;
          return room.send(move.author, move.address, move.command, move.after);
        });
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
        compared++;
        if (one?.ok) done++;
      }
      const streams = new Set(without.room.entries.map(({ stream }) => stream));
      const seen = ({ room }: World) =>
        room.entries.filter(({ stream }) => streams.has(stream) && !probed.includes(stream));
      expect(JSON.stringify(seen(within))).toBe(JSON.stringify(seen(without)));
      hidden += within.room.entries.length - seen(within).length;
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(4_000);
  expect(done).toBeGreaterThan(1_000);
  expect(hidden).toBeGreaterThan(1_000);
});
