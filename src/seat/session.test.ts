import { describe, expect, test } from "vitest";
import type { PreferenceSheet } from "#model";
import { verifyBundle } from "#record";
import type { Mandate, StreamId } from "#room";
import {
  acceptOffer,
  answerSealedYes,
  callSealedYes,
  clearance,
  convene,
  joinHall,
  keepMandate,
  keepOverride,
  keepSheet,
  moveAdoption,
  outgoingOf,
  putName,
  say,
  tableFreely,
  tableOffer,
  vote,
} from "./act.ts";
import { exportRecord } from "./export-record.ts";
import { countersignMilestones } from "./milestones.ts";
import type { Outcome } from "./outbox.ts";
import { ownCheck } from "./outgoing-check.ts";
import type { SeatSession } from "./seat-session.ts";
import { foreseenRefusal } from "./seat-session.ts";
import { type SeatView, seatViewer } from "./seat-view.ts";
import { type TrialTable, trialTable } from "./trial/trial-table.ts";

type Table = {
  readonly trial: TrialTable;
  readonly a: SeatSession;
  readonly b: SeatSession;
  readonly mediator: SeatSession;
  readonly guard: StreamId;
  readonly line: StreamId;
  readonly plenary: StreamId;
  /** Waits for it, then until everybody has heard of it. */
  readonly done: (outcome: Promise<Outcome>) => Promise<Extract<Outcome, { kind: "done" }>>;
  readonly view: (session: SeatSession, read?: Record<string, number>) => SeatView;
};

async function table(): Promise<Table> {
  const trial = trialTable(11);
  const done = async (promise: Promise<Outcome>) => {
    const outcome = await trial.outcome(promise);
    await trial.pass(50);
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    return outcome;
  };
  const sessions: SeatSession[] = [];
  for (const name of ["Party A, negotiator", "Party B, negotiator", "Mediator"]) {
    const session = await trial.sit(trial.kept(name));
    await trial.pass(10);
    await done(joinHall(session));
    sessions.push(session);
  }
  const [a, b, mediator] = sessions as [SeatSession, SeatSession, SeatSession];
  const { channels } = JSON.parse(trial.created.request.command).command;
  const idOf = (name: string): StreamId => channels.find((channel: { name: string }) => channel.name === name).id;
  return {
    trial,
    a,
    b,
    mediator,
    guard: idOf("Group on the guard"),
    line: idOf("Group on the line"),
    plenary: idOf("Plenary"),
    done,
    view: (session, read = {}) =>
      seatViewer(session.kept, session.keys, session.agenda)(session.snapshot(), { at: session.now(), read })!,
  };
}

function cleared(session: SeatSession, channel: StreamId, choices: Record<string, string>, override?: number) {
  return clearance(session, { channel, choices, conditions: [] }, override);
}

async function offered({ a, done }: Table, channel: StreamId, choices: Record<string, string>): Promise<string> {
  const may = cleared(a, channel, choices);
  if (!may.ok) throw new Error(may.error.reasons.join());
  await done(tableOffer(a, may.value));
  const state = a.snapshot().streams.states.get(channel);
  if (state?.kind !== "channel") throw new Error("a channel");
  return [...state.offers.keys()].at(-1)!;
}

test("an offer, a counteroffer and an acceptance reach both sides, and the view says what changed", async () => {
  const at = await table();
  const { a, b, guard, done, view } = at;
  const first = await offered(at, guard, { guard: "none" });
  const answer = clearance(b, { channel: guard, choices: { guard: "joint" }, conditions: [] });
  if (!answer.ok) throw new Error();
  await done(tableOffer(b, answer.value, { counters: first, note: "Together, then." }));
  const seen = view(a).channels.find(({ id }) => id === guard)!;
  expect(seen.latest).toMatchObject({
    mine: false,
    note: "Together, then.",
    changes: [{ issue: "guard", before: "none", after: "joint" }],
  });
  expect(seen.onTable).toHaveLength(1);
  expect(seen.unread).toBe(2); // the opening and B's counteroffer
  const counter = seen.latest!.offer.id;
  const may = clearance(a, outgoingOf(a, guard, counter)!);
  if (!may.ok) throw new Error();
  await done(acceptOffer(a, may.value, counter));
  expect(
    view(b)
      .channels.find(({ id }) => id === guard)!
      .agreed.map(({ offer }) => offer.id),
  ).toEqual([counter]);
  expect(view(b).composition.closing).toMatchObject({ kind: "closes", set: { choices: { guard: "joint" } } });
});

