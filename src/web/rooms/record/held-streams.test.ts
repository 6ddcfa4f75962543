import { expect, test } from "vitest";
import { accept, done, happenedIn, offer, said, trialRoom } from "../../../../test/tried-negotiation.ts";
import { heldStreams } from "./held-streams.ts";

test("each stream is held with its entries, its head, whose commands stand in it and who has countersigned how far", () => {
  const room = trialRoom();
  done(room.send("ua", "plenary", offer("p1", { pace: "slow" })));
  done(room.send("ru", "plenary", said("thank you")));
  done(room.send("ru", "plenary", accept("p1")));
  const { version } = room.channel("plenary");
  const witnessed = { kind: "countersign" as const, version, head: "a".repeat(64), signature: "b" };
  done(room.send("us", "plenary", witnessed));
  const streams = {
    caughtUp: true,
    hallStream: "hall",
    hall: room.hall(),
    states: room.streams,
    happened: happenedIn(room),
    heads: new Map([["plenary", { version: version + 1, hash: "c".repeat(64) }]]),
  };
  const held = heldStreams(streams, room.hall());
  expect(held).toHaveLength(room.streams.size);
  const named = room.hall().channels.map(({ id }) => id);
  expect(held.map(({ stream }) => stream).slice(0, named.length + 1)).toEqual(["hall", ...named]);
  const shuffled = { ...streams, states: new Map([...room.streams].reverse()) };
  const order = heldStreams(shuffled, room.hall()).map(({ stream }) => stream);
  expect(order.slice(0, named.length + 1)).toEqual(["hall", ...named]);
  const plenary = held.find(({ stream }) => stream === "plenary");
  expect(plenary).toMatchObject({
    kind: "channel",
    entries: version + 1,
    head: "c".repeat(64),
    witnesses: [{ seat: "us", upTo: version }],
  });
  expect(plenary?.authors).toContainEqual({ seat: "ua", entries: 1 });
  expect(plenary?.authors.some(({ seat }) => seat === "host")).toBe(false);
});
