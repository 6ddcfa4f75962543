import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attackThreshold,
  type BackstopGameParameters,
  backstop,
  backstopGame,
  bindingTie,
  deters,
  type GameEquilibrium,
  guarantorResolve,
  inspection,
  inspectionGame,
  lossesIfAttacked,
  rudimentaryDeterrence,
  rudimentaryDeterrenceGame,
  solveGame,
  type TripwireKind,
  type TripwireParameters,
  tripwire,
  tripwireGame,
  twoSidedDeterrence,
  twoSidedDeterrenceGame,
  ultimatum,
  ultimatumGame,
} from "#durability";
import { formatEfg, formatNfg, parseEfg, parseNfg } from "#language";
import type { Game, StrategicGame } from "#model";
import { run } from "#prelude";
import { challengers, guarantors, hundredths, points } from "./deterrence-draws.ts";

/** The solver shares nothing with the closed forms but the parameters; draws keep clear of ties by this much. */
const clear = 0.02;
const fifty = { numRuns: 50 } as const;

function solved(game: Game | StrategicGame): readonly GameEquilibrium[] {
  const { status, equilibria } = run(solveGame(game));
  expect(status).toEqual({ kind: "exact" });
  return equilibria;
}

/** "player:set" -> the chance of the set's last action. */
type Play = Readonly<Record<string, number>>;

/** Whether the equilibrium, or one of its family, plays so. */
function plays({ strategies }: GameEquilibrium, expected: Play): boolean {
  return Object.entries(expected).every(([key, chance]) => {
    const last = strategies.find(({ player, set }) => `${player}:${set}` === key)?.actions.at(-1);
    if (!last) return false;
    return chance >= (last.low ?? last.probability) - 1e-6 && chance <= (last.high ?? last.probability) + 1e-6;
  });
}

function expectOnly(game: Game | StrategicGame, expected: Play): void {
  const equilibria = solved(game);
  expect(equilibria).toHaveLength(1);
  expect(equilibria.filter((equilibrium) => plays(equilibrium, expected))).toHaveLength(1);
}

function expectAmong(game: Game, expected: Play): void {
  expect(solved(game).some((equilibrium) => plays(equilibrium, expected))).toBe(true);
}

const apart = (a: number, b: number, by = clear): boolean => Math.abs(a - b) > by;

const backstops: fc.Arbitrary<BackstopGameParameters> = fc
  .tuple(challengers, guarantors, fc.tuple(points(0, 90), points(0, 90)), hundredths(0.05, 0.95))
  .map(([attack, guarantor, costs, share]) => ({
    ...attack,
    ...guarantor,
    types: costs.map((fightingCost, i) => ({
      name: i === 0 ? "Resolute" : "Irresolute",
      fightingCost,
      chance: i === 0 ? share : (100 - Math.round(share * 100)) / 100,
    })),
  }));

function credibilityOf(parameters: BackstopGameParameters): number {
  const willing = parameters.types.filter(({ fightingCost }) => fightingCost < guarantorResolve(parameters));
  return willing.reduce((sum, { chance }) => sum + chance, 0);
}

describe("the solver finds the closed form of the backstop", () => {
  const draws = backstops.filter((parameters) => {
    const threshold = attackThreshold(parameters);
    const q = credibilityOf(parameters);
    return (
      threshold.kind === "threshold" &&
      apart(threshold.value, q) &&
      parameters.types.every(({ fightingCost }) => apart(fightingCost, guarantorResolve(parameters)))
    );
  });
  test("as its only equilibrium, on 50 random judgements", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const resolve = guarantorResolve(parameters);
        const fights = parameters.types.map(({ fightingCost }) => (fightingCost < resolve ? 1 : 0));
        const attacks = deters(backstop(parameters, credibilityOf(parameters))) ? 0 : 1;
        expectOnly(backstopGame(parameters), { "0:1": attacks, "1:1": fights[0] ?? -1, "1:2": fights[1] ?? -1 });
      }),
      fifty,
    );
  });
});

