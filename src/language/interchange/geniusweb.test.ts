import { expect, test } from "vitest";
import { evaluate } from "#model";
import { parseDay, toNumber } from "#prelude";
import { type DomainFolder, readDomainFolder } from "./domain-folder.ts";
import { folder, tripDomain, tripProfile } from "./domain-texts.ts";

const day = parseDay("2025-01-01")!;

function trip(profile: string): DomainFolder {
  return readDomainFolder(folder({ "trip.json": tripDomain, "walker.json": profile }), {});
}

function utility(read: DomainFolder, where: string, days: string): number {
  return toNumber(evaluate(read.scenario!.sheets[0]!, { where, days }, day).utility);
}

test("a GeniusWeb profile is a sum of weight x utility, numbers between their two ends", () => {
  const read = trip(tripProfile());
  expect(read.diagnostics).toEqual([]);
  expect(read.scenario!.agenda.issues[1]!.options.map(({ id }) => id)).toEqual(["v1", "v1.5", "v2", "v2.5", "v3"]);
  expect(utility(read, "hills", "v3")).toBe(1);
  expect(utility(read, "lake", "v1.5")).toBeCloseTo(0.7 * 0.25 + 0.3 * 0.4, 12);
});

test("a value the profile leaves out is worth nothing, without a warning", () => {
  const read = trip(tripProfile("", `"hills": 1`));
  expect(read.diagnostics).toEqual([]);
  expect(utility(read, "lake", "v1")).toBeCloseTo(0.06, 12);
});

test("the reservation value is the utility of the reservationBid, exactly; 0 without one", () => {
  const bid = tripProfile(`, "reservationBid": {"issuevalues": {"where": "lake", "days": 2.5}}`);
  expect(trip(bid).scenario!.sheets[0]!.reservation.mid).toBe(0.415);
  expect(trip(tripProfile()).scenario!.sheets[0]!.reservation.mid).toBe(0);
  const partial = tripProfile(`, "reservationBid": {"issuevalues": {"where": "hills"}}`);
  expect(trip(partial).scenario!.sheets[0]!.reservation.mid).toBe(0.7);
});

test("the reservationBid itself is acceptable even where its utility is no finite decimal", () => {
  const thirds = tripProfile(`, "reservationBid": {"issuevalues": {"where": "lake", "days": 1.5}}`)
    .replaceAll('"highValue": 3', '"highValue": 4')
    .replaceAll('"3", "0.5"', '"4", "0.5"');
  const read = readDomainFolder(folder({ "walker.json": thirds }), {});
  const sheet = read.scenario!.sheets[0]!;
  expect(sheet.reservation.mid).toBeCloseTo(0.175 + 0.1, 12);
  const { num, den } = evaluate(sheet, { where: "lake", days: "v1.5" }, day).surplus;
  expect(num >= 0n && num * 10n ** 14n < den).toBe(true);
});

test("a folder of profiles needs no domain file: each carries its domain", () => {
  const read = readDomainFolder(folder({ "b.json": tripProfile(), "a.json": tripProfile() }), {});
  expect(read.diagnostics).toEqual([]);
  expect(read.scenario!.agenda.parties.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("other kinds of GeniusWeb profile are refused by name", () => {
  const other = `{"SumOfGroupsUtilitySpace": {}}`;
  const read = readDomainFolder(folder({ "trip.json": tripDomain, "o.json": other }), { profiles: ["o.json"] });
  expect(read.scenario).toBeUndefined();
  expect(read.diagnostics).toMatchObject([{ severity: "error", code: "import-profile-type", at: { file: "o.json" } }]);
});

test("a mistake is shown at its line and column", () => {
  const wrong = tripProfile("", `"lake": "much", "hills": 1`);
  const read = readDomainFolder(folder({ "trip.json": tripDomain, "w.json": wrong }), { profiles: ["w.json"] });
  expect(read.diagnostics).toMatchObject([{ code: "import-number", at: { file: "w.json", line: 3, column: 60 } }]);
});
