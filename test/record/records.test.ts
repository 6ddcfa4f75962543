import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { type FaultPlace, verifyBundle } from "#record";
import { nativeCheck } from "../native-signatures.ts";
import { verifyIndependently } from "../oracle/record-verifier.ts";
import { randomRecord } from "./random-record.ts";
import { parsed, rehearsedText } from "./rehearsal.ts";
import { flipped, tamper, ways } from "./tampering.ts";

/** How many: RECORDS=1000 for the whole promise, a part of it in every run. */
const many = Number(process.env.RECORDS ?? 60);
const seed = Number(process.env.SEED ?? 20_261_123);

const native = { settlementText: rehearsedText, check: nativeCheck };

function someRecord(random: Random): string {
  return randomRecord(random, 2 + random.below(12));
}

test(`${many} honest records are accepted, also by a verifier that shares no code`, () => {
  const random = seededRandom(seed);
  for (let round = 0; round < many; round++) {
    const text = someRecord(random);
    const verdict = verifyBundle(text, native);
    expect(verdict.ok ? "accepted" : verdict.error, `record ${round} of seed ${seed}`).toBe("accepted");
    expect(verifyIndependently(text), `record ${round} of seed ${seed}`).toBe("accepted");
  }
});

test(`${many} tampered records are refused by both, and both name the first place that was touched`, () => {
  const random = seededRandom(seed + 1);
  const done = new Set<string>();
  let foreign = parsed(someRecord(random));
  for (let round = 0; round < many; ) {
    const bundle = parsed(someRecord(random));
    for (let again = 0; again < 4; again++, round++) {
      const { what, bundle: changed, first } = tamper(bundle, foreign, random);
      done.add(what);
      const text = `${JSON.stringify(changed)}\n`;
      const verdict = verifyBundle(text, native);
      const told = `${what}, round ${round} of seed ${seed}`;
      expect(verdict.ok ? "accepted" : verdict.error.where, told).toEqual(first);
      expect(verifyIndependently(text), told).toBe(wordsOf(first));
    }
    foreign = bundle;
  }
});

test.each(Object.keys(ways))("tampering caught: %s", (name) => {
  const random = seededRandom(seed + 2);
  const foreign = parsed(randomRecord(random, 6));
  let done = 0;
  for (let round = 0; round < 40 && done < 2; round++) {
    const tampered = ways[name]!(parsed(randomRecord(random, 6)), foreign, random);
    if (!tampered) continue;
    done++;
    const verdict = verifyBundle(JSON.stringify(tampered.bundle), native);
    expect(verdict.ok ? "accepted" : verdict.error.where, `${tampered.what}, round ${round}`).toEqual(tampered.first);
  }
  expect(done).toBe(2);
});

test("one bit flipped anywhere in the file is refused", () => {
  const random = seededRandom(seed + 3);
  for (let round = 0; round < many; ) {
    const text = someRecord(random);
    for (let again = 0; again < 10; again++, round++) {
      const changed = flipped(text.trimEnd(), random);
      const verdict = verifyBundle(changed, native);
      expect(verdict.ok, `round ${round} of seed ${seed}`).toBe(false);
      expect(verifyIndependently(changed), `round ${round} of seed ${seed}`).not.toBe("accepted");
    }
  }
});

test("whatever the file holds, the verifier answers and does not throw", () => {
  const random = seededRandom(seed + 4);
  const record = randomRecord(random, 6);
  const odd: unknown[] = [null, 0, "", "x", [], {}, true, -1, 1e300, "__proto__", [[]], { kind: "opened" }];
  for (let round = 0; round < many * 3; round++) {
    const value = parsed(record);
    // some member, at any depth and inside a body too, becomes something else
    setSomewhere(value, odd[random.below(odd.length)], random);
    const verdict = verifyBundle(JSON.stringify(value), native);
    if (!verdict.ok) expect(verdict.error.message).toMatch(/^[A-Z].*\.$/s);
  }
  for (const text of ["", "[", "[".repeat(1e6), "{}", "null", '{"__proto__":1}', "\ud800", record.slice(0, -20)])
    expect(verifyBundle(text, native)).toMatchObject({ ok: false, error: { where: { kind: "file" } } });
});

test("the code of Entente's own checks signatures as Node's does", () => {
  const random = seededRandom(seed + 5);
  const text = randomRecord(random, 4);
  expect(verifyBundle(text, { settlementText: rehearsedText })).toEqual(verifyBundle(text, native));
});

function setSomewhere(root: unknown, value: unknown, random: Random): void {
  let at = root as Record<string, unknown>; // JSON, walked by the names that it has
  for (;;) {
    const names = Object.keys(at);
    const name = names[random.below(names.length)]!;
    const inside = at[name];
    if (typeof inside !== "object" || inside === null || Object.keys(inside).length === 0 || random.below(8) === 0) {
      at[name] = value;
      return;
    }
    at = inside as Record<string, unknown>; // an object with members, just checked
  }
}

function wordsOf(place: FaultPlace): string {
  return place.kind === "entry" ? `entry ${place.stream} ${place.version}` : place.kind;
}
