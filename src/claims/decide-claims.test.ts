import { describe, expect, test } from "vitest";
import type { Question } from "#model";
import { run } from "#prelude";
import { enumeratingClaimEngine } from "../../test/enumerating-claim-engine.ts";
import { claim, when } from "../../test/tiny-scenario.ts";
import { changed, decide, dispute, draft } from "../../test/two-neighbours.ts";
import { decideClaims } from "./decide-claims.ts";

test("all: holds when every part does; one that fails decides alone; later waits only if none fails", () => {
  const yes: Question = { kind: "size", issues: 4, settlements: "36" };
  const no: Question = { kind: "verdict", of: draft, party: "B", answer: "accepts" };
  const later: Question = { kind: "later", capability: "map" };
  expect(decide({ kind: "all", of: [yes, yes] }).verdict).toBe("holds");
  const failed = decide({ kind: "all", of: [yes, no, later] });
  expect(failed.verdict).toBe("does-not-hold");
  expect(failed.why).toBe("Party B refuses: it reaches 20 of the 40 it needs; 20 points short.");
  expect(decide({ kind: "all", of: [yes, later] })).toMatchObject({ verdict: "later", later: "map" });
});

test("later: says what will decide it, and is neither assumed nor derived", () => {
  const decided = decide({ kind: "later", capability: "durability" });
  expect(decided).toMatchObject({ verdict: "later", later: "durability" });
  expect(decided.basis).toBeUndefined();
});

describe("share of draws", () => {
  const refuses: Question = { kind: "verdict", of: draft, party: "B", answer: "refuses", by: ["value"] };

  test("is 1 or 0 when nothing varies, with an interval that knows how few the draws were", () => {
    const sure = decide(refuses, "PAPER", dispute(), 50).shareOfDraws!;
    expect(sure).toMatchObject({ share: 1, high: 1, n: 50, seed: 1 });
    expect(sure.low).toBeCloseTo(0.9287, 3); // 50 / (50 + 1.96^2)
    const never = decide({ ...refuses, answer: "accepts" }, "PAPER", dispute(), 50).shareOfDraws!;
    expect(never).toMatchObject({ share: 0, low: 0, n: 50 });
    const zone: Question = {
      kind: "zone",
      where: when({ backing: "fight" }),
      enforce: [],
      setAside: [],
      answer: "empty",
    };
    expect(decide(zone, "PAPER", dispute(), 20).shareOfDraws).toMatchObject({ share: 1, n: 20 });
    const best: Question = { kind: "best-for", party: "B", from: "draft", free: ["money"], answer: "below" };
    expect(decide(best, "PAPER", dispute(), 20).shareOfDraws).toMatchObject({ share: 0, n: 20 });
  });

  test("follows the judgement that varies: a reservation value uniform on 0 to 50 is above 20 in three fifths", () => {
    const base = dispute();
    const world = {
      ...base,
      sheets: base.sheets.map((sheet) =>
        sheet.party === "B" ? { ...sheet, reservation: { ...sheet.reservation, low: 0, mid: 40, high: 50 } } : sheet,
      ),
    };
    const { share, low, high } = decide(refuses, "PAPER", world, 2000).shareOfDraws!;
    expect(low).toBeLessThan(0.6);
    expect(high).toBeGreaterThan(0.6);
    expect(share).toBeCloseTo(0.6, 1);
  });

  test("questions that need a search get their own number of draws, and finishing early keeps the draws made", () => {
    const zone: Question = { kind: "zone", where: [], enforce: [], setAside: [], answer: "not-empty" };
    const asked = { ...dispute(), claims: [claim(zone), { ...claim(refuses), id: "d" }] };
    const search = decideClaims(asked, { engine: enumeratingClaimEngine, draws: 100, engineDraws: 7 });
    let step = search.next("continue");
    while (!step.done)
      step = search.next(step.value.phase === "draws" && step.value.done === 40 ? "finish" : "continue");
    expect(step.value.map(({ shareOfDraws }) => shareOfDraws!.n)).toEqual([7, 40]);
  });

  test("the same seed gives the same shares, another seed others", () => {
    const asked = {
      ...dispute(),
      claims: [
        claim({ kind: "reservation", of: changed({ land: "share", guard: "none" }), party: "A", answer: "reached" }),
      ],
    };
    const shareAt = (seed: number) =>
      run(decideClaims(asked, { engine: enumeratingClaimEngine, draws: 300, seed }))[0]!.shareOfDraws!.share;
    expect(shareAt(5)).toBe(shareAt(5));
    expect(shareAt(5)).not.toBe(shareAt(6));
  });
});

test("only the row asked for is decided", () => {
  const asked = {
    ...dispute(),
    claims: [
      { ...claim({ kind: "later", capability: "map" }), id: "one", row: "A1" },
      { ...claim({ kind: "later", capability: "map" }), id: "two", row: "A2" },
    ],
  };
  expect(run(decideClaims(asked, { engine: enumeratingClaimEngine, row: "A2" })).map(({ id }) => id)).toEqual(["two"]);
});
