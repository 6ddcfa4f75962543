import { describe, expect, test } from "vitest";
import { analyze } from "#analysis";
import { runSearch } from "#compute";
import type { DealAnswer } from "#compute/browser";
import { formatSheetFile } from "#language";
import { breaks, evaluate, type PreferenceSheet, type Settlement } from "#model";
import { compare, noDay, toNumber } from "#prelude";
import { signingKey, signWith } from "#record";
import { valueOverTime } from "#report";
import { type ChannelState, debriefOf, type HallState } from "#room";
import { agreed, done, later, move, offer, trialAgenda, trialRoom, vote } from "../../../../test/tried-negotiation.ts";
import { bestSearch, improvementSearch, leftOnTheTable, type WholeSearch } from "./left-on-the-table.ts";
import { readRevealed, revealFile } from "./revealed-sheet.ts";
import { valuePanels } from "./value-panels.ts";

const pair = signingKey(new Uint8Array(32).fill(7));
const sign = signWith(pair);
const at = "2026-11-23T14:00:00.000Z";

const ua = sheetOf("UA", { force: [0, 60, 100], backstop: [0, 100], line: [20, 100, 50], pace: [100, 0] });
const ru = sheetOf("RU", { force: [100, 60, 0], backstop: [100, 0], line: [100, 0, 50], pace: [100, 0] });
const adopted: Settlement = { force: "none", backstop: "no", line: "defer", pace: "fast" };

describe("a revealed sheet", () => {
  const hall = hallWith(pair.publicKey);
  const file = revealFile({ negotiation: "trial", agenda: hall.agenda, seat: "ua", at, sheet: ua }, sign);
  const read = (text: string, negotiation = "trial") =>
    readRevealed("a-file", text, { negotiation, agenda: trialAgenda, hall });

  test("is read as it was signed, with whose seat signed it", () => {
    const revealed = read(file);
    if (!revealed.ok) throw new Error(revealed.error);
    expect(revealed.value).toMatchObject({ party: "UA", from: "signed", seat: "ua", at });
    for (const settlement of settlements())
      expect(evaluate(revealed.value.sheet, settlement, noDay).utility).toEqual(
        evaluate(ua, settlement, noDay).utility,
      );
  });

  test("that was changed after it was signed is refused, at every place of the text", () => {
    const { text, signature, format } = JSON.parse(file);
    for (let place = 0; place < text.length; place += 37) {
      const letter = text[place] === "1" ? "2" : "1";
      const changed = text.slice(0, place) + letter + text.slice(place + 1);
      expect(read(JSON.stringify({ format, text: changed, signature })).ok).toBe(false);
    }
  });

  test("of another negotiation, another agenda, another key or another party is refused with the reason", () => {
    expect(read(file, "other")).toMatchObject({ ok: false, error: expect.stringContaining("another negotiation") });
    const strange = { negotiation: "trial", agenda: "b".repeat(64), seat: "ua", at, sheet: ua };
    expect(read(revealFile(strange, sign))).toMatchObject({ error: expect.stringContaining("another agenda") });
    const forged = revealFile({ ...strange, agenda: hall.agenda }, signWith(signingKey(new Uint8Array(32).fill(8))));
    expect(read(forged)).toMatchObject({ error: expect.stringContaining("not signed by UA, negotiator") });
    const others = revealFile({ ...strange, agenda: hall.agenda, sheet: ru }, sign);
    expect(read(others)).toMatchObject({ error: expect.stringContaining("another party") });
  });

  test("in the scenario language alone is read and said to be unsigned; a broken one names its mistake", () => {
    expect(read(formatSheetFile(ru))).toMatchObject({ ok: true, value: { party: "RU", from: "unsigned" } });
    const broken = read("schema: entente.sheet/1\nparty: UA\nkind: own\nauthor: us\nreservation: many\nissues: {}\n");
    expect(broken.ok).toBe(false);
    expect(!broken.ok && broken.error.length).toBeGreaterThan(20);
  });
});

describe("what was left on the table", () => {
  // with a weight of a fifth of the others utilities are no finite decimals: none may be lost to rounding
  const third = { ...ua, issues: { ...ua.issues, pace: { ...ua.issues.pace!, weight: { low: 5, mid: 5, high: 5 } } } };

  test.each([
    ["in whole points", [ua, ru]],
    ["in sevenths", [sevenths(ua), ru]],
    ["in eightieths", [third, ru]],
  ])("by the whole search is every efficient settlement better for one and worse for none, %s", async (_, sheets) => {
    const answer = await searched(improvementSearch(trialAgenda, sheets, adopted, at));
    const left = leftOnTheTable(trialAgenda, sheets, adopted, at, answer);
    const better = settlements().filter((one) => sheets.every((sheet) => compared(sheet, one, adopted) >= 0));
    const best = better.filter(
      (one) =>
        sheets.some((sheet) => compared(sheet, one, adopted) > 0) &&
        !better.some(
          (other) =>
            sheets.every((sheet) => compared(sheet, other, one) >= 0) &&
            sheets.some((sheet) => compared(sheet, other, one) > 0),
        ),
    );
    expect(best.length).toBeGreaterThan(0);
    const vectors = (all: readonly Settlement[]) =>
      [...new Set(all.map((one) => sheets.map((sheet) => worth(sheet, one)).join()))].sort();
    expect(vectors(left.improvements.map(({ settlement }) => settlement))).toEqual(vectors(best));
    expect(left).toMatchObject({ how: { kind: "whole" }, stopped: false, unknownTo: ["US"] });
    for (const { settlement, changes, gain } of left.improvements) {
      expect(Object.values(gain).every(({ num }) => num >= 0n)).toBe(true);
      expect(changes.map(({ issue }) => issue)).toEqual(
        trialAgenda.issues.map(({ id }) => id).filter((id) => settlement[id] !== adopted[id]),
      );
    }
  });

  test("of an efficient settlement is nothing", async () => {
    const efficient: Settlement = { force: "none", backstop: "no", line: "freeze", pace: "slow" };
    const sheets = [ru];
    const answer = await searched(improvementSearch(trialAgenda, sheets, efficient, at));
    expect(leftOnTheTable(trialAgenda, sheets, efficient, at, answer).improvements).toEqual([]);
  });

  test("is asked of the revealed sheets alone: consent of the others is left out of the best settlements", () => {
    expect(bestSearch(trialAgenda, [ua, ru], undefined).scenario.agenda.consent).toEqual(["UA", "RU"]);
    expect(bestSearch(trialAgenda, [sheetOf("EU", {})], undefined).scenario.agenda.consent).toEqual([]);
  });
});

