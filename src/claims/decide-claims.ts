import {
  appraise,
  appraiseDraw,
  perturb,
  type Search,
  type Spread,
  settlementQuestions,
  standardSpread,
} from "#analysis";
import type { Claim, Question, Scenario } from "#model";
import { seededRandom, wilsonInterval } from "#prelude";
import type { ClaimEngine } from "./claim-engine.ts";
import {
  decideQuestion,
  dependsOnDurability,
  dependsOnJudgements,
  dependsOnLines,
  needsEngine,
} from "./decide-question.ts";
import type { DecidedClaim, DecidingJudgement } from "./decided-claim.ts";
import { durabilityDraws } from "./durability-draws.ts";
import type { Finding, Judged, World } from "./finding.ts";

export type ClaimOptions = {
  /** Makes the engine for one scenario, and again for every draw that needs it. */
  readonly engine?: (scenario: Scenario) => ClaimEngine;
  /** Only claims with this row or id. */
  readonly row?: string;
  /** Draws of the judgements; 0 leaves the shares out. */
  readonly draws?: number;
  /** Of these, how many also decide the questions that need a search over settlements. */
  readonly engineDraws?: number;
  readonly seed?: number;
  readonly spread?: Spread;
};

/**
 * Decides every claim of the scenario, in its order: exactly as written, with red lines enforced and, where the
 * question depends on them, not enforced; then in how many draws it holds. One stream of draws serves all claims, so
 * that their shares can be compared. Told to finish, it reports the shares of the draws made so far.
 */
export function* decideClaims(scenario: Scenario, options: ClaimOptions = {}): Search<readonly DecidedClaim[]> {
  const { engine = settlementQuestions, draws = 1000, engineDraws = 200, seed = 1, spread = standardSpread } = options;
  const claims = scenario.claims.filter(({ row, id }) => {
    return options.row === undefined || options.row === row || options.row === id;
  });
  const written: World = { scenario, appraise, engine: remembered(() => engine(scenario)) };
  const decided: DecidedClaim[] = [];
  for (const claim of claims) {
    decided.push(decideOne(claim, written));
    yield { phase: "claims", done: decided.length, of: claims.length, refinable: false };
  }

  const random = seededRandom(seed);
  const tallies = claims.map(({ question }) => ({ question, held: 0, n: 0 }));
  const swayed = tallies.filter(({ question }, at) => dependsOnJudgements(question) && isDecided(decided[at]!));
  const redrawn = swayed.some(({ question }) => dependsOnDurability(question))
    ? durabilityDraws(scenario, seed)
    : (drawn: Scenario) => drawn;
  for (let draw = 0; swayed.length > 0 && draw < draws; draw++) {
    const drawn = redrawn(perturb(scenario, random, spread));
    const world: World = { scenario: drawn, appraise: appraiseDraw, engine: remembered(() => engine(drawn)) };
    for (const tally of swayed) {
      if (draw >= engineDraws && needsEngine(tally.question)) continue;
      const { verdict } = decideQuestion(tally.question, world, "enforced");
      if (verdict === "holds") tally.held++;
      if (verdict === "holds" || verdict === "does-not-hold") tally.n++;
    }
    if ((yield { phase: "draws", done: draw + 1, of: draws, refinable: true }) === "finish") break;
  }
  return decided.map((claim, at) => {
    const { held, n } = tallies[at]!;
    return n === 0 ? claim : { ...claim, shareOfDraws: { ...wilsonInterval(held, n), seed } };
  });
}

function decideOne(claim: Claim, world: World): DecidedClaim {
  const { id, row, statement, source, question } = claim;
  const finding = decideQuestion(question, world, "enforced");
  const asWeight = dependsOnLines(question) ? decideQuestion(question, world, "as-weight") : undefined;
  const judgements = basisOf(finding, source);
  const capability = finding.verdict === "later" ? capabilityOf(question) : undefined;
  return {
    id,
    ...(row === undefined ? {} : { row }),
    statement,
    source,
    question: question.kind,
    verdict: finding.verdict,
    why: finding.why(),
    ...(asWeight === undefined ? {} : { asWeight: { verdict: asWeight.verdict, why: asWeight.why() } }),
    ...(isDecided(finding)
      ? { basis: finding.assumed?.() || judgements.some((one) => one.citesClaimSource) ? "assumed" : "derived" }
      : {}),
    judgements,
    ...(capability === undefined ? {} : { later: capability }),
  };
}

/** The deciding judgements, each once, marked where they rest on the claim's own source. */
function basisOf(finding: Finding, source: string): DecidingJudgement[] {
  const once = new Map<string, Judged>();
  for (const judged of finding.judgements()) {
    once.set([judged.kind, judged.party, judged.id, judged.says].join("\n"), judged);
  }
  return [...once.values()].map((judged) => ({ ...judged, citesClaimSource: judged.sources.includes(source) }));
}

function isDecided({ verdict }: Pick<Finding, "verdict">): boolean {
  return verdict === "holds" || verdict === "does-not-hold";
}

function capabilityOf(question: Question): DecidedClaim["later"] {
  switch (question.kind) {
    case "later":
      return question.capability;
    case "all":
      return question.of.map(capabilityOf).find((capability) => capability !== undefined);
    default:
      return undefined;
  }
}

/** The engine is made once, when first needed, and each of its answers is kept: claims share questions. */
function remembered(make: () => ClaimEngine): () => ClaimEngine {
  let engine: ClaimEngine | undefined;
  const zones = new Map<string, ReturnType<ClaimEngine["zoneExists"]>>();
  const bests = new Map<string, ReturnType<ClaimEngine["best"]>>();
  return () => {
    if (engine) return engine;
    const made = make();
    engine = {
      zoneExists: (options) => kept(zones, JSON.stringify(options), () => made.zoneExists(options)),
      best: (party, options) => kept(bests, JSON.stringify([party, options]), () => made.best(party, options)),
    };
    return engine;
  };
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key)!; // set on the line above; an answer of undefined is kept as such
}