describe("the solver finds the closed form of the tripwire", () => {
  const draws: fc.Arbitrary<TripwireParameters> = fc
    .record({
      attack: challengers,
      lowStake: points(1, 60),
      more: points(5, 80),
      fightingCost: points(1, 80),
      reneging: points(0, 30),
      tie: points(1, 40),
      deploymentCost: points(1, 60),
      highStakeShare: hundredths(0.05, 0.95),
    })
    .map(({ attack, more, ...rest }) => ({ ...attack, ...rest, stake: rest.lowStake + more }))
    .filter((parameters) => {
      const threshold = attackThreshold(parameters);
      const { high, low } = lossesIfAttacked(parameters);
      const { stake, lowStake, fightingCost, tie, deploymentCost, highStakeShare, reneging } = parameters;
      const resolves = [stake, lowStake].map((w) => guarantorResolve({ ...parameters, stake: w, reneging }));
      return (
        threshold.kind === "threshold" &&
        [0, highStakeShare, 1].every((q) => apart(threshold.value, q)) &&
        [high, low].every((loss) => apart(loss, deploymentCost)) &&
        resolves.every((resolve) => apart(resolve, fightingCost) && apart(resolve + tie, fightingCost)) &&
        apart(bindingTie(parameters), tie)
      );
    });
  test.each<TripwireKind>([
    "safe-without-guarantee",
    "peace-without-signal",
    "nothing-deters",
    "nobody-deploys",
    "binding",
    "separating",
    "bluff",
  ])("among its equilibria, on 10 random judgements of the case %s", (kind) => {
    fc.assert(
      fc.property(
        draws.filter((parameters) => tripwire(parameters).kind === kind),
        (parameters) => {
          const answer = tripwire(parameters);
          // the first action is to deploy, the last of the others to attack
          expectAmong(tripwireGame(parameters), {
            "1:1": 1 - answer.highDeploys,
            "1:2": 1 - answer.lowDeploys,
            ...(answer.beliefDeployed === null ? {} : { "0:1": answer.attackDeployed }),
            ...(answer.beliefUndeployed === null ? {} : { "0:2": answer.attackUndeployed }),
          });
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe("the solver finds the closed forms of rudimentary and two-sided deterrence", () => {
  /** Five points in falling order. */
  const falling = fc
    .tuple(points(-20, 0), points(2, 20), points(2, 20), points(2, 20), points(2, 20))
    .map(([e, a, b, c, d]) => [e + a + b + c + d, e + a + b + c, e + a + b, e + a, e] as const);
  test("rudimentary: as its only equilibrium, on 50 random judgements", () => {
    const draws = fc.tuple(falling, falling, hundredths(0.05, 0.95)).map(([a, b, hardDefender]) => ({
      conceded: a[0],
      statusQuo: a[2],
      conflict: a[4],
      hardDefender,
      defender: { statusQuo: b[0], hardConflict: b[1], conceded: b[2], softConflict: b[4] },
    }));
    fc.assert(
      fc.property(
        draws.filter((parameters) => {
          const answer = rudimentaryDeterrence(parameters);
          return answer.kind !== "out-of-order" && apart(answer.threshold, parameters.hardDefender);
        }),
        (parameters) => {
          const challenged = rudimentaryDeterrence(parameters).kind === "challenged" ? 1 : 0;
          expectOnly(rudimentaryDeterrenceGame(parameters), { "0:1": challenged, "1:1": 1, "1:2": 0 });
        },
      ),
      fifty,
    );
  });
  test("two-sided: among its equilibria, on 50 random judgements", () => {
    const draws = fc
      .tuple(falling, falling, hundredths(0.05, 0.95), hundredths(0.05, 0.95))
      .map(([c, d, hardChallenger, hardDefender]) => ({
        challenger: { conceded: c[0], statusQuo: c[1], hardConflict: c[2], backDown: c[3], softConflict: c[4] },
        defender: { statusQuo: d[0], heldOff: d[1], hardConflict: d[2], conceded: d[3], softConflict: d[4] },
        hardChallenger,
        hardDefender,
      }));
    fc.assert(
      fc.property(
        draws.filter((parameters) => {
          const answer = twoSidedDeterrence(parameters);
          if (answer.kind === "out-of-order") return false;
          const { deterHard, deterSoft, frightenSoft } = answer.thresholds;
          const { hardChallenger, hardDefender } = parameters;
          return (
            apart(hardDefender, deterHard) && apart(hardDefender, deterSoft) && apart(hardChallenger, frightenSoft)
          );
        }),
        (parameters) => {
          const answer = twoSidedDeterrence(parameters);
          if (answer.kind === "out-of-order") throw new Error("The draw is in order.");
          expectAmong(twoSidedDeterrenceGame(parameters), {
            "0:1": answer.hardChallenges,
            "0:2": answer.softChallenges,
            "0:3": 1,
            "0:4": 0,
            // off the path when nobody challenges
            ...(answer.kind === "certain-deterrence" ? {} : { "1:1": 1, "1:2": answer.softDefends }),
          });
        },
      ),
      fifty,
    );
  });
});

describe("the solver finds the closed forms of the ultimatum and of inspection", () => {
  test("ultimatum: the best demand, on 50 random judgements", () => {
    const draws = fc
      .record({
        proposerWins: hundredths(0.1, 0.7),
        proposerCost: hundredths(0, 0.2),
        costs: fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 2, maxLength: 4 }),
      })
      .map(({ costs, ...rest }) => ({
        ...rest,
        // thousandths that no demand meets
        types: costs.map((cost) => ({ cost: (cost * 10 + 7) / 1000, chance: 1 / costs.length })),
        demands: Array.from({ length: 6 }, (_, i) => i / 5),
      }));
    fc.assert(
      fc.property(
        draws.filter(({ proposerWins, proposerCost, types, demands }) => {
          const values = demands.map(
            (demand) => ultimatum({ proposerWins, proposerCost, types, demands: [demand] }).value,
          );
          const [first = 0, second = 0] = values.toSorted((a, b) => b - a);
          return apart(first, second, 1e-4);
        }),
        (parameters) => {
          const [best] = ultimatum(parameters).best;
          const equilibria = solved(ultimatumGame(parameters));
          expect(equilibria).toHaveLength(1);
          const demanded = equilibria[0]?.strategies.find(({ player }) => player === 0)?.actions ?? [];
          expect(parameters.demands[demanded.findIndex(({ probability }) => probability > 0.999)]).toBe(best?.demand);
        },
      ),
      fifty,
    );
  });
  test("inspection: as its only equilibrium, on 50 random judgements", () => {
    const draws = fc
      .record({
        breachGain: points(1, 30),
        breachPenalty: points(0, 60),
        detection: hundredths(0.1, 0.99),
        falseAlarm: hundredths(0.01, 0.3),
        falseAlarmCost: points(1, 10),
        inspectionCost: points(1, 20),
        damageSeen: points(0, 20),
        further: points(1, 60),
      })
      .map(({ further, ...rest }) => ({ ...rest, damageUnseen: rest.damageSeen + further }))
      .filter((parameters) => {
        const { breachGain: g, breachPenalty, detection, falseAlarm, falseAlarmCost } = parameters;
        const { damageUnseen, damageSeen, inspectionCost } = parameters;
        return (
          apart(detection * (g + breachPenalty) - falseAlarm * falseAlarmCost, g) &&
          apart(detection * (damageUnseen - damageSeen), inspectionCost)
        );
      });
    fc.assert(
      fc.property(draws, (parameters) => {
        const { violate, inspect } = inspection(parameters);
        expectOnly(inspectionGame(parameters), { "0:1": violate, "1:1": inspect });
      }),
      fifty,
    );
  });
});

test("every model is written out and read back as the same game", () => {
  const tied = {
    stake: 60,
    lowStake: 20,
    fightingCost: 30,
    reneging: 5,
    tie: 2,
    deploymentCost: 8.25,
    highStakeShare: 0.3,
  };
  const [attack] = fc.sample(challengers, { numRuns: 1, seed: 1 });
  const [guarded] = fc.sample(backstops, { numRuns: 1, seed: 1 });
  if (!attack || !guarded) throw new Error("A sample of one has one.");
  const challenger = { conceded: 2, statusQuo: 0, hardConflict: -0.5, backDown: -1, softConflict: -2 };
  const defender = { statusQuo: 1, heldOff: 0.5, hardConflict: -0.5, conceded: -1, softConflict: -2 };
  const games: readonly Game[] = [
    backstopGame(guarded),
    tripwireGame({ ...attack, ...tied }),
    rudimentaryDeterrenceGame({ statusQuo: 0, conceded: 1, conflict: -1, hardDefender: 0.35, defender }),
    twoSidedDeterrenceGame({ challenger, defender, hardChallenger: 0.4, hardDefender: 0.7 }),
    ultimatumGame({
      proposerWins: 0.5,
      proposerCost: 0.05,
      types: [0.03, 0.09, 0.15].map((cost) => ({ cost, chance: 1 / 3 })),
      demands: [0, 0.35, 1],
    }),
  ];
  for (const game of games) {
    const { game: read, diagnostics } = parseEfg(formatEfg(game), "built.efg");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(read).toEqual(game);
  }
  const strategic = inspectionGame({
    breachGain: 10,
    breachPenalty: 30,
    detection: 0.8,
    falseAlarm: 0.05,
    falseAlarmCost: 2,
    inspectionCost: 3,
    damageUnseen: 40,
    damageSeen: 10,
  });
  const { game: read, diagnostics } = parseNfg(formatNfg(strategic), "built.nfg");
  expect(diagnostics).toEqual([]);
  expect(read).toEqual(strategic);
});
