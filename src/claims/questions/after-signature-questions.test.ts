import { describe, expect, test } from "vitest";
import type { Durability, Guarantee, Question, Variant } from "#model";
import { run } from "#prelude";
import { enumeratingClaimEngine } from "../../../test/enumerating-claim-engine.ts";
import { claim, evidence } from "../../../test/tiny-scenario.ts";
import { decide, dispute, draft } from "../../../test/two-neighbours.ts";
import { afterwards, given, judgedCase } from "../../../test/two-neighbours-after-signature.ts";
import { decideClaims } from "../decide-claims.ts";

const peace = (set: Readonly<Record<string, string>> = {}): Variant => ({ package: "peace", set });
const withGuarantee = (parameters: Guarantee["parameters"]) =>
  afterwards((durability) => ({
    ...durability,
    guarantees: durability.guarantees.map((one) => ({ ...one, parameters: { ...one.parameters, ...parameters } })),
  }));

describe("the prize at which an attack pays", () => {
  const rises = (...along: Variant[]): Question => ({ kind: "threshold-rises", guarantee: "shield", along });
  const ask = (question: Question, world = afterwards(), source = "PAPER") => decide(question, source, world);

  test("repeats the judged chances of help where nothing else differs: assumed, whatever they cite", () => {
    const decided = ask(
      rises(peace({ guard: "none" }), peace(), peace({ backing: "arms" }), peace({ backing: "fight" })),
    );
    expect(decided).toMatchObject({ verdict: "holds", basis: "assumed" });
    expect(decided.judgements.some(({ citesClaimSource }) => citesClaimSource)).toBe(false);
    expect(decided.why).toBe(
      "An attack by Party B pays above a prize of 80 points, then 100, then 140, then 200. Nothing but the judged chance that the guarantors fight differs between these, so their order is that of the judgements: assumed, not derived.",
    );
  });

  test("must rise at every step: a fall or a tie fails it", () => {
    expect(ask(rises(peace(), peace({ guard: "none" })))).toMatchObject({ verdict: "does-not-hold", basis: "assumed" });
    const level = ask(rises(peace({ guard: "none" }), peace(), peace()));
    expect(level.verdict).toBe("does-not-hold");
    expect(level.why).toContain("80 points, then 100, then 100. That does not rise at every step.");
  });

  test("is derived where another judgement differs too, and assumed again if one cites the claim's source", () => {
    const question = rises(peace({ guard: "none" }), peace({ land: "share" }));
    expect(ask(question)).toMatchObject({ verdict: "holds", basis: "derived" });
    expect(ask(question).why).toBe("An attack by Party B pays above a prize of 80 points, then 120.");
    const cited = withGuarantee({ warCost: given(judgedCase(30, {}, { evidence: evidence("PAPER") })) });
    expect(ask(question, cited)).toMatchObject({ verdict: "holds", basis: "assumed" });
  });

  test("lists what decides it with its numbers, and not the prize itself", () => {
    const { judgements } = ask(rises(peace({ guard: "none" }), peace({ backing: "arms" })));
    expect(judgements.map(({ kind, id, says }) => [kind, id, says])).toEqual([
      ["parameter", "shield.successAlone", "chance of success if the guarantors stay out (p0): 0.5"],
      ["parameter", "shield.warCost", "cost of an attack if the guarantors stay out (c0): 30"],
      ["parameter", "shield.widerWarCost", "further cost of an attack if the guarantors fight (c1 - c0): 100"],
      ["parameter", "shield.penalty", "automatic penalty on an attack (sigma): 0"],
      ["parameter", "shield.peace", "what the challenger keeps by holding (s): 0"],
      ["parameter", "shield.intervention", 'chance that the guarantors fight (q) with guard "none": 0.1'],
      [
        "parameter",
        "shield.intervention",
        'chance that the guarantors fight (q) with backing "arms": 0.4 (0.3 to 0.5)',
      ],
    ]);
  });

  test("is undecided on a placeholder, which it names", () => {
    const decided = ask(rises(peace(), peace({ money: "some", backing: "fight" })));
    expect(decided.verdict).toBe("undecided");
    expect(decided.basis).toBeUndefined();
    expect(decided.why).toBe(
      'The prize above which an attack pays under "peace" with money "some" and backing "fight" rests on a placeholder that nobody judged: automatic penalty on an attack (sigma).',
    );
  });

  test("is undecided in an open package, for an unknown guarantee and without durability", () => {
    expect(ask(rises(peace(), { package: "open", set: {} }))).toMatchObject({
      verdict: "undecided",
      why: expect.stringContaining("guard"),
    });
    expect(ask({ ...rises(peace(), peace()), guarantee: "none" } as Question).verdict).toBe("undecided");
    expect(ask(rises(draft, draft), dispute()).why).toBe('The scenario judges no guarantee "shield".');
  });

  test("an attack that cannot succeed pays at no prize, which is above every prize", () => {
    const hopeless = withGuarantee({
      successOpposed: given(judgedCase(0)),
      intervention: given(judgedCase(1, { backing: "fight" }), judgedCase(0.5)),
    });
    const decided = ask(rises(peace(), peace({ backing: "fight" })), hopeless);
    expect(decided.verdict).toBe("holds");
    expect(decided.why).toContain("above a prize of 320 points, then at no prize."); // (30 + 50) / 0.25
  });
});

