import { expect, test } from "vitest";
import { audienceOf } from "./audience.ts";
import { rule } from "./trial/moves.ts";
import { done, hallStream, type TrialRoom, trialRoom } from "./trial/trial-room.ts";

const ownStream = (room: TrialRoom, delegation: string): string => {
  const own = [...room.streams].find(([, stream]) => stream.kind === "delegation" && stream.delegation === delegation);
  if (own === undefined) throw new Error(`no stream of ${delegation}`);
  return own[0];
};
const keep = (what: "sheet" | "mandate" | "override" | "note" | "clearance", sealed = "c2VhbGVk") => {
  return { kind: "keep", what, sealed } as const;
};

test("R10.1 each delegation has a stream that its seats alone see", () => {
  const room = trialRoom();
  const own = room.streams.get(ownStream(room, "UA"));
  expect(own && audienceOf(room.hall(), own)).toEqual(["ua", "ua-support", "ua-mandator"]);
  expect(rule(room.send("ru", ownStream(room, "UA"), keep("note")))).toBe("R1.1");
  expect(rule(room.send("convenor", ownStream(room, "UA"), keep("note")))).toBe("R1.1");
  const desk = room.streams.get(ownStream(room, "mediation"));
  expect(desk && audienceOf(room.hall(), desk)).toEqual(["mediator", "chair"]);
});

test("R10.2 it keeps sealed bytes, in the order in which they came", () => {
  const room = trialRoom();
  const own = ownStream(room, "UA");
  expect(rule(room.send("ua", own, keep("sheet", "")))).toBe("R10.2");
  expect(rule(room.send("ua", own, keep("sheet", "x".repeat(1_048_577))))).toBe("R10.2");
  done(room.send("ua", own, keep("sheet", "one")));
  done(room.send("ua-support", own, keep("override", "two")));
  const state = room.streams.get(own);
  expect(state?.kind === "delegation" && state.kept).toEqual([
    { seat: "ua", what: "sheet", sealed: "one", at: room.clock },
    { seat: "ua-support", what: "override", sealed: "two", at: room.clock },
  ]);
});

test("R10.3 a mandate and a clearance are the mandator's to give, if the delegation has one", () => {
  const room = trialRoom();
  for (const what of ["mandate", "clearance"] as const) {
    expect(rule(room.send("ua", ownStream(room, "UA"), keep(what)))).toBe("R10.3");
    done(room.send("ua-mandator", ownStream(room, "UA"), keep(what)));
    done(room.send("ru", ownStream(room, "RU"), keep(what)));
  }
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "ua-mandator" }));
  done(room.send("ua", ownStream(room, "UA"), keep("mandate")));
});
