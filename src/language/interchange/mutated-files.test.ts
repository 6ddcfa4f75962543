import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { readDomainFolder } from "./domain-folder.ts";
import {
  dialsDomain,
  dialsProfile,
  folder,
  leaseDomain,
  leaseProfile,
  tripDomain,
  tripProfile,
} from "./domain-texts.ts";

const box = '<hyperRectangle utility="20"><INCLUDES index="1" min="1" max="3"/></hyperRectangle>';
const folders = [
  { "lease.xml": leaseDomain, "owner.xml": leaseProfile({ after: '<reservation value="0.3"/>' }) },
  { "dials.xml": dialsDomain, "first.xml": dialsProfile(box) },
  { "trip.json": tripDomain, "walker.json": tripProfile(', "reservationBid": {"issuevalues": {"days": 2}}') },
].map((texts) => folder(texts));
const inserts = ['"', "<", ">", "&", "{", "[", "}", "0", "-", "e9", "null", "<!--", "]]>", "\0", "\uFEFF", '<a x="'];

test("two thousand mutated folders give a scenario or a diagnostic with a place in a file, and never crash", () => {
  const random = seededRandom(20250826);
  let scenarios = 0;
  let refusals = 0;
  for (let round = 0; round < 2000; round++) {
    const whole = folders[random.below(folders.length)]!;
    const mutated = new Map([...whole].map(([name, bytes]) => [name, mutate(bytes, random)]));
    const read = readDomainFolder(mutated, random.below(2) === 0 ? {} : { profiles: [[...whole.keys()][1]!] });
    if (read.scenario) scenarios += 1;
    else refusals += 1;
    const errors = read.diagnostics.filter(({ severity }) => severity === "error");
    expect(read.scenario === undefined, `round ${round}`).toBe(errors.length > 0);
    for (const { at, message, fix } of read.diagnostics) {
      const lines = new TextDecoder("latin1").decode(mutated.get(at.file)).split("\n");
      expect(at.line >= 1 && at.line <= lines.length && at.column >= 1, `round ${round}: ${message}`).toBe(true);
      expect(fix).not.toBe("");
    }
    for (const sheet of read.scenario?.sheets ?? []) {
      const numbers = Object.values(sheet.issues).flatMap(({ weight, of, values }) => [
        weight.mid,
        of,
        ...Object.values(values).map(({ mid }) => mid),
      ]);
      expect([sheet.reservation.mid, ...numbers].every(Number.isFinite), `round ${round}`).toBe(true);
    }
  }
  // the mutations neither always spare the files nor always ruin them
  expect(scenarios).toBeGreaterThan(100);
  expect(refusals).toBeGreaterThan(100);
});

function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result = [...bytes];
  for (let times = random.below(4); times > 0; times--) {
    const at = random.below(Math.max(1, result.length));
    const until = at + random.below(40);
    const kind = random.below(6);
    if (kind === 0) result[at] = random.below(256);
    else if (kind === 1) result.splice(at, until - at);
    else if (kind === 2) result.splice(at, 0, ...result.slice(at, until));
    else if (kind === 3) result = result.slice(0, at);
    else if (kind === 4) result.splice(at, 0, ...new TextEncoder().encode(inserts[random.below(inserts.length)]));
    else result[at] = 48 + random.below(10);
  }
  return Uint8Array.from(result);
}
