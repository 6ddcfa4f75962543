import { expect, test } from "vitest";
import { accept, done, happenedIn, later, offer, onlyIf, said, trialRoom } from "../../../../test/tried-negotiation.ts";
import { eventGroups } from "./event-group.ts";
import { filterMoments } from "./filter-moments.ts";
import { stepOf } from "./lane-steps.ts";
import { momentsOf, replayOf } from "./moments.ts";

function talks() {
  const room = trialRoom();
  later(room);
  done(room.send("ua", "security", offer("s1", { force: "light" })));
  later(room);
  done(
    room.send(
      "ru",
      "territory",
      offer("t1", { line: "freeze" }, { conditions: [onlyIf("security", "force", "light")] }),
    ),
  );
  later(room);
  done(room.send("us", "security", said("let us see")));
  done(room.send("ua", "territory", accept("t1")));
  return room;
}

test("moments of all streams stand in the order of the host's clock, those of a stream in their own", () => {
  const moments = momentsOf(happenedIn(talks()));
  const ats = moments.map(({ at }) => at);
  expect(ats).toEqual([...ats].sort());
  const territory = moments.filter(({ stream }) => stream === "territory").map(({ version }) => version);
  expect(territory).toEqual([...territory].sort((a, b) => a - b));
  expect(moments).toHaveLength(talks().entries.length);
});

test("a clock that went back turns no stream's order round", () => {
  const happened = new Map([
    ["a", [entry(1, "2026-01-01T00:00:02.000Z"), entry(2, "2026-01-01T00:00:01.000Z")]],
    ["b", [entry(1, "2026-01-01T00:00:01.500Z")]],
  ]);
  expect(momentsOf(happened).map(({ stream, version }) => `${stream}${version}`)).toEqual(["b1", "a1", "a2"]);
});

test("the replay at the end is the state of the room, at the beginning nothing, and in between what was there then", () => {
  const room = talks();
  const moments = momentsOf(happenedIn(room));
  const replay = replayOf(moments);
  expect(replay(moments.length)).toEqual(room.streams);
  expect(replay(0).size).toBe(0);
  const tabled = moments.findIndex(({ events }) =>
    events.some((event) => event.kind === "tabled" && event.offer.id === "t1"),
  );
  const before = replay(tabled).get("territory");
  const after = replay(tabled + 1).get("territory");
  expect(before?.kind === "channel" && before.offers.has("t1")).toBe(false);
  expect(after?.kind === "channel" && after.offers.get("t1")?.status.kind).toBe("live");
});

test("the replay is the same forwards, backwards and past its checkpoints", () => {
  const room = talks();
  for (let count = 0; count < 150; count++) done(room.send("us", "security", said(`word ${count}`)));
  const moments = momentsOf(happenedIn(room));
  const backwards = replayOf(moments);
  for (const position of [moments.length, 130, 64, 65, 3, 128, moments.length - 1]) {
    expect(backwards(position)).toEqual(replayOf(moments)(position));
    expect([...backwards(position).values()].reduce((sum, { version }) => sum + version, 0)).toBe(position);
  }
});

test("a filter takes out streams, kinds of event and others' acts, and leaves each moment its place", () => {
  const room = talks();
  const moments = momentsOf(happenedIn(room));
  const all = { hidden: new Set<string>(), without: new Set<(typeof eventGroups)[number]>() };
  expect(filterMoments(moments, room.hall(), all)).toHaveLength(moments.length);
  const words = filterMoments(moments, room.hall(), {
    ...all,
    without: new Set(eventGroups.filter((one) => one !== "words")),
  });
  expect(words.map(({ stream, place }) => [stream, moments[place]?.events[0]?.kind])).toEqual([["security", "said"]]);
  const hidden = filterMoments(moments, room.hall(), { ...all, hidden: new Set(["security", "hall"]) });
  const left = new Set(hidden.map(({ stream }) => stream));
  expect([left.has("plenary"), left.has("territory"), left.has("security"), left.has("hall")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const russia = filterMoments(moments, room.hall(), { ...all, delegation: "RU" });
  expect(russia.some(({ events }) => events.some((event) => event.kind === "tabled"))).toBe(true);
  expect(russia.every(({ author }) => room.hall().seats.get(author)?.delegation === "RU")).toBe(true);
});

test("arrows lead up and down through all, and left and right within a lane", () => {
  const room = talks();
  const shown = filterMoments(momentsOf(happenedIn(room)), room.hall(), {
    hidden: new Set(["hall"]),
    without: new Set(),
  });
  const lane = shown.flatMap(({ stream }, at) => (stream === "territory" ? [at] : []));
  expect(lane.length).toBeGreaterThan(1);
  expect(stepOf(shown, lane[0]!, "ArrowRight")).toBe(lane[1]);
  expect(stepOf(shown, lane[1]!, "ArrowLeft")).toBe(lane[0]);
  expect(stepOf(shown, 0, "ArrowUp")).toBeUndefined();
  expect(stepOf(shown, 0, "ArrowDown")).toBe(1);
  expect(stepOf(shown, 0, "End")).toBe(shown.length - 1);
  expect(stepOf(shown, 1, "x")).toBeUndefined();
});

function entry(version: number, at: string) {
  return { version, at, author: "host" as const, events: [] };
}
