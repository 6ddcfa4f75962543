import {
  backstop,
  backstopGame,
  bindingTie,
  deters,
  guarantorResolve,
  inspection,
  inspectionGame,
  lossesIfAttacked,
  privateCostBargaining,
  rudimentaryDeterrence,
  rudimentaryDeterrenceGame,
  tripwire,
  tripwireGame,
  twoSidedDeterrence,
  twoSidedDeterrenceGame,
  ultimatum,
  ultimatumGame,
} from "#durability";
import type { Game, StrategicGame } from "#model";

/** The parameters of one game of the collection, under its own names. */
export type Numbers = Readonly<Record<string, number>>;
/** What we say of it. */
export type Found = {
  /** Path under closed_form -> what we compute. */
  readonly values: Readonly<Record<string, number | boolean | string | null>>;
  readonly game: Game | StrategicGame;
};

/** Model of the collection -> our closed form and our game for its parameters. A missing parameter shows as a difference. */
export const closedFormModels: Readonly<Record<string, (p: Numbers) => Found>> = {
  backstop: (p) => {
    const attack = attackOf(p);
    const guarantors = { ...attack, stake: p.w!, reneging: p.aud! };
    const resolve = guarantorResolve(guarantors);
    const fights = [p.kS!, p.kW!].map((cost) => (cost <= resolve ? 1 : 0));
    const q = p.pi! * fights[0]! + (1 - p.pi!) * fights[1]!;
    const answer = backstop(attack, q);
    return {
      values: {
        q,
        q_star: answer.threshold.kind === "threshold" ? answer.threshold.value : null,
        resolve_threshold_k: resolve,
        "fights.0": fights[0]!,
        "fights.1": fights[1]!,
        "equilibrium.attack_probability": deters(answer) ? 0 : 1,
        verdict: answer.verdict,
      },
      game: backstopGame({
        ...guarantors,
        types: [
          { name: "Resolute", fightingCost: p.kS!, chance: p.pi! },
          { name: "Irresolute", fightingCost: p.kW!, chance: 1 - p.pi! },
        ],
      }),
    };
  },
  tripwire: (p) => {
    const attack = attackOf(p);
    const parameters = {
      ...attack,
      stake: p.wS!,
      lowStake: p.wW!,
      fightingCost: p.k!,
      reneging: p.aud!,
      tie: p.b!,
      deploymentCost: p.d!,
      highStakeShare: p.pi!,
    };
    const answer = tripwire(parameters);
    const losses = lossesIfAttacked(parameters);
    const { threshold } = backstop(attack, 0);
    const tie = bindingTie(parameters);
    return {
      values: {
        q_star: threshold.kind === "threshold" ? threshold.value : null,
        prior: p.pi!,
        high_fights_anyway: guarantorResolve({ ...parameters, stake: p.wS! }) >= p.k!,
        low_fights_anyway: guarantorResolve({ ...parameters, stake: p.wW! }) >= p.k!,
        low_fights_if_deployed: p.b! >= tie,
        binding_tripwire_b_star: tie,
        loss_high: losses.high,
        loss_low: losses.low,
        signal_cost_d: p.d!,
        case: answer.kind,
        "equilibrium.deploy_high": answer.highDeploys,
        "equilibrium.deploy_low": answer.lowDeploys,
        "equilibrium.attack_after_deploy": answer.attackDeployed,
        "equilibrium.attack_after_none": answer.attackUndeployed,
      },
      game: tripwireGame(parameters),
    };
  },
  RADG: (p) => {
    const parameters = { statusQuo: p.aSQ!, conceded: p.aDC!, conflict: p.aDD!, hardDefender: p.pB! };
    const answer = rudimentaryDeterrence(parameters);
    return {
      values: {
        threshold_pB: answer.kind === "out-of-order" ? null : answer.threshold,
        prior_pB: p.pB!,
        "equilibrium.challenge_probability": answer.kind === "challenged" ? 1 : 0,
        "equilibrium.hard_resists": 1,
        "equilibrium.soft_resists": 0,
      },
      game: rudimentaryDeterrenceGame({
        ...parameters,
        defender: { statusQuo: p.bSQ!, conceded: p.bDC!, hardConflict: p.bDDp!, softConflict: p.bDDm! },
      }),
    };
  },
  UDG: (p) => {
    const parameters = {
      challenger: {
        conceded: p.cDC!,
        statusQuo: p.cSQ!,
        hardConflict: p.cDDp!,
        backDown: p.cCD!,
        softConflict: p.cDDm!,
      },
      defender: { statusQuo: p.dSQ!, heldOff: p.dCD!, hardConflict: p.dDDp!, conceded: p.dDC!, softConflict: p.dDDm! },
      hardChallenger: p.p!,
      hardDefender: p.q!,
    };
    const answer = twoSidedDeterrence(parameters);
    const game = twoSidedDeterrenceGame(parameters);
    if (answer.kind === "out-of-order") return { values: { case: answer.kind }, game };
    return {
      values: {
        d_star: answer.thresholds.frightenSoft,
        c_hard: answer.thresholds.deterHard,
        c_soft: answer.thresholds.deterSoft,
        p_challenger_hard: p.p!,
        q_defender_hard: p.q!,
        case: answer.kind,
        "equilibrium.hard_challenges": answer.hardChallenges,
        "equilibrium.soft_challenges": answer.softChallenges,
        "equilibrium.soft_defends": answer.softDefends,
      },
      game,
    };
  },
  ultimatum: (p) => {
    const types = p.types!;
    const steps = p.offers! - 1;
    // midpoints of equal slices of [0, C]; rounded because the file's costs are decimals of that many places
    const costs = Array.from({ length: types }, (_, i) => decimal(((i + 0.5) * p.cbar!) / types));
    const parameters = {
      proposerWins: p.p!,
      proposerCost: p.cS!,
      types: costs.map((cost) => ({ cost, chance: 1 / types })),
      demands: Array.from({ length: p.offers! }, (_, i) => i / steps),
    };
    const answer = ultimatum(parameters);
    const continuum = privateCostBargaining({ proposerWins: p.p!, proposerCost: p.cS!, highestCost: p.cbar! });
    return {
      values: {
        discrete_best_demand: answer.best[0]?.demand ?? null,
        discrete_value: answer.value,
        discrete_war_probability: answer.best[0]?.war ?? null,
        continuum_demand: continuum.demand,
        continuum_war_probability: continuum.war,
      },
      game: ultimatumGame(parameters),
    };
  },
  inspection: (p) => {
    const parameters = {
      breachGain: p.g!,
      breachPenalty: p.b!,
      detection: p.detection!,
      falseAlarm: p.false_alarm!,
      falseAlarmCost: p.f!,
      inspectionCost: p.inspection_cost!,
      damageUnseen: p.u!,
      damageSeen: p.h!,
    };
    const answer = inspection(parameters);
    return {
      values: {
        "equilibrium.violate": answer.violate,
        "equilibrium.inspect": answer.inspect,
        "leadership.announced_inspection_rate": answer.announcedRate,
        "leadership.violation": answer.announcedRate === null ? 1 : 0,
      },
      game: inspectionGame(parameters),
    };
  },
};

function attackOf(p: Numbers) {
  return {
    prize: p.v!,
    successAlone: p.p0!,
    successOpposed: p.p1!,
    warCost: p.c0!,
    widerWarCost: decimal(p.c1! - p.c0!),
    penalty: p.sigma!,
    peace: p.s!,
  };
}

/** 0.27 for 0.27000000000000002. */
function decimal(value: number): number {
  return Number(value.toFixed(12));
}
