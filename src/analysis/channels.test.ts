import { expect, test } from "vitest";
import type { Agenda, PartyRole } from "#model";
import { day, scenario } from "../../test/tiny-scenario.ts";
import { adversaries, channelsReport } from "./channels.ts";

const withRoles = (roles: Record<string, PartyRole[]>, channels: Agenda["channels"] = []): Agenda =>
  scenario({
    issues: {},
    sheets: {},
    agenda: {
      parties: Object.entries(roles).map(([id, own]) => ({ id, name: id, roles: own, members: [] })),
      consent: ["A", "M"],
      channels,
    },
  }).agenda;

const session = (date: string, present: string[], level?: string) => ({
  date: day(date),
  present,
  ...(level ? { level } : {}),
  sources: [],
});

test("sessions with both belligerents are counted with dates and levels, and later ones are not", () => {
  const agenda = withRoles({ A: ["belligerent"], B: ["belligerent", "claimant"], M: ["mediator"] }, [
    {
      id: "direct",
      name: "Direct",
      sessions: [
        session("2025-05-02", ["A", "B"], "deputy"),
        session("2025-05-01", ["B", "A", "M"]),
        session("2025-06-16", ["A", "B"]),
      ],
    },
    {
      id: "shuttle",
      name: "Shuttle",
      sessions: [session("2025-06-15", ["A", "M"]), session("2025-06-15", ["B", "M"])],
    },
  ]);
  expect(channelsReport(agenda)).toEqual({
    asOf: "2025-06-15",
    channels: [
      {
        id: "direct",
        name: "Direct",
        sessions: 2,
        together: [{ date: "2025-05-01" }, { date: "2025-05-02", level: "deputy" }],
      },
      { id: "shuttle", name: "Shuttle", sessions: 2, together: [] },
    ],
    adversaries: ["A", "B"],
    channelsTogether: 1,
    sessionsTogether: 2,
  });
  expect(channelsReport(agenda, day("2025-06-16")).sessionsTogether).toBe(3);
  expect(channelsReport(agenda, day("2025-04-30"))).toMatchObject({ channelsTogether: 0, sessionsTogether: 0 });
});

test("without two belligerents the adversaries are the claimants, and without those the consenting parties", () => {
  expect(adversaries(withRoles({ A: ["claimant"], B: ["claimant"], M: ["belligerent"] }))).toEqual(["A", "B"]);
  expect(adversaries(withRoles({ A: ["claimant"], B: ["party"], M: ["mediator"] }))).toEqual(["A", "M"]);
});
