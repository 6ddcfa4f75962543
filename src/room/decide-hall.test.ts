import { expect, test } from "vitest";
import { rule } from "./trial/moves.ts";
import { done, emptyRoom, hallStream, trialKeys, trialOpening, trialRoom } from "./trial/trial-room.ts";

test("R2.7 a seat joins once, and its keys stay as they are", () => {
  const room = trialRoom();
  expect(rule(room.send("ua", hallStream, { kind: "join", keys: trialKeys("other") }))).toBe("R2.7");
  expect(room.hall().seats.get("ua")?.keys).toEqual(trialKeys("ua"));
});

test("R2.8 a seat brings two keys of its own, which no other seat holds", () => {
  const room = emptyRoom();
  done(room.send("convenor", hallStream, trialOpening));
  const convenors = trialKeys("convenor");
  const own = trialKeys("ua");
  for (const keys of [
    convenors,
    { ...own, signing: convenors.signing },
    { ...own, sealing: convenors.sealing },
    { ...own, sealing: own.signing },
    { ...own, signing: own.signing.toUpperCase().replace(/^./, "G") },
  ]) {
    expect(rule(room.send("ua", hallStream, { kind: "join", keys }))).toBe("R2.8");
  }
  done(room.send("ua", hallStream, { kind: "join", keys: own }));
});

test("R2.9 the convenor removes a seat, and nobody else does", () => {
  const room = trialRoom();
  expect(rule(room.send("mediator", hallStream, { kind: "remove seat", seat: "ru" }))).toBe("R2.9");
  expect(rule(room.send("convenor", hallStream, { kind: "remove seat", seat: "nobody" }))).toBe("R2.9");
  expect(rule(room.send("convenor", hallStream, { kind: "remove seat", seat: "convenor" }))).toBe("R2.9");
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "ru" }));
  expect(rule(room.send("convenor", hallStream, { kind: "remove seat", seat: "ru" }))).toBe("R2.9");
});

test("R2.13 the convenor frees a seat that has joined, and nobody else does", () => {
  const room = trialRoom();
  const free = (seat: string) => ({ kind: "free seat", seat }) as const;
  expect(rule(room.send("mediator", hallStream, free("ru")))).toBe("R2.13");
  expect(rule(room.send("ru", hallStream, free("ru")))).toBe("R2.13");
  for (const seat of ["nobody", "convenor"]) expect(rule(room.send("convenor", hallStream, free(seat)))).toBe("R2.13");
  done(room.send("convenor", hallStream, free("ru")));
  expect(rule(room.send("convenor", hallStream, free("ru")))).toBe("R2.13");
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "us" }));
  expect(rule(room.send("convenor", hallStream, free("us")))).toBe("R2.13");
});

test("R2.13 a seat that was freed does nothing until it has joined again, and not with keys that were ever a seat's", () => {
  const room = trialRoom();
  done(room.send("convenor", hallStream, { kind: "free seat", seat: "ru" }));
  expect(room.hall().seats.get("ru")).toMatchObject({ lostKeys: [trialKeys("ru")], removed: false });
  expect(room.hall().seats.get("ru")?.keys).toBeUndefined();
  expect(rule(room.send("ru", "plenary", { kind: "say", words: { plain: "hello?" } }))).toBe("R1.4");
  const mixed = { ...trialKeys("anew"), sealing: trialKeys("ru").sealing };
  for (const keys of [trialKeys("ru"), mixed]) {
    expect(rule(room.send("ru", hallStream, { kind: "join", keys }))).toBe("R2.8");
  }
  done(room.send("ru", hallStream, { kind: "join", keys: trialKeys("anew") }));
  expect(room.hall().seats.get("ru")).toMatchObject({ keys: trialKeys("anew"), rejoinedAt: room.clock });
  done(room.send("ru", "plenary", { kind: "say", words: { plain: "here again" } }));
});

test("R2.10 a seat's level is set by its own mandator or by the convenor", () => {
  const room = trialRoom();
  const raise = (seat: string) => ({ kind: "set seat level", seat, level: "head of government" }) as const;
  expect(rule(room.send("ua", hallStream, raise("ua")))).toBe("R2.10");
  expect(rule(room.send("ua-mandator", hallStream, raise("ru")))).toBe("R2.10");
  expect(rule(room.send("convenor", hallStream, raise("nobody")))).toBe("R2.10");
  done(room.send("ua-mandator", hallStream, raise("ua")));
  done(room.send("convenor", hallStream, raise("ru")));
  expect(room.hall().seats.get("ua")?.level).toBe("head of government");
});

test("R2.11 a deadline is set and lifted by the convenor or a trainer, to a moment later than now", () => {
  const room = trialRoom();
  const deadline = "2026-11-24T13:00:00.000Z";
  expect(rule(room.send("mediator", hallStream, { kind: "set deadline", deadline }))).toBe("R2.11");
  for (const late of [room.clock, "2026-11-23T12:59:59.999Z", "tomorrow", "2026-11-24"]) {
    expect(rule(room.send("convenor", hallStream, { kind: "set deadline", deadline: late }))).toBe("R2.11");
  }
  done(room.send("trainer", hallStream, { kind: "set deadline", deadline }));
  expect(room.hall().deadline).toBe(deadline);
  done(room.send("convenor", hallStream, { kind: "set deadline", deadline: null }));
  expect(room.hall().deadline).toBeUndefined();
});

test("R2.12 the convenor ends the negotiation, with a reason", () => {
  const room = trialRoom();
  expect(rule(room.send("mediator", hallStream, { kind: "end", reason: "enough" }))).toBe("R2.12");
  expect(rule(room.send("convenor", hallStream, { kind: "end", reason: "" }))).toBe("R2.12");
  done(room.send("convenor", hallStream, { kind: "end", reason: "enough" }));
  expect(room.hall().ended).toEqual({ reason: "enough", at: room.clock });
});