test("each revealed sheet has a drawing with its own position, its reservation value and what was adopted", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("s1", { force: "heavy" })));
  later(room);
  agreed(room, "security", offer("s2", { force: "light" }), "ru", "ua", "us");
  const whole = { force: "light", backstop: "no", line: "defer", pace: "slow" };
  done(room.send("ua", "plenary", move("m", whole, ["security", "s2"])));
  for (const seat of ["ua", "ru", "us"]) done(room.send(seat, "plenary", vote("m")));
  const channels = [...room.streams.values()].filter((state): state is ChannelState => state.kind === "channel");
  const debrief = debriefOf(trialAgenda, channels, [ua, ru]);
  const panels = valuePanels(trialAgenda, debrief, [ua, ru], { reservation: "r", adopted: "a", name: (id) => id });
  expect(panels.map(({ party }) => party)).toEqual(["UA", "RU"]);
  const [first, second] = panels;
  expect(first?.steps.map(({ by, position }) => [by, position !== undefined])).toEqual([
    ["UA", true],
    ["RU", false],
  ]);
  expect(second?.steps.map(({ position }) => position !== undefined)).toEqual([false, true]);
  expect(first?.levels.map(({ kind, value }) => [kind, value])).toEqual([
    ["reservation", 40],
    ["adopted", worth(ua, whole)],
  ]);
  const svg = valueOverTime({ ...first!, id: "x", width: 600, title: "t", description: "d", axis: "y", order: "o" });
  expect(svg.match(/plot-accepted/g)).toHaveLength(1);
  expect(svg.match(/plot-span/g)).toHaveLength(2);
  expect(svg).not.toMatch(/NaN|undefined/);
});

async function searched({ scenario, options }: WholeSearch): Promise<DealAnswer> {
  const { value } = await runSearch(analyze(scenario, options));
  const { frontier } = value;
  if (frontier.status === "unknown") throw new Error(frontier.reason);
  const issues = scenario.agenda.issues.map(({ id, options: all }) => ({
    id,
    options: all.map((option) => option.id),
  }));
  return {
    analysis: value,
    frontier: {
      parties: [],
      issues,
      count: frontier.points.length,
      utilities: new Float64Array(),
      options: Uint16Array.from(
        frontier.points.flatMap(({ settlement }) =>
          issues.map(({ id, options: all }) => all.indexOf(settlement[id] ?? "")),
        ),
      ),
      ties: [],
    },
    beforeReservations: value.frontierBeforeReservations !== undefined,
    ended: false,
  };
}

function worth(sheet: PreferenceSheet, settlement: Settlement): number {
  return toNumber(evaluate(sheet, settlement, noDay).utility);
}

function compared(sheet: PreferenceSheet, one: Settlement, other: Settlement): number {
  return compare(evaluate(sheet, one, noDay).utility, evaluate(sheet, other, noDay).utility);
}

/** The same sheet with weights whose sum is seven. */
function sevenths(sheet: PreferenceSheet): PreferenceSheet {
  const issues = Object.entries(sheet.issues).map(([id, one], place) => {
    const weight = place === 0 ? 1 : 2;
    return [id, { ...one, weight: { low: weight, mid: weight, high: weight } }] as const;
  });
  return { ...sheet, issues: Object.fromEntries(issues) };
}

function settlements(): readonly Settlement[] {
  const all = trialAgenda.issues.reduce<readonly Settlement[]>(
    (before, { id, options }) => before.flatMap((one) => options.map((option) => ({ ...one, [id]: option.id }))),
    [{}],
  );
  return all.filter((one) => !trialAgenda.rules.some((rule) => breaks(rule, one)));
}

function hallWith(key: string): HallState {
  const hall = trialRoom().hall();
  const seats = new Map(hall.seats);
  seats.set("ua", { ...hall.seats.get("ua")!, keys: { signing: key, sealing: "0".repeat(64) } });
  return { ...hall, seats };
}

function sheetOf(party: string, values: Readonly<Record<string, readonly number[]>>): PreferenceSheet {
  const evidence = { sources: [] };
  const judged = (value: number) => ({ low: value, mid: value, high: value });
  return {
    party,
    kind: "own",
    author: party,
    scale: 100,
    reservation: { ...judged(40), evidence },
    issues: Object.fromEntries(
      trialAgenda.issues.map(({ id, options }) => [
        id,
        {
          weight: judged(25),
          of: 100,
          values: Object.fromEntries(options.map((option, place) => [option.id, judged(values[id]?.[place] ?? 0)])),
          evidence,
        },
      ]),
    ),
    linkages: [],
    redLines: [],
    floors: [],
    evidence,
  };
}
