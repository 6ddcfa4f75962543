import { describe, expect, test } from "vitest";
import type { Question } from "#model";
import { day, evidence, named } from "../../../test/tiny-scenario.ts";
import { decide, dispute } from "../../../test/two-neighbours.ts";

describe("terms", () => {
  const terms = [
    {
      id: "support",
      wording: "support",
      issue: "backing",
      readings: { A: "arms", B: "words" },
      evidence: evidence("PAPER"),
    },
  ];
  // Both accept the share under their own reading; under "words" A's floor is broken, under "arms" nothing is.
  const world = (readings: Record<string, string>) => ({
    ...dispute({ terms: [{ ...terms[0]!, readings }] }),
    packages: [
      named("deal", { land: "share", money: "some", guard: "post", backing: "words" }, { authors: ["A", "B"] }),
    ],
  });
  const hollow = (answer: boolean): Question => ({
    kind: "hollow-consensus",
    term: "support",
    package: "deal",
    answer,
  });

  test("one reading that suits both authors is no hollow consensus", () => {
    expect(decide(hollow(true), "PAPER", world({ A: "arms", B: "words" })).verdict).toBe("does-not-hold");
    expect(decide(hollow(false), "PAPER", world({ A: "arms", B: "words" })).verdict).toBe("holds");
  });

  test("readings that each suit one author only make it hollow; without the other's line it is not", () => {
    const decided = decide(hollow(true), "PAPER", world({ A: "fight", B: "words" }));
    expect(decided).toMatchObject({ verdict: "holds", basis: "assumed", asWeight: { verdict: "does-not-hold" } });
    expect(decided.why).toBe(
      'Every author accepts it under its own reading; read as "words" it is refused by Party A; read as "fight" it is refused by Party B. All authors would accept "arms".',
    );
  });

  test("readings differ when two parties declared different ones", () => {
    const ask: Question = { kind: "readings-differ", term: "support", answer: true };
    expect(decide(ask, "PAPER", world({ A: "arms", B: "words" }))).toMatchObject({
      verdict: "holds",
      basis: "assumed",
    });
    expect(decide(ask, "PAPER", world({ A: "arms", B: "arms" })).verdict).toBe("does-not-hold");
  });
});

test("candidates: who passes, who refuses, and how many may pass", () => {
  const candidates = [
    {
      id: "patrol",
      name: "Patrol",
      deciding: ["A", "B"],
      threshold: 40,
      candidates: [
        { id: "near", name: "Near", acceptability: { A: 90, B: 10 }, evidence: evidence("PAPER") },
        { id: "far", name: "Far", acceptability: { A: 50, B: 60 }, evidence: evidence("LIST") },
        { id: "gulf", name: "Gulf", acceptability: { A: 42, B: 70 }, evidence: evidence("LIST") },
      ],
      evidence: evidence("LIST"),
    },
  ];
  const ask = (passes: string[], fails: Record<string, string>, atMost?: number) =>
    decide(
      { kind: "candidates", list: "patrol", passes, fails, ...(atMost === undefined ? {} : { atMost }) },
      "LIST",
      dispute({ candidates }),
    );
  expect(ask(["far"], { near: "B" })).toMatchObject({ verdict: "holds", basis: "assumed" });
  expect(ask(["near"], {}).verdict).toBe("does-not-hold");
  expect(ask([], { near: "A" }).verdict).toBe("does-not-hold");
  expect(ask([], {}, 2).why).toBe("Far and Gulf pass, of 3. Refused: Near by Party B. Rests on a guess: Gulf.");
  expect(ask([], {}, 1).verdict).toBe("does-not-hold");
  expect(ask([], { near: "B" }).basis).toBe("derived"); // its own source is not the list's
});

test("channels: those in which all sat within the window, whose end is the agenda's date by default", () => {
  const session = (date: string, ...present: string[]) => ({
    date: day(date),
    present,
    level: "deputy",
    sources: ["LOG"],
  });
  const channels = [
    { id: "direct", name: "Direct", sessions: [session("2025-05-01", "A", "B"), session("2025-07-01", "A", "B")] },
    { id: "side", name: "Side", sessions: [session("2025-05-02", "A")] },
  ];
  const ask = (more: object, source = "LOG") =>
    decide({ kind: "channels", together: ["A", "B"], ...more }, source, dispute({ channels }));
  const once = ask({ atMost: 1, atLeast: 1 });
  expect(once).toMatchObject({ verdict: "holds", basis: "assumed" });
  expect(once.why).toBe(
    "1 channel had Party A and Party B in one session until 2025-06-15: Direct (2025-05-01, deputy).",
  );
  expect(ask({ atMost: 0 }).verdict).toBe("does-not-hold");
  expect(ask({ from: day("2025-05-02"), atMost: 0 }).verdict).toBe("holds");
  expect(ask({ from: day("2025-05-02"), until: day("2025-07-01"), atMost: 0 }).verdict).toBe("does-not-hold");
});

describe("what is on record", () => {
  const world = {
    ...dispute({
      events: [{ id: "summit", date: day("2025-05-05"), what: "Summit", sources: ["LOG"] }],
      sources: [
        {
          id: "LOG",
          title: "Log",
          publisher: "Office",
          date: "2025",
          kind: "official",
          funding: "not stated",
          status: "asserted",
        },
      ],
      parties: [{ id: "A", name: "Party A", roles: ["party"], members: [{ name: "North", consentMatters: true }] }],
      issues: dispute().agenda.issues.map((issue) => ({
        ...issue,
        options: issue.options.map((option) =>
          option.id === "post"
            ? { ...option, quantities: [{ name: "troops", low: 10, high: 20, unit: "troops" }] }
            : option,
        ),
      })),
    }),
  };
  test.each<[Question, string, "assumed" | "derived"]>([
    [{ kind: "event", event: "summit", date: day("2025-05-05") }, "holds", "assumed"],
    [{ kind: "event", event: "summit", date: day("2025-05-06") }, "does-not-hold", "assumed"],
    [{ kind: "chooses", package: "draft", issue: "land", option: "keep" }, "holds", "derived"],
    [{ kind: "chooses", package: "draft", issue: "land", option: "give" }, "does-not-hold", "derived"],
    [{ kind: "quantity", issue: "guard", option: "post", quantity: "troops", low: 10, high: 20 }, "holds", "derived"],
    [
      { kind: "quantity", issue: "guard", option: "post", quantity: "troops", low: 10, high: 21 },
      "does-not-hold",
      "derived",
    ],
    [{ kind: "line", party: "B", issue: "land", is: "declared" }, "holds", "derived"],
    [{ kind: "line", party: "B", issue: "land", is: "hard" }, "does-not-hold", "derived"],
    [{ kind: "members", party: "A", includes: ["North"] }, "holds", "derived"],
    [{ kind: "members", party: "A", includes: ["North", "South"] }, "does-not-hold", "derived"],
    [{ kind: "size", issues: 4, settlements: "36" }, "holds", "derived"],
    [{ kind: "size", issues: 4, settlements: "35" }, "does-not-hold", "derived"],
    [{ kind: "source", source: "LOG" }, "holds", "assumed"],
    [{ kind: "source", source: "GONE" }, "does-not-hold", "derived"],
  ])("%j: %s, %s", (question, verdict, basis) => {
    const decided = decide(question, "LOG", world, 10);
    expect(decided).toMatchObject({ verdict, basis });
    expect(decided.shareOfDraws).toBeUndefined();
  });
});
