import { describe, expect, test } from "vitest";
import { aftermathOf, type DurabilityReport, durabilityOf, type LeverMove } from "#durability";
import type { Choices, Durability, GuaranteeParameter, LimitParameter, Scenario } from "#model";
import { run } from "#prelude";
import { plainParameter } from "../oracle/durability-plain.ts";
import { accepts, evaluationsOf, shippedFile, shippedScenario } from "./shipped-scenario.ts";

const name = "textbook/ceasefire-line";
const scenario = shippedScenario(name);
const readme = shippedFile(name, "README.md").replaceAll(/\s+/g, " ");

function choicesOf(id: string, set: Choices = {}): Choices {
  const found = scenario.packages.find((each) => each.id === id);
  if (!found) throw new Error(`No package ${id}.`);
  return { ...found.choices, ...set };
}

type Judged = Extract<DurabilityReport, { status: "judged" }>;

function judged(choices: Choices, of: Scenario = scenario): Judged {
  const report = run(durabilityOf(of, choices, { draws: 0 }));
  if (report.status !== "judged") throw new Error(report.reason);
  return report;
}

/** One number of a guarantee changed. */
function guaranteeWith(id: string, parameter: GuaranteeParameter, number: number): Scenario {
  const durability = scenario.durability!;
  const guarantees = durability.guarantees.map((each) =>
    each.id === id ? { ...each, parameters: { ...each.parameters, [parameter]: plainParameter(number) } } : each,
  );
  return { ...scenario, durability: { ...durability, guarantees } satisfies Durability };
}

/** One number of the limit on guns changed. */
function gunsWith(parameter: LimitParameter, number: number): Scenario {
  const durability = scenario.durability!;
  const limits = durability.limits.map((each) =>
    each.id === "guns" ? { ...each, parameters: { ...each.parameters, [parameter]: plainParameter(number) } } : each,
  );
  return { ...scenario, durability: { ...durability, limits } satisfies Durability };
}

const crossing = (report: Judged) => report.guarantees.find(({ id }) => id === "crossing")!;
const coming = (report: Judged) => report.guarantees.find(({ id }) => id === "coming")!;

function guns(report: Judged) {
  const limit = report.limits.find(({ id }) => id === "guns");
  if (limit?.stands !== "yes") throw new Error("There is no strip.");
  return limit;
}

function shift(report: Judged) {
  const [found] = report.shifts;
  if (found?.stands !== "yes") throw new Error("There is no shift.");
  return found;
}

function after(choices: Choices) {
  const report = run(aftermathOf(scenario, choices));
  if (report.kind === "unknown") throw new Error(report.reason);
  return report;
}

/** "HILL: hill-cross" */
function words({ conflict }: ReturnType<typeof after>, { party, takes }: LeverMove): string {
  return `${conflict.parties[party]!.id}: ${takes.map((lever) => conflict.levers[lever]!.id).join(" ")}`;
}

const decided = (verdict: string) => ({ status: "decided", verdict });

describe("the table of the README", () => {
  const cells = shippedFile(name, "README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").slice(1, -1))
    .map((row) => row.map((cell) => cell.trim().replaceAll("`", "")));

  test("has a row for each package", () => {
    expect(cells.map(([id]) => id)).toEqual(scenario.packages.map(({ id }) => id));
  });

  test.each(cells)(
    "gives the verdicts on %s as they are computed",
    (id, guarantee, tripwire, strip, first, holds, go) => {
      const choices = choicesOf(id!);
      const report = judged(choices);
      expect(crossing(report).verdict).toMatchObject(decided(guarantee!));
      expect(coming(report).tripwire?.verdict).toMatchObject(decided(tripwire!));
      expect(guns(report).inspection.verdict).toMatchObject(decided(strip!));
      expect(shift(report).verdict).toMatchObject(decided(first!));
      const findings = after(choices);
      expect(findings.settlementHolds).toMatchObject({ status: "exact", value: holds === "holds" });
      const { swaps, defections } = findings.firstDefection;
      const shown = defections.map(({ move }) => `${words(findings, move)}, ${"value" in swaps ? swaps.value : "?"}`);
      expect(shown).toEqual([go]);
    },
  );

  test("says rightly that all consent to three packages, of which one does not hold", () => {
    const signed = scenario.packages.filter(({ choices }) =>
      [...evaluationsOf(scenario, choices).values()].every(accepts),
    );
    expect(signed.map(({ id }) => id)).toEqual(["paper_line", "manned_line", "trade_line"]);
    const held = signed.filter(({ choices }) => {
      const { settlementHolds } = after(choices);
      return settlementHolds.status === "exact" && settlementHolds.value;
    });
    expect(held.map(({ id }) => id)).toEqual(["manned_line", "trade_line"]);
  });
});

