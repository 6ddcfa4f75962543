import { describe, expect, test } from "vitest";
import type { Question } from "#model";
import { run } from "#prelude";
import { claim, forbid, when } from "../../../test/tiny-scenario.ts";
import { decide, dispute } from "../../../test/two-neighbours.ts";
import { decideClaims } from "../decide-claims.ts";

describe("zone", () => {
  const ask = (
    where: Record<string, string | string[]>,
    answer: "empty" | "not-empty",
    enforce: string[] = [],
    setAside: string[] = [],
  ): Question => ({
    kind: "zone",
    where: when(where),
    enforce,
    setAside,
    answer,
  });

  test("a line that leaves no option empties it by logic, and read as a weight it does not", () => {
    const decided = decide(ask({ backing: "fight" }, "empty"));
    expect(decided).toMatchObject({ verdict: "holds", basis: "assumed", asWeight: { verdict: "does-not-hold" } });
    expect(decided.why).toBe(
      'The agreement zone with backing "fight" is empty: Party B’s hard line on backing leaves no option. That is logic, not weight.',
    );
    expect(decided.judgements.map(({ id }) => id)).toEqual(["no-fight"]);
    expect(decide(ask({ backing: "fight" }, "not-empty")).verdict).toBe("does-not-hold");
    expect(decide(ask({ backing: "fight" }, "not-empty", [], ["B.no-fight"])).verdict).toBe("holds");
  });

  test("declared lines empty it only when they are enforced", () => {
    expect(decide(ask({ land: "keep" }, "not-empty")).verdict).toBe("holds");
    const enforced = decide(ask({ land: "keep" }, "empty", ["no-keeping"]));
    expect(enforced).toMatchObject({ verdict: "holds", asWeight: { verdict: "does-not-hold" } });
  });

  test("a floor that empties it is named with the table that gives the value", () => {
    const decided = decide(ask({ guard: "post", backing: "words" }, "empty"));
    expect(decided.why).toContain("Party A’s floor on guard leaves nothing that every party values enough");
    expect(decided.judgements.map(({ kind }) => kind)).toEqual([
      "floor",
      "issue",
      "linkage",
      "reservation",
      "issue", // the guard is named above, so only the backing is left to A
      "reservation",
      "issue",
      "issue",
    ]);
    expect(decided.basis).toBe("assumed");
  });

  test("values alone may empty it, which no line decides", () => {
    const decided = decide(ask({ land: "keep", money: "some" }, "empty"));
    expect(decided).toMatchObject({ verdict: "holds", basis: "derived", asWeight: { verdict: "holds" } });
    expect(decided.why).toContain("empty by value alone");
  });

  test("a search that was cut short decides nothing", () => {
    const asked = { ...dispute(), claims: [claim(ask({}, "empty"))] };
    const [decided] = run(
      decideClaims(asked, {
        draws: 5,
        engine: () => ({ zoneExists: () => ({ status: "unknown", reason: "Stopped." }), best: () => undefined }),
      }),
    );
    expect(decided).toMatchObject({ verdict: "undecided", why: "Stopped." });
    expect(decided!.shareOfDraws).toBeUndefined();
  });
});

test("deadlock: every option refused by a line, hard or declared, or by a rule; read as a weight none is", () => {
  const ask = (answer: boolean): Question => ({ kind: "deadlock", issue: "land", parties: ["A", "B"], answer });
  const left = decide(ask(true));
  expect(left).toMatchObject({ verdict: "does-not-hold", why: 'land is left with "share".' });
  expect(decide(ask(false)).verdict).toBe("holds");
  const shut = decide(ask(true), "PAPER", dispute({ rules: [forbid("indivisible", when({ land: "share" }))] }));
  expect(shut).toMatchObject({ verdict: "holds", asWeight: { verdict: "does-not-hold" } });
  expect(shut.why).toContain(
    '"keep" by Party B; "share" by rule indivisible; "give" by Party A. That is logic, not weight.',
  );
  expect(shut.judgements.map(({ id }) => id)).toEqual(["no-keeping", "no-giving"]);
});