test("the words of a caucus reach its members, and the host keeps bytes", async () => {
  const { trial, a, b, mediator, done, view } = await table();
  const members = [mediator.kept.seat, a.kept.seat];
  const plan = { kind: "caucus", name: "With A", clusters: [], members, level: "expert" } as const;
  const { stream } = await done(convene(mediator, plan));
  await done(say(a, stream, "Between us: canary."));
  expect(view(mediator).channels.find(({ id }) => id === stream)!.said).toMatchObject([
    { text: "Between us: canary." },
  ]);
  expect(JSON.stringify(trial.host.streams.get(stream)!.entries).includes("canary")).toBe(false);
  expect(b.snapshot().streams.states.has(stream)).toBe(false);
  expect(view(b).channels).toHaveLength(3);
});

describe("a mandate", () => {
  const one = { low: 1, mid: 1, high: 1 };
  const value = (points: number) => ({ low: points, mid: points, high: points });
  const evidence = { sources: [] };
  const sheet: PreferenceSheet = {
    ...{ party: "A", kind: "own", author: "A", scale: 100, linkages: [], redLines: [], floors: [], evidence },
    reservation: { ...value(30), evidence },
    issues: {
      guard: { weight: one, of: 100, values: { none: value(0), joint: value(60), foreign: value(100) }, evidence },
      line: { weight: one, of: 100, values: { old: value(100), new: value(0) }, evidence },
    },
  };
  const at = "2026-11-23T12:00:00.000Z";
  const mandate: Mandate = {
    delegation: "A",
    instructions: [
      {
        id: "i1",
        by: "Canary",
        at,
        items: [
          { kind: "floor", least: 60 },
          { kind: "forbidden", issue: "line", options: ["new"] },
        ],
      },
    ],
  };

  test("stops an offer outside it, and an override recorded first lets that very offer go", async () => {
    const { a, guard, line, done, view } = await table();
    await done(keepSheet(a, sheet));
    await done(keepMandate(a, mandate));
    const { papers } = view(a);
    expect(papers).toMatchObject({ sheet, mandate });
    expect(ownCheck(papers, a.agenda, { guard: "foreign" }, a.now())).toMatchObject({ within: true, valued: true });
    const refusal = cleared(a, line, { line: "new" });
    expect(refusal).toMatchObject({ ok: false, error: { breaches: [{ kind: "forbidden" }, { kind: "floor" }] } });
    expect(cleared(a, line, { line: "old" }).ok).toBe(true);
    const override = {
      channel: line,
      choices: { line: "new" },
      conditions: [],
      breaches: [],
      reason: "Told by telephone.",
    };
    const { version } = await done(keepOverride(a, override));
    expect(cleared(a, line, { line: "new" }).ok).toBe(false);
    expect(cleared(a, line, { line: "new" }, version - 1).ok).toBe(false);
    expect(cleared(a, guard, { guard: "none" }, version).ok).toBe(false);
    const may = cleared(a, line, { line: "new" }, version);
    if (!may.ok) throw new Error();
    await done(tableOffer(a, may.value));
  });

  test("is in no other client, and is bytes to the host", async () => {
    const { trial, a, b, done, view } = await table();
    await done(keepMandate(a, mandate));
    expect(view(b).papers).toMatchObject({ overrides: [], notes: [] });
    expect(view(b).papers?.mandate).toBeUndefined();
    expect(JSON.stringify([...trial.host.streams.values()].map(({ entries }) => entries)).includes("Canary")).toBe(
      false,
    );
  });

  test("without a sheet its options still count, and its floor is not judged", async () => {
    const { a, line, done } = await table();
    await done(keepMandate(a, mandate));
    const refusal = cleared(a, line, { line: "new" });
    expect(refusal).toMatchObject({ ok: false, error: { breaches: [{ kind: "forbidden" }] } });
    expect(cleared(a, line, { line: "old" }).ok).toBe(true);
  });
});

