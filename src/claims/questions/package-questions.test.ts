import { describe, expect, test } from "vitest";
import type { Question } from "#model";
import { forbid, when } from "../../../test/tiny-scenario.ts";
import { changed, decide, dispute, draft } from "../../../test/two-neighbours.ts";

describe("verdict", () => {
  test("a party refuses for the reasons asked about", () => {
    const value = decide({ kind: "verdict", of: draft, party: "B", answer: "refuses", by: ["value"] });
    expect(value.verdict).toBe("holds");
    expect(value.why).toBe("Party B refuses: it reaches 20 of the 40 it needs; 20 points short.");
    expect(decide({ kind: "verdict", of: draft, party: "B", answer: "refuses", by: ["line"] }).verdict).toBe(
      "does-not-hold",
    );
    expect(decide({ kind: "verdict", of: draft, party: "B", answer: "accepts" }).verdict).toBe("does-not-hold");
  });

  test("a refusal by floor is assumed when the floor cites the claim's source, and derived for another source", () => {
    const question: Question = { kind: "verdict", of: draft, party: "A", answer: "refuses", by: ["floor"] };
    const assumed = decide(question);
    expect(assumed.verdict).toBe("holds");
    expect(assumed.why).toContain('"post" is worth 10 to it where it needs 35');
    expect(assumed.basis).toBe("assumed");
    expect(assumed.judgements.map(({ kind, id, citesClaimSource }) => [kind, id, citesClaimSource])).toEqual([
      ["floor", "post", true],
      ["linkage", "backed", true],
    ]);
    expect(decide(question, "ELSEWHERE").basis).toBe("derived");
  });

  test("a refusal by line alone becomes an acceptance when the line is read as a weight", () => {
    const question: Question = {
      kind: "verdict",
      of: changed({ land: "share", money: "none", backing: "fight" }),
      party: "B",
      answer: "refuses",
    };
    const decided = decide(question);
    expect(decided).toMatchObject({ verdict: "holds", basis: "assumed", asWeight: { verdict: "does-not-hold" } });
    expect(decided.asWeight!.why).toBe(
      "Party B accepts: it reaches 80 and needs 40, and no line or floor of its own is broken.",
    );
  });

  test("a refusal by value is decided by the reservation value and the issues that fall short", () => {
    const decided = decide(
      { kind: "verdict", of: changed({ land: "share", money: "none", guard: "none" }), party: "A", answer: "refuses" },
      "A-SURVEY",
    );
    expect(decided.why).toContain("it reaches 30 of the 50 it needs; 20 points short");
    expect(decided.judgements.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "reservation reservation",
      "issue land",
      "issue money",
      "issue guard",
    ]);
    expect(decided.basis).toBe("assumed");
  });

  test("an open package decides nothing", () => {
    const decided = decide({ kind: "verdict", of: { package: "open", set: {} }, party: "A", answer: "accepts" });
    expect(decided.verdict).toBe("undecided");
    expect(decided.basis).toBeUndefined();
  });
});

test.each([
  { set: { guard: "none" }, answer: "reached", verdict: "holds", why: "Party A reaches 80 and needs 50." },
  { set: { guard: "none" }, answer: "below", verdict: "does-not-hold", why: "Party A reaches 80 and needs 50." },
  {
    set: { land: "share", guard: "none" },
    answer: "reached",
    verdict: "holds",
    why: "Party A reaches 50 and needs 50.",
  },
  { set: { land: "give" }, answer: "below", verdict: "holds", why: "Party A reaches 22 of the 50 it needs." },
] as const)("reservation: $why is $answer: $verdict", ({ set, answer, verdict, why }) => {
  const decided = decide({ kind: "reservation", of: changed(set), party: "A", answer });
  expect(decided).toMatchObject({ verdict, why });
  expect(decided.asWeight).toBeUndefined();
});

test("rises: strictly along the list, decided by the issues that differ and the linkage behind them", () => {
  const along = [changed({ guard: "none" }), draft, changed({ backing: "fight" })];
  const rising = decide({ kind: "rises", party: "A", along });
  expect(rising).toMatchObject({
    verdict: "holds",
    why: "Party A gets 80, then 82, then 100 points.",
    basis: "assumed",
  });
  expect(rising.judgements.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "issue guard",
    "linkage backed",
    "linkage backed",
  ]);
  expect(decide({ kind: "rises", party: "A", along: [...along].reverse() }).verdict).toBe("does-not-hold");
  expect(decide({ kind: "rises", party: "A", along: [draft, draft] }).verdict).toBe("does-not-hold");
});

test("local-value-rises: along the options of the issue it is given, decided by the table", () => {
  const ask = (along: string[]): Question => ({
    kind: "local-value-rises",
    party: "A",
    issue: "guard",
    option: "post",
    given: "backing",
    along,
  });
  const rising = decide(ask(["words", "arms", "fight"]));
  expect(rising).toMatchObject({ verdict: "holds", basis: "assumed" });
  expect(rising.why).toBe('"post" is worth 10 with "words", 40 with "arms", 100 with "fight" to Party A.');
  expect(decide(ask(["arms", "words"])).verdict).toBe("does-not-hold");
});

test("best-for: the free issues at their best for the party, rules kept and lines not", () => {
  const ask = (free: string[], answer: "reached" | "below"): Question => ({
    kind: "best-for",
    party: "B",
    from: "draft",
    free,
    answer,
  });
  const money = decide(ask(["money"], "reached"));
  expect(money).toMatchObject({
    verdict: "holds",
    why: 'Party B reaches 50 and needs 40 when "money" is at its best for it.',
  });
  expect(decide(ask(["money"], "below")).verdict).toBe("does-not-hold");
  expect(decide(ask(["guard"], "below"))).toMatchObject({ verdict: "holds", basis: "derived" });
  expect(decide(ask(["land", "money"], "reached")).why).toBe(
    'Party B reaches 100 and needs 40 when "land" and "money" are all at their best for it.',
  );
  const bound = dispute({ rules: [forbid("r", when({ money: "none" }))] });
  expect(decide(ask(["money"], "below"), "PAPER", bound).verdict).toBe("holds");
});
