import { expect, test } from "vitest";
import type { PlenaryCommand } from "./command.ts";
import { move, offer, rule, vote } from "./trial/moves.ts";
import { done, hallStream, type TrialRoom, trialRoom } from "./trial/trial-room.ts";

const settlement = { force: "light", backstop: "no", line: "freeze", pace: "slow" };
const three = ["ua", "ru", "us"];

function adopted(): TrialRoom {
  const room = trialRoom();
  done(room.send("chair", "plenary", move("m", settlement)));
  for (const seat of three) done(room.send(seat, "plenary", vote("m")));
  return room;
}

const motionOf = (room: TrialRoom) => room.channel("plenary").motions.get("m");
const step = (
  room: TrialRoom,
  kind: "initial" | "sign" | "ratify",
  digest = motionOf(room)?.digest ?? "",
): PlenaryCommand => {
  return { kind, motion: "m", digest, signature: `${kind} of it` };
};
const all = (room: TrialRoom, kind: "initial" | "sign" | "ratify") => {
  for (const seat of three) done(room.send(seat, "plenary", step(room, kind)));
};

test("R9.14 adopted, then initialled, signed and ratified by all, in this order", () => {
  const room = adopted();
  expect(rule(room.send("ua", "plenary", step(room, "sign")))).toBe("R9.14");
  expect(rule(room.send("ua", "plenary", { ...step(room, "sign"), motion: "other" } as PlenaryCommand))).toBe("R9.14");
  done(room.send("ua", "plenary", step(room, "initial")));
  done(room.send("ru", "plenary", step(room, "initial")));
  expect(motionOf(room)?.stage).toBe("adopted");
  expect(rule(room.send("ua", "plenary", step(room, "sign")))).toBe("R9.14");
  const [append] = done(room.send("us", "plenary", step(room, "initial")));
  expect(append?.events).toMatchObject([{ kind: "initialled", delegation: "US", completes: true }]);
  expect(motionOf(room)?.stage).toBe("initialled");
  expect(rule(room.send("ua", "plenary", step(room, "ratify")))).toBe("R9.14");
  all(room, "sign");
  expect(motionOf(room)?.stage).toBe("signed");
  all(room, "ratify");
  expect(motionOf(room)?.stage).toBe("ratified");
  expect(motionOf(room)?.signatures).toEqual({ UA: "sign of it", RU: "sign of it", US: "sign of it" });
});

test("R9.15 a signature is over the bytes that were adopted, and over no others", () => {
  const room = adopted();
  expect(rule(room.send("ua", "plenary", step(room, "initial", "digest of something else")))).toBe("R9.15");
  expect(rule(room.send("ua", "plenary", step(room, "initial", "")))).toBe("R9.15");
});

test("R9.16 each party whose consent is needed gives each of them once, by its negotiator", () => {
  const room = adopted();
  for (const seat of ["eu", "ua-mandator", "mediator", "observer"]) {
    expect(rule(room.send(seat, "plenary", step(room, "initial")))).toBe("R9.16");
  }
  done(room.send("ua", "plenary", step(room, "initial")));
  expect(rule(room.send("ua", "plenary", step(room, "initial")))).toBe("R9.16");
});

test("R9.16 a mandator ratifies for its party", () => {
  const room = adopted();
  all(room, "initial");
  all(room, "sign");
  done(room.send("ua-mandator", "plenary", step(room, "ratify")));
  expect(rule(room.send("ua", "plenary", step(room, "ratify")))).toBe("R9.16");
});

test("R8.4 initialling and signature need the levels that the rules of procedure name", () => {
  const room = adopted();
  done(room.send("convenor", hallStream, { kind: "set seat level", seat: "ua", level: "expert" }));
  expect(rule(room.send("ua", "plenary", step(room, "initial")))).toBe("R8.4");
  done(room.send("convenor", hallStream, { kind: "set seat level", seat: "ua", level: "deputy" }));
  all(room, "initial");
  expect(rule(room.send("ua", "plenary", step(room, "sign")))).toBe("R8.4");
});

test("R9.17 an adopted settlement is reopened by any party whose consent is needed, until all have signed", () => {
  const again = { kind: "reopen settlement", motion: "m", reason: "new facts" } as const;
  const room = adopted();
  expect(rule(room.send("eu", "plenary", again))).toBe("R9.17");
  expect(rule(room.send("ua", "plenary", { ...again, reason: "" }))).toBe("R9.17");
  expect(rule(room.send("ua", "plenary", { ...again, motion: "other" }))).toBe("R9.17");
  all(room, "initial");
  done(room.send("ua", "plenary", step(room, "sign")));
  done(room.send("ru", "plenary", again));
  expect(motionOf(room)?.stage).toBe("reopened");
  const signed = adopted();
  all(signed, "initial");
  all(signed, "sign");
  expect(rule(signed.send("ua", "plenary", again))).toBe("R9.17");
});

test("R9.18 any member of the plenary countersigns a head that it has seen, once for each", () => {
  const room = adopted();
  const { version } = room.channel("plenary");
  const witness = (at: number) => ({ kind: "countersign", version: at, head: "h", signature: "s" }) as const;
  done(room.send("observer", "plenary", witness(version)));
  done(room.send("eu", "plenary", witness(version)));
  expect(rule(room.send("observer", "plenary", witness(version)))).toBe("R9.18");
  expect(rule(room.send("ua", "plenary", witness(version), version - 1))).toBe("R9.18");
  for (const at of [0, -1, 1.5, Number.NaN, version + 9]) {
    expect(rule(room.send("ua", "plenary", witness(at)))).toBe("R9.18");
  }
  expect(
    room
      .channel("plenary")
      .countersigned.get(version)
      ?.map(({ seat }) => seat),
  ).toEqual(["observer", "eu"]);
});

test("R1.7 what was adopted is still initialled past the deadline", () => {
  const room = adopted();
  done(room.send("convenor", hallStream, { kind: "set deadline", deadline: "2026-11-23T14:00:00.000Z" }));
  room.clock = "2026-11-23T15:00:00.000Z";
  expect(rule(room.send("ua", "plenary", offer("o", { force: "none" })))).toBe("R1.7");
  all(room, "initial");
});