describe("the chance that the guarantors fight", () => {
  const ask = (bounds: { above?: number; below?: number }, world = afterwards(), of = peace()) =>
    decide({ kind: "intervention", guarantee: "shield", of, ...bounds }, "PAPER", world);

  test("lies strictly within its bounds, and is assumed where it is judged directly", () => {
    expect(ask({ above: 0.1, below: 0.3 })).toMatchObject({ verdict: "holds", basis: "assumed" });
    expect(ask({ above: 0.2 }).verdict).toBe("does-not-hold");
    expect(ask({ below: 0.2 }).verdict).toBe("does-not-hold");
    expect(ask({ above: 0.39, below: 0.41 }, afterwards(), peace({ backing: "arms" })).verdict).toBe("holds");
  });

  test("decides on a placeholder only where the whole range does", () => {
    const guessed = withGuarantee({ intervention: given(judgedCase([0.3, 0.9], {}, { placeholder: true })) });
    expect(ask({ above: 0.2 }, guessed).verdict).toBe("holds");
    expect(ask({ below: 0.3 }, guessed).verdict).toBe("does-not-hold");
    expect(ask({ above: 0.5 }, guessed)).toMatchObject({
      verdict: "undecided",
      why: expect.stringContaining("between 0.3 and 0.9, on a placeholder that nobody judged: chance that"),
    });
  });

  test("is derived where it follows from stakes and costs", () => {
    const base = withGuarantee({
      successOpposed: given(judgedCase(0.3)),
      stake: given(judgedCase(100)),
      reneging: given(judgedCase(10)),
      fightingCost: given(judgedCase([20, 60])),
    });
    const derived: Durability = {
      ...base.durability!, // afterwards has it
      guarantees: base.durability!.guarantees.map((one) => {
        const { intervention: _, ...parameters } = one.parameters;
        return { ...one, parameters };
      }),
    };
    const decided = ask({ above: 0, below: 1 }, { ...base, durability: derived }); // k* = 100 x 0.2 + 10, in the range
    expect(decided).toMatchObject({ verdict: "holds", basis: "derived" });
  });
});