describe("the arithmetic of the README", () => {
  // (0.6 x 100 - 20 - penalty - peace) / (0.4 x 100 + 40)
  test.each([
    { port: "closed", demanded: 0.5, says: "q* = 40 / 80 = 0.5" },
    { port: "shared", demanded: 0.3, says: "(40 - 16) / 80 = 0.3" },
    { port: "shared_snapback", demanded: -0.1, says: "(40 - 48) / 80 = -0.1" },
  ])("a port that is $port demands a chance of $demanded", ({ port, demanded, says }) => {
    expect(readme).toContain(says);
    const { credibilityDemanded } = crossing(judged(choicesOf("paper_line", { port })));
    expect(credibilityDemanded.stated).toMatchObject({ kind: "threshold", value: expect.closeTo(demanded, 9) });
  });

  test("a tie of 10 binds: 30 - (10 x 0.4 + 16)", () => {
    expect(readme).toContain("a tie of 10 binds it");
    expect(coming(judged(choicesOf("paper_line"))).tripwire?.tieNeeded.stated).toBeCloseTo(10, 9);
  });

  test.each([
    { port: "closed", least: 0.505, says: "10.1 / 20 = 0.505" },
    { port: "shared_snapback", least: 0.2525, says: "10.1 / 40 = 0.2525" },
  ])("with a port that is $port, inspection deters from a detection of $least", ({ port, least, says }) => {
    expect(readme).toContain(says);
    expect(guns(judged(choicesOf("paper_line", { port }))).inspection.leastDetection.stated).toBeCloseTo(least, 9);
  });

  test("the shift is removed by a chance of (0.7 - 0.49 / 0.9) / 0.3 = 0.519", () => {
    expect(readme).toContain("(0.7 - 0.544) / (0.7 - 0.4) = 0.519");
    const { leastCredibility, unguaranteed } = shift(judged(choicesOf("blind_line")));
    expect(leastCredibility.stated).toMatchObject({ kind: "credibility", value: expect.closeTo(0.519, 3) });
    expect(unguaranteed).toMatchObject(decided("war-unavoidable"));
  });
});

