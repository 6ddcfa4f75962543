import { expect, test } from "vitest";
import type { ChannelPlan } from "./channel.ts";
import type { OpenCommand } from "./command.ts";
import { openingMistakes } from "./opening.ts";
import type { DecisionRule } from "./procedure.ts";
import type { Seat } from "./seat.ts";
import { rule } from "./trial/moves.ts";
import { trialAgenda } from "./trial/trial-agenda.ts";
import { done, emptyRoom, hallStream, trialKeys, trialOpening, trialRoom, trialSeats } from "./trial/trial-room.ts";

const rulesAgainst = (change: Partial<OpenCommand>, agenda = trialAgenda, author = "convenor") => {
  return [...new Set(openingMistakes(agenda, author, { ...trialOpening, ...change }).map((mistake) => mistake.rule))];
};
const withSeat = (change: Partial<Seat>): readonly Seat[] => [
  ...trialSeats,
  { id: "more", delegation: "UA", role: "support", level: "expert", name: "More", ...change },
];
const [plenary, security] = trialOpening.channels as [ChannelPlan, ChannelPlan]; // the trial opens with these
const withChannel = (change: Partial<ChannelPlan>) => [
  ...trialOpening.channels,
  { ...security, id: "more", ...change },
];
const deciding = (decision: DecisionRule) => ({ procedure: { ...trialOpening.procedure, decision } });

test("R2.1 an opening without mistakes writes the hall, each public channel and each delegation's stream", () => {
  const room = emptyRoom();
  expect(rulesAgainst({})).toEqual([]);
  const appends = done(room.send("convenor", hallStream, trialOpening));
  expect(appends.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
    ["opened", "joined"],
    ...trialOpening.channels.map(() => ["channel opened"]),
    ...["convening", "UA", "RU", "US", "EU", "mediation", "observation", "training"].map(() => ["delegation opened"]),
  ]);
  expect(new Set(appends.map(({ stream }) => stream)).size).toBe(appends.length);
  expect(room.hall().hostKey).toBe("f".repeat(64));
});

test("R2.1 a negotiation is opened once, by its one convenor, with a title and a digest", () => {
  expect(rule(trialRoom().send("convenor", hallStream, trialOpening))).toBe("R2.1");
  expect(rulesAgainst({}, trialAgenda, "ua")).toEqual(["R2.1"]);
  expect(rulesAgainst({ seats: withSeat({ role: "convenor", delegation: "convening" }) })).toEqual(["R2.1"]);
  expect(rulesAgainst({ title: " " })).toEqual(["R2.1"]);
  expect(rulesAgainst({ agenda: "A".repeat(64) })).toEqual(["R2.1"]);
});

test("R2.2 each seat is named, has a known level, and is there once", () => {
  expect(rulesAgainst({ seats: withSeat({ name: "" }) })).toEqual(["R2.2"]);
  expect(rulesAgainst({ seats: withSeat({ id: "ua-support" }) })).toEqual(["R2.2"]);
  // as a client that skips the types might send it
  expect(rulesAgainst({ seats: withSeat({ level: "king" as Seat["level"] }) })).toEqual(["R2.2"]);
});

test("R2.3 each role sits where it belongs, with a party of the agenda or with those who run the talks", () => {
  expect(rulesAgainst({ seats: withSeat({ delegation: "XX" }) })).toEqual(["R2.3"]);
  expect(rulesAgainst({ seats: withSeat({ role: "mediator" }) })).toEqual(["R2.3"]);
  expect(rulesAgainst({ seats: withSeat({ delegation: "mediation" }) })).toEqual(["R2.3"]);
  const parties = [...trialAgenda.parties, { id: "mediation", name: "A party", roles: [], members: [] }];
  expect(rulesAgainst({}, { ...trialAgenda, parties })).toEqual(["R2.3"]);
});

test("R2.4 each party whose consent is needed has a negotiator in the plenary", () => {
  const channels = trialOpening.channels.map((plan) => {
    return plan.kind === "plenary" ? { ...plan, members: plan.members.filter((member) => member !== "us") } : plan;
  });
  expect(rulesAgainst({ channels })).toEqual(["R2.4"]);
  expect(rulesAgainst({}, { ...trialAgenda, consent: ["UA", "RU", "US", "EU"] })).toEqual([]);
});

test("R2.5 there is one plenary, and beside it only working groups, each once", () => {
  expect(rulesAgainst({ channels: [security] })).toContain("R2.5");
  expect(rulesAgainst({ channels: withChannel({ kind: "plenary" }) })).toContain("R2.5");
  expect(rulesAgainst({ channels: withChannel({ kind: "back channel" }) })).toContain("R2.5");
  expect(rulesAgainst({ channels: [plenary, security, security] })).toEqual(["R2.5"]);
  for (const id of [hallStream, "new"]) {
    const opening = { ...trialOpening, channels: withChannel({ id }) };
    expect(rule(emptyRoom().send("convenor", hallStream, opening))).toBe("R2.5");
  }
});

test("R2.6 the rules of procedure can be followed", () => {
  expect(rulesAgainst(deciding({ kind: "qualified majority", atLeast: 4, vetoes: [] }))).toEqual(["R2.6"]);
  expect(rulesAgainst(deciding({ kind: "qualified majority", atLeast: 0, vetoes: [] }))).toEqual(["R2.6"]);
  expect(rulesAgainst(deciding({ kind: "qualified majority", atLeast: 2, vetoes: ["EU"] }))).toEqual(["R2.6"]);
  expect(rulesAgainst(deciding({ kind: "qualified majority", atLeast: 2, vetoes: ["UA"] }))).toEqual([]);
  expect(rulesAgainst(deciding({ kind: "consensus", hours: 0 }))).toEqual(["R2.6"]);
  expect(rulesAgainst(deciding({ kind: "consensus", hours: Number.NaN }))).toEqual(["R2.6"]);
  expect(rulesAgainst({}, { ...trialAgenda, consent: [] })).toEqual(["R2.6"]);
});

test("R2.8 the convenor brings two keys", () => {
  const { signing } = trialKeys("convenor");
  expect(rulesAgainst({ keys: { signing, sealing: signing } })).toEqual(["R2.8"]);
  expect(rulesAgainst({ keys: { signing, sealing: "short" } })).toEqual(["R2.8"]);
});

test("R7.2 a channel opened with the hall is held to the same rules as one convened later", () => {
  const mistakes: Partial<ChannelPlan>[] = [
    { name: " " },
    { clusters: ["X"] },
    { clusters: ["S", "S"] },
    { members: ["ua", "nobody"] },
    { members: ["ua", "ua"] },
    { members: ["ua"] },
    { chair: "trainer" },
    { level: "king" as ChannelPlan["level"] }, // as a client that skips the types might send it
  ];
  for (const mistake of mistakes) expect(rulesAgainst({ channels: withChannel(mistake) })).toEqual(["R7.2"]);
});

test("R2.1 all mistakes are told at once, under the first one's rule", () => {
  const outcome = emptyRoom().send("convenor", hallStream, {
    ...trialOpening,
    title: "",
    seats: withSeat({ name: "", delegation: "XX" }),
    channels: [security],
  });
  expect(rule(outcome)).toBe("R2.1");
  expect(outcome.ok ? "" : outcome.error.message).toMatch(/title.*name.*party XX.*one plenary/s);
});
