import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { createNegotiation } from "./create-negotiation.ts";
import { tokenDigest } from "./invite-link.ts";
import { type OpeningChoices, openingPlan } from "./opening-plan.ts";
import { borderAgenda } from "./trial/border-agenda.ts";
import { bytesFrom } from "./trial/fake-host.ts";

function planned(choices: OpeningChoices = {}, agenda = borderAgenda) {
  const random = bytesFrom(seededRandom(9));
  const plan = openingPlan(agenda, choices, random);
  const terms = { origin: "https://talks.example", expiresAt: "2026-12-24T00:00:00.000Z" };
  return { plan, created: createNegotiation(agenda, plan, terms, random) };
}

test("the default plan seats a convenor, a mediator and a negotiator for each party, in a plenary and a group for each format", () => {
  const { plan, created } = planned();
  expect(plan.seats.map(({ name }) => name)).toEqual([
    "Convenor",
    "Party A, negotiator",
    "Party B, negotiator",
    "Mediator",
  ]);
  expect(plan.channels.map(({ kind, name, clusters }) => [kind, name, clusters])).toEqual([
    ["plenary", "Plenary", []],
    ["working group", "Group on the guard", ["G"]],
    ["working group", "Group on the line", ["L"]],
  ]);
  expect(created.mistakes).toEqual([]);
});

test.each<[string, OpeningChoices, number, number]>([
  ["an agenda by clusters", { groups: "clusters" }, 4, 3],
  ["only a plenary", { formats: [] }, 4, 1],
  [
    "full delegations, a chair, observers and a trainer",
    {
      parties: { A: ["negotiator", "support", "mandator"], B: ["negotiator", "negotiator"] },
      chair: true,
      observers: 2,
      trainer: true,
    },
    11,
    3,
  ],
  ["groups of their members alone", { seatedIn: "members", convenorSits: false, mediators: 2 }, 5, 3],
])("%s can be opened as it is planned", (_, choices, seats, channels) => {
  const { plan, created } = planned(choices);
  expect(created.mistakes).toEqual([]);
  expect(plan.seats).toHaveLength(seats);
  expect(plan.channels).toHaveLength(channels);
  expect(new Set(plan.seats.map(({ name }) => name)).size).toBe(seats);
});

test("unless it is chosen otherwise everybody in the plenary sits in each group, so that the plenary can close what it agrees", () => {
  const [plenary, ...groups] = planned().plan.channels;
  for (const group of groups) expect(plenary!.members.every((member) => group.members.includes(member))).toBe(true);
});

test("a plan with a mistake says which rule stands against it", () => {
  expect(planned({ parties: { A: ["negotiator"] } }).created.mistakes).toMatchObject([{ rule: "R2.4" }]);
});

test("the host gets digests of the tokens, and no delegation's key; one delegation has one key", () => {
  const { created } = planned({ parties: { A: ["negotiator", "support"], B: ["negotiator"] } });
  const sent = JSON.stringify(created.request);
  for (const { link } of created.invites) {
    for (const secret of [link.token, link.delegationKey]) expect(sent.includes(secret)).toBe(false);
  }
  expect(created.request.invitations.map((each) => each.tokenDigest)).toEqual(
    created.invites.map(({ link }) => tokenDigest(link.token)),
  );
  const keys = created.invites.map(({ seat, link }) => [seat.delegation, link.delegationKey] as const);
  expect(keys[0]![1]).toBe(keys[1]![1]);
  expect(new Set(keys.map(([, key]) => key)).size).toBe(3);
});