describe("what the README says to try", () => {
  const paper = choicesOf("paper_line");

  test("1: at 0.5 the post deters, just below it does not", () => {
    expect(crossing(judged(paper, guaranteeWith("crossing", "intervention", 0.5))).verdict).toMatchObject(
      decided("deterred"),
    );
    const below = judged(paper, guaranteeWith("crossing", "intervention", 0.49));
    expect(crossing(below).verdict).toMatchObject(decided("hollow-guarantee"));
  });

  test("2: the post deters up to a prize of 36 / 0.44 = 81.8, and above 300 nothing does", () => {
    expect(crossing(judged(paper)).prizeThreshold.stated).toMatchObject({ value: expect.closeTo(36 / 0.44, 9) });
    // 0.6 v - 20 > 0.4 v + 40 where v > 300
    for (const [prize, verdict] of [
      [81, "deterred"],
      [82, "hollow-guarantee"],
      [300, "hollow-guarantee"],
      [301, "nothing-deters"],
    ] as const)
      expect([prize, crossing(judged(paper, guaranteeWith("crossing", "prize", prize))).verdict]).toMatchObject([
        prize,
        decided(verdict),
      ]);
  });

  test("3: sharing the port makes 0.4 enough", () => {
    const { verdict, because } = crossing(judged(choicesOf("paper_line", { port: "shared" })));
    expect(verdict).toMatchObject(decided("deterred"));
    expect(because.margin.stated).toBeCloseTo(0.4 - 0.3, 9);
  });

  test("4: a tie of 10 makes the post a tripwire that binds; at 9.9 it is a bluff", () => {
    const kind = (tie: number) => coming(judged(paper, guaranteeWith("coming", "tie", tie))).tripwire?.verdict;
    expect([kind(9.9), kind(10)]).toMatchObject([decided("bluff"), decided("binding")]);
  });

  test.each([
    // q(e) = F(20 e + 16) = 0.15 + 0.5 e and q*(e) = 0.5 x 80 / (40 e + 40), with e = exp(-0.1 days):
    // (0.15 + 0.5 e)(1 + e) = 1 at e = -0.65 + sqrt(0.65 x 0.65 + 1.7)
    { port: "closed", root: -0.65 + Math.sqrt(0.65 ** 2 + 1.7), says: "may take 2.15", verdict: "too-late" },
    // with the port at stake (0.15 + 0.5 e)(1 + e) = 0.6 at e = 0.5
    { port: "shared", root: 0.5, says: "ln 2 / 0.1 = 6.93", verdict: "in-time" },
  ])("5: five days are $verdict while the port is $port", ({ port, root, says, verdict }) => {
    const { reaction, tripwire } = coming(judged(choicesOf("paper_line", { presence: "on_call", port })));
    const days = -Math.log(root) / 0.1;
    expect(reaction?.criticalDelay.stated).toMatchObject({ kind: "days", value: expect.closeTo(days, 6) });
    expect(readme).toContain(says);
    expect(says).toContain(days.toFixed(2));
    expect(reaction?.inTime).toMatchObject(decided(verdict));
    expect(tripwire?.verdict).toMatchObject(decided("cheap-talk"));
  });

  test("6: 0.45 after five days, and 0.2 after ln 10 / 0.1 = 23", () => {
    const onCall = choicesOf("paper_line", { presence: "on_call" });
    expect(crossing(judged(onCall)).intervention.stated).toBeCloseTo(0.2, 9);
    expect(coming(judged(onCall)).reaction?.intervention.stated).toBeCloseTo(0.15 + 0.5 * Math.exp(-0.5), 9);
    const late = judged(onCall, guaranteeWith("coming", "reactionDays", 23));
    expect(coming(late).reaction?.intervention.stated).toBeCloseTo(0.2, 3);
  });

  test("7: restraint ends at 30 / 75 = 0.4: a condition is needed at 0.5 and not at 0.3", () => {
    const kept = coming(judged(choicesOf("manned_line"))).entrapment;
    expect(kept?.restraint.stated).toBeCloseTo(30 / 75, 9);
    expect(kept?.verdict).toMatchObject(decided("needs-conditional-clause"));
    const shared = coming(judged(choicesOf("manned_line", { port: "shared" }))).entrapment;
    expect(shared?.verdict).toMatchObject(decided("pure-guarantee-can-work"));
  });

  test("8: observers fall just short of 0.505, and at 0.51 they would not", () => {
    const observed = choicesOf("manned_line", { watch: "observers" });
    expect(guns(judged(observed)).inspection.verdict).toMatchObject(decided("cannot-deter"));
    expect(guns(judged(observed, gunsWith("detection", 0.51))).inspection.verdict).toMatchObject(decided("can-deter"));
  });

  test("9: sensors show 6 where 5 is borne; behind a wide strip 8 is", () => {
    const level = (set: Choices) =>
      guns(judged(choicesOf("manned_line", set))).transparency.levels.find(({ option }) => option === "combined");
    expect(level({})).toMatchObject({ exposure: { stated: 6 }, tolerance: { stated: 5 } });
    expect(level({})?.verdict).toMatchObject(decided("shows-too-much"));
    expect(level({ strip: "wide" })?.verdict).toMatchObject(decided("works"));
  });

  test("10: a post is not credible enough to let Coast grow", () => {
    expect(shift(judged(choicesOf("blind_line", { presence: "post" }))).verdict).toMatchObject(
      decided("war-unavoidable"),
    );
  });

  test("11: the blind line holds once observers have seen the guns too", () => {
    const seen = after(choicesOf("blind_line", { watch: "observers" }));
    expect(seen.settlementHolds).toMatchObject({ status: "exact", value: true });
  });

  test("12: the manned line with a post is left by crossing, and only a Pact that acts against its order could hold it", () => {
    const findings = after(choicesOf("manned_line", { presence: "post" }));
    expect(findings.settlementHolds).toMatchObject({ status: "exact", value: false });
    expect(findings.firstDefection.defections.map(({ move }) => words(findings, move))).toEqual(["HILL: hill-cross"]);
    const acts = findings.hollowSanctions.flatMap(({ ifActed }) => ifActed.flatMap(({ against }) => against));
    expect(acts.map((move) => words(findings, move))).toContain("PACT: pact-fight");
  });
});

test("no parameter of the case is a placeholder: every model decides", () => {
  const { guarantees, limits, shifts } = scenario.durability!;
  const parameters = [...guarantees, ...limits, ...shifts].flatMap((each) => Object.values(each.parameters));
  const cases = parameters.flatMap((parameter) => parameter.cases);
  expect(cases.length).toBeGreaterThan(80);
  expect(cases.filter(({ placeholder }) => placeholder)).toEqual([]);
});

test.each(scenario.packages)("$id is held by nothing that comes along unwanted with an answer", ({ choices }) => {
  const temptations = after(choices).parties.flatMap((party) => party.temptations ?? []);
  expect(temptations.length).toBeGreaterThan(0);
  expect(temptations.flatMap(({ sanction }) => sanction?.unwanted ?? [])).toEqual([]);
});