describe("what the guarantee is worth", () => {
  type Answer = Extract<Question, { kind: "guarantee-verdict" }>["answer"];
  const ask = (answer: Answer, world = afterwards(), of = peace(), draws = 0) =>
    decide({ kind: "guarantee-verdict", guarantee: "shield", of, answer }, "PAPER", world, draws);
  const unpriced = withGuarantee({ prize: given(judgedCase([50, 250], {}, { placeholder: true })) });

  test("help that is as likely as q* = 0.2 demands deters, and less is hollow", () => {
    expect(ask("deterred")).toMatchObject({ verdict: "holds", basis: "derived" });
    expect(ask("hollow-guarantee").verdict).toBe("does-not-hold");
    expect(ask("hollow-guarantee", afterwards(), peace({ guard: "none" })).verdict).toBe("holds");
  });

  test("without a judged prize it is open; what no prize in the range brings about is false, the rest undecided", () => {
    expect(ask("open", unpriced)).toMatchObject({
      verdict: "holds",
      why: expect.stringContaining("the prize of an attack"),
    });
    expect(ask("deterred", unpriced).verdict).toBe("undecided");
    expect(ask("nothing-deters", unpriced).verdict).toBe("does-not-hold"); // q* is at most 0.95
    expect(ask("open").verdict).toBe("does-not-hold");
  });

  test("has a share of draws where it is decided, and none where what holds is that it is open", () => {
    const share = ask("deterred", afterwards(), peace({ backing: "fight" }), 60).shareOfDraws!;
    expect(share.n).toBe(60);
    expect(share.share).toBeGreaterThan(0.5);
    expect(ask("open", unpriced, peace(), 60).shareOfDraws).toBeUndefined();
  });
});

describe("after signature", () => {
  type Aftermath = Extract<Question, { kind: "aftermath" }>;
  const ask = (
    question: Pick<Aftermath, "concept" | "answer" | "first">,
    of = peace(),
    source = "PAPER",
    world = afterwards(),
  ) => decide({ kind: "aftermath", of, ...question }, source, world);
  const attack = { party: "B", lever: "attack" };

  test("an answer that its doer prefers holds the attack by SEQ and not by Nash stability", () => {
    const held = ask({ concept: "seq", answer: "holds", first: attack });
    expect(held.verdict).toBe("holds");
    expect(held.why).toBe('"peace" is stable for every party by SEQ. Held most weakly: "B attacks", by "A answers".');
    expect(ask({ concept: "nash", answer: "breaks" }).verdict).toBe("holds");
    expect(ask({ concept: "seq", answer: "breaks" }).verdict).toBe("does-not-hold");
  });

  test("an answer against its doer's order is hollow: it holds by GMR only", () => {
    const unguarded = peace({ guard: "none" });
    const broken = ask({ concept: "seq", answer: "breaks", first: attack }, unguarded);
    expect(broken.verdict).toBe("holds");
    expect(broken.why).toBe(
      '"peace" with guard "none" is not stable by SEQ for Party B. First: "B attacks". It would be held if "A answers" were done against its doer\'s own order: a hollow sanction.',
    );
    expect(ask({ concept: "gmr", answer: "holds" }, unguarded).verdict).toBe("holds");
  });

  test("names who leaves first, by SEQ alone", () => {
    const other = { party: "A", lever: "answer" };
    expect(ask({ concept: "seq", answer: "holds", first: other }).verdict).toBe("does-not-hold");
    expect(ask({ concept: "gmr", answer: "holds", first: attack }).verdict).toBe("undecided");
  });

  test("is assumed when a statement in force cites the claim's source, and one not in force does not count", () => {
    const holds = { concept: "seq", answer: "holds" } as const;
    expect(ask(holds, peace(), "PREMISE").basis).toBe("assumed");
    expect(ask(holds, peace(), "POSTER").basis).toBe("assumed");
    expect(ask(holds).basis).toBe("derived");
    expect(ask({ concept: "seq", answer: "breaks" }, peace({ guard: "none" }), "POSTER").basis).toBe("derived");
    expect(ask(holds).judgements.find(({ id, party }) => party === "A" && id === "2")).toMatchObject({
      kind: "statement",
      says: 'Statement 2 of 3, most important first: not "B attacks", or "A answers"',
      sources: ["POSTER"],
    });
  });

  test("is undecided without what is judged, with an open issue, and with an order that nobody stated", () => {
    const holds = { concept: "seq", answer: "holds" } as const;
    expect(ask(holds, draft, "PAPER", dispute()).verdict).toBe("undecided");
    expect(ask(holds, { package: "open", set: {} }).verdict).toBe("undecided");
    const silent = afterwards((durability) => ({
      ...durability,
      aftermath: { ...durability.aftermath!, statements: { A: durability.aftermath!.statements.A! } }, // both are there
    }));
    expect(ask(holds, peace(), "PAPER", silent).verdict).toBe("undecided");
  });
});

