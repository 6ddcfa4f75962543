import { expect, test } from "vitest";
import type { ChannelState, Motion } from "#room";
import { adoptedIn, mayBeReopened } from "./adopted-motion.ts";

const motion = (id: string, stage: Motion["stage"]): Motion => ({
  motion: id,
  by: "a",
  at: "2026-11-23T13:00:00.000Z",
  settlement: {},
  closes: [],
  votes: {},
  stage,
  initials: {},
  signatures: {},
  ratifications: {},
});

const channel = (...motions: readonly Motion[]): ChannelState => ({
  kind: "channel",
  version: 1,
  plan: { id: "c", kind: "plenary", name: "Plenary", clusters: [], members: [], level: "expert" },
  wordKeys: {},
  wordKeysAt: {},
  closed: false,
  offers: new Map(),
  tableVersion: 1,
  said: [],
  calls: new Map(),
  motions: new Map(motions.map((one) => [one.motion, one])),
  countersigned: new Map(),
});

test("a settlement stands from its adoption on, at every later stage; moved, fallen and reopened ones do not", () => {
  for (const stage of ["adopted", "initialled", "signed", "ratified"] as const)
    expect(adoptedIn([channel(), channel(motion("1", "reopened"), motion("2", stage))])?.motion).toBe("2");
  for (const stage of ["moved", "fell", "reopened"] as const)
    expect(adoptedIn([channel(motion("1", stage))])).toBeUndefined();
});

test("what all have signed is not reopened", () => {
  const stages = ["adopted", "initialled", "signed", "ratified"] as const;
  expect(stages.map((stage) => mayBeReopened({ ...motion("1", stage), stage }))).toEqual([true, true, false, false]);
});