test("a sealed yes ends in one word, and the answers are in no stream", async () => {
  const { a, b, mediator, guard, done, view } = await table();
  await done(callSealedYes(mediator, guard, { guard: "joint" }, "2026-11-24T00:00:00.000Z"));
  const { call, choices, asksMe } = view(a).channels.find(({ id }) => id === guard)!.call!;
  expect(asksMe).toBe(true);
  const yes = clearance(a, { channel: guard, choices, conditions: [] });
  if (!yes.ok) throw new Error();
  await done(answerSealedYes(a, guard, call, yes.value));
  expect(view(b).channels.find(({ id }) => id === guard)!.call).toMatchObject({ call });
  await done(answerSealedYes(b, guard, call, "no"));
  const state = a.snapshot().streams.states.get(guard);
  expect(state?.kind === "channel" && state.calls.get(call)).toMatchObject({ allSaidYes: false });
});

test("what was adopted is initialled, signed, ratified and countersigned, and the record of it is whole", async () => {
  const at = await table();
  const { a, b, guard, line, plenary, done, view, trial } = at;
  for (const session of [a, b]) countersignMilestones(session);
  for (const [channel, choices] of [
    [guard, { guard: "joint" }],
    [line, { line: "old" }],
  ] as const) {
    const offer = await offered(at, channel, choices);
    const may = clearance(b, outgoingOf(b, channel, offer)!);
    if (!may.ok) throw new Error();
    await done(acceptOffer(b, may.value, offer));
  }
  const { closing } = view(a).composition;
  if (closing.kind !== "closes") throw new Error();
  expect(closing.set.complete).toBe(true);
  await done(moveAdoption(a, closing.set.choices, closing.set.offers));
  const { motion } = view(a).ladder!.motion;
  expect(view(b).ladder).toMatchObject({ next: "vote", wanting: ["A", "B"], asksMe: true });
  for (const session of [a, b]) await done(vote(session, motion, "yes"));
  for (const act of ["initial", "sign", "ratify"] as const)
    for (const session of [a, b]) await done(putName(session, act, motion));
  await trial.pass(1_000);
  expect(view(a).ladder).toMatchObject({ next: "nothing", motion: { stage: "ratified" } });
  const verified = verifyBundle(exportRecord(a)!);
  if (!verified.ok) throw new Error(verified.error.message);
  const both = [a.kept.seat, b.kept.seat].sort();
  expect(verified.value.milestones.map(({ kind, countersignedBy }) => [kind, [...countersignedBy].sort()])).toEqual(
    ["adopted", "initialled", "initialled", "signed", "signed", "ratified", "ratified"].map((kind) => [kind, both]),
  );
  expect(plenary in a.keeper.have()).toBe(true);
});

test("a refusal that the host would give is foreseen in the same words", async () => {
  const { trial, a, mediator, guard } = await table();
  const command = {
    kind: "call sealed yes",
    call: "c",
    choices: { guard: "none" },
    until: "2020-01-01T00:00:00.000Z",
  } as const;
  for (const session of [a, mediator]) {
    const foreseen = foreseenRefusal(session, guard, command);
    const outcome = await trial.outcome(session.send(guard, command));
    expect(outcome).toEqual({ kind: "refused", ...foreseen });
  }
});

test("a supposal asks no mandate and binds nobody", async () => {
  const { a, guard, done, view } = await table();
  await done(tableFreely(a, guard, "supposal", { choices: { guard: "none" } }));
  expect(view(a).channels.find(({ id }) => id === guard)!.latest).toMatchObject({ offer: { kind: "supposal" } });
});

test("a snapshot is the same object until something changes", async () => {
  const { a, b, guard, done } = await table();
  const before = a.snapshot();
  expect(a.snapshot()).toBe(before);
  await done(say(b, guard, "Good morning."));
  expect(a.snapshot()).not.toBe(before);
  expect(a.snapshot().streams.states.get(guard)).not.toBe(before.streams.states.get(guard));
});