describe("whether inspection deters a breach", () => {
  type Answer = Extract<Question, { kind: "limit-verdict" }>["answer"];
  const ask = (answer: Answer, set: Readonly<Record<string, string>> = {}) =>
    decide({ kind: "limit-verdict", limit: "cap", of: peace(set), answer }, "PAPER", afterwards());

  test("a penalty of 30 can, since half of the occasions suffice, and one of 5 cannot", () => {
    expect(ask("deterred")).toMatchObject({ verdict: "holds", basis: "derived" }); // 10 / (0.5 x 40)
    expect(ask("not-deterred", { backing: "arms" }).verdict).toBe("holds"); // 10 / (0.5 x 15) is above 1
    expect(ask("deterred", { backing: "arms" }).verdict).toBe("does-not-hold");
  });

  test("a penalty that nobody judged leaves it open", () => {
    expect(ask("open", { backing: "fight" })).toMatchObject({
      verdict: "holds",
      why: expect.stringContaining("by a placeholder that nobody judged: penalty for a breach that is seen (B)."),
    });
    expect(ask("deterred", { backing: "fight" }).verdict).toBe("undecided");
    expect(ask("open").verdict).toBe("does-not-hold");
  });

  test("is undecided where there is no such limit", () => {
    expect(ask("deterred", { guard: "none" })).toMatchObject({
      verdict: "undecided",
      why: expect.stringContaining("no limit"),
    });
  });
});

describe("draws of what is judged about the time after", () => {
  const climb: Question = {
    kind: "threshold-rises",
    guarantee: "shield",
    along: [peace({ backing: "arms" }), peace({ backing: "fight" })],
  };
  const refuses: Question = { kind: "verdict", of: draft, party: "B", answer: "refuses" };

  test("a chance uniform on 0.4 to 1 exceeds one uniform on 0.3 to 0.5 in all but 1/24 of them", () => {
    const { share, low, high, n } = decide(climb, "PAPER", afterwards(), 2000).shareOfDraws!;
    expect(n).toBe(2000);
    expect(low).toBeLessThan(23 / 24); // both in 0.4 to 0.5: 1/2 x 1/6, and in half of that the wrong way round
    expect(high).toBeGreaterThan(23 / 24);
    expect(share).toBeCloseTo(23 / 24, 1);
  });

  test("leave the shares of other claims as they are, to the digit", () => {
    const wide = (question: Question[]) => {
      const base = afterwards();
      const sheets = base.sheets.map((sheet) => ({
        ...sheet,
        reservation: { ...sheet.reservation, low: 0, high: 50 },
      }));
      return { ...base, sheets, claims: question.map((one, at) => ({ ...claim(one), id: `${at}` })) };
    };
    const options = { engine: enumeratingClaimEngine, draws: 200, seed: 4 };
    const [alone] = run(decideClaims(wide([refuses]), options));
    const [beside, climbing] = run(decideClaims(wide([refuses, climb]), options));
    expect(beside).toEqual(alone);
    expect(alone!.shareOfDraws!.share).toBeGreaterThan(0);
    expect(alone!.shareOfDraws!.share).toBeLessThan(1);
    expect(climbing!.shareOfDraws!.n).toBe(200);
    const [again] = run(decideClaims(wide([climb]), options));
    expect(again!.shareOfDraws).toEqual(climbing!.shareOfDraws);
  });

  test("do not decide what rests on a placeholder", () => {
    const guessed: Question = { ...climb, along: [peace(), peace({ money: "some", backing: "fight" })] };
    expect(decide(guessed, "PAPER", afterwards(), 50).shareOfDraws).toBeUndefined();
  });
});
