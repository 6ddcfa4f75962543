import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { verifyBundle } from "#record";
import { nativeCheck } from "../native-signatures.ts";
import { verifyIndependently } from "../oracle/record-verifier.ts";
import { decidedRecord } from "./decided-record.ts";

const many = Number(process.env.RECORDS ?? 60);

test("whatever the room's own rules decide makes a record that is accepted", () => {
  const seen = new Set<string>();
  const rounds = Math.max(20, many / 5);
  for (let round = 0; round < rounds; round++) {
    const { text, kinds } = decidedRecord(seededRandom(1000 + round), 150);
    const verdict = verifyBundle(text, { check: nativeCheck });
    expect(verdict.ok ? "accepted" : verdict.error, `round ${round}`).toBe("accepted");
    expect(verifyIndependently(text), `round ${round}`).toBe("accepted");
    for (const kind of kinds) seen.add(kind);
  }
  const hoped = ["tabled", "provisionally agreed", "adopted", "signed", "sealed yes answered", "countersigned"];
  expect(hoped.filter((kind) => !seen.has(kind))).toEqual([]);
});
