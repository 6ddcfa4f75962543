import { expect, test } from "vitest";
import {
  changedSeat,
  draftMistakes,
  firstDraft,
  freshCopy,
  newSeatName,
  outsiders,
  regrouped,
  seatedIn,
  withGroup,
  withoutSeat,
  withSeat,
} from "./draft.ts";
import { scenarioOf } from "./scenario-fixture.ts";

const flagship = scenarioOf("ukraine-2025").agenda;
const withoutClusters = scenarioOf("textbook/harbour-town").agenda;

/** Bytes that are all different from one call to the next, which is all that ids need. */
function counting() {
  let drawn = 0;
  return (length: number) => {
    drawn += 1;
    return Uint8Array.from({ length }, (_, at) => (at < 4 ? (drawn >> (8 * at)) & 0xff : at));
  };
}

test("the first draft of the flagship can be opened, with a group for each of the agenda's formats", () => {
  const draft = firstDraft(flagship, counting());
  expect(draftMistakes(flagship, draft)).toEqual([]);
  expect(outsiders(draft)).toEqual([]);
  const groups = draft.channels.filter(({ kind }) => kind === "working group");
  expect(groups.map(({ name }) => name)).toEqual(
    flagship.formats.filter(({ id }) => id !== "plenary").map(({ name }) => name),
  );
});

test("an agenda without formats and clusters is negotiated in the plenary alone", () => {
  const draft = firstDraft(withoutClusters, counting());
  expect(draftMistakes(withoutClusters, draft)).toEqual([]);
  expect(draft.channels.map(({ kind }) => kind)).toEqual(["plenary"]);
});

test("R9.6: who is seated in the plenary is seated in every group", () => {
  const random = counting();
  const observer = { delegation: "observation", role: "observer", level: "expert", name: "Observer" } as const;
  const draft = withSeat(firstDraft(flagship, random), observer, random);
  const id = draft.seats.at(-1)!.id;
  const plenary = draft.channels.find(({ kind }) => kind === "plenary")!;
  const nowhere = draft.channels.reduce((before, channel) => seatedIn(before, channel.id, id, false), draft);
  expect(nowhere.channels.some(({ members }) => members.includes(id))).toBe(false);
  const seated = seatedIn(nowhere, plenary.id, id, true);
  expect(seated.channels.every(({ members }) => members.includes(id))).toBe(true);
  expect(outsiders(seated)).toEqual([]);
});

test("R9.6: who leaves a group and stays in the plenary is named with the group, and seated there again is not", () => {
  const draft = firstDraft(flagship, counting());
  const group = draft.channels.find(({ kind }) => kind === "working group")!;
  const mediator = draft.seats.find(({ role }) => role === "mediator")!;
  const left = seatedIn(draft, group.id, mediator.id, false);
  expect(outsiders(left).map(({ group: { id }, seats }) => [id, seats.map((seat) => seat.id)])).toEqual([
    [group.id, [mediator.id]],
  ]);
  expect(outsiders(seatedIn(left, group.id, mediator.id, true))).toEqual([]);
});

test("a seat that sits in one group alone takes nothing from what the plenary can close", () => {
  const random = counting();
  const observer = { delegation: "observation", role: "observer", level: "expert", name: "Observer" } as const;
  const draft = withSeat(firstDraft(flagship, random), observer, random);
  const id = draft.seats.at(-1)!.id;
  const [, kept] = draft.channels;
  const elsewhere = draft.channels.filter((channel) => channel !== kept);
  const apart = elsewhere.reduce((before, channel) => seatedIn(before, channel.id, id, false), draft);
  expect(apart.channels.filter(({ members }) => members.includes(id)).map((one) => one.id)).toEqual([kept!.id]);
  expect(outsiders(apart)).toEqual([]);
  expect(draftMistakes(flagship, apart)).toEqual([]);
});

test("a removed seat is in no channel and chairs none", () => {
  const random = counting();
  const chair = { delegation: "mediation", role: "chair", level: "minister", name: "Chair" } as const;
  const draft = withSeat(firstDraft(flagship, random), chair, random);
  const id = draft.seats.at(-1)!.id;
  const chaired = { ...draft, channels: draft.channels.map((channel) => ({ ...channel, chair: id })) };
  const without = withoutSeat(chaired, id);
  expect(JSON.stringify(without)).not.toContain(id);
  expect(draftMistakes(flagship, without)).toEqual([]);
});

test("without a party's negotiator the draft says what is wrong, and by which rule", () => {
  const draft = firstDraft(flagship, counting());
  const negotiator = draft.seats.find(({ delegation }) => delegation === "RU")!;
  expect(draftMistakes(flagship, withoutSeat(draft, negotiator.id)).map(({ rule }) => rule)).toEqual(["R2.4"]);
  const unnamed = changedSeat(draft, negotiator.id, { name: " " });
  expect(draftMistakes(flagship, unnamed).map(({ rule }) => rule)).toEqual(["R2.2"]);
});

test("groups for each cluster seat whoever sits in the plenary, newcomers among them", () => {
  const random = counting();
  const trainer = { delegation: "training", role: "trainer", level: "expert", name: "Trainer" } as const;
  const draft = regrouped(withSeat(firstDraft(flagship, random), trainer, random), flagship, "clusters", random);
  expect(draft.channels.slice(1).map(({ name }) => name)).toEqual(flagship.clusters.map(({ name }) => name));
  expect(outsiders(draft)).toEqual([]);
  expect(draftMistakes(flagship, draft)).toEqual([]);
  expect(outsiders(withGroup(draft, "One more", random))).toEqual([]);
});

test("a copy for another group has the same plan and shares no id with it", () => {
  const random = counting();
  const draft = firstDraft(flagship, random);
  const copy = freshCopy(draft, random);
  const idsOf = ({ seats, channels }: typeof draft) => [...seats, ...channels].map(({ id }) => id);
  const before = new Set(idsOf(draft));
  expect(idsOf(copy).filter((id) => before.has(id))).toEqual([]);
  for (const id of before) expect(JSON.stringify(copy)).not.toContain(id);
  expect(copy.seats.map(({ name }) => name)).toEqual(draft.seats.map(({ name }) => name));
  expect(draftMistakes(flagship, copy)).toEqual([]);
  expect(outsiders(copy)).toEqual([]);
});

test("a new seat's name is one that nobody has", () => {
  const random = counting();
  const draft = firstDraft(flagship, random);
  expect(newSeatName(draft, "Ukraine", "negotiator")).toBe("Ukraine, negotiator 2");
  expect(newSeatName(draft, "", "observer")).toBe("Observer");
});
